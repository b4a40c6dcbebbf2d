import type { Mistake } from '@bondctl/proto/model/error';
import { failure, isNonEmpty, type NonEmpty, type Result, success } from '@bondctl/proto/model/result';
import { openDocument, type SpecDocument } from '../../spec/document.ts';
import { readFields } from '../../spec/shape.ts';
import type { AlertSettings } from '../routes.ts';
import { readRoutes, type SecretOf } from './routes.ts';
import { readThresholds } from './rules.ts';
import { alertsShape } from './shape.ts';

/**
 * Reads an alerts.yaml. Either everything in it is right, or every mistake comes back at once, in the order of the text.
 * `secretOf` reads the files of secrets. Never throws.
 */
export function parseAlerts(
  text: string,
  file: string,
  secretOf: SecretOf,
): Result<AlertSettings, NonEmpty<Mistake>> {
  const page = openDocument(text, file);
  const settings = page.root === undefined ? undefined : readSettings(page, secretOf);
  const mistakes = page.mistakes();
  if (isNonEmpty(mistakes)) return failure(mistakes);
  if (settings !== undefined) return success(settings);
  return failure([{ file, line: 1, column: 1, path: '', message: 'this text could not be read' }]);
}

function readSettings(page: SpecDocument, secretOf: SecretOf): AlertSettings {
  const { rules, grace, routes = [] } = readFields(page, [], alertsShape, page.root);
  return { thresholds: readThresholds(page, rules, grace), routes: readRoutes(page, routes, secretOf) };
}
