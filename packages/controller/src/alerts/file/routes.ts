import { alertRules, alertSeverities } from '@bondctl/proto/model/alert';
import { isNonEmpty, type Result } from '@bondctl/proto/model/result';
import type { Path, SpecDocument } from '../../spec/document.ts';
import { readFields } from '../../spec/shape.ts';
import type { Route, Way } from '../routes.ts';
import { routeShape } from './shape.ts';

/** The text of a secret's file, or why it cannot be read. */
export type SecretOf = (file: string) => Result<string, string>;

/** Reads `routes`; each must be known by a name of its own. */
export function readRoutes(
  page: SpecDocument,
  values: readonly unknown[],
  secretOf: SecretOf,
): readonly Route[] {
  const routes = values.flatMap((value, at) => readRoute(page, ['routes', at], value, secretOf));
  const names = routes.map(({ target }) => target);
  for (const [at, name] of names.entries())
    if (names.indexOf(name) !== at)
      page.report(['routes', at], `another route is called "${name}" too; give this one a "name" of its own`);
  return routes;
}

type Fields = ReturnType<typeof fieldsOf>;

const fieldsOf = (page: SpecDocument, path: Path, value: unknown) =>
  readFields(page, path, routeShape, value);

function readRoute(page: SpecDocument, path: Path, value: unknown, secretOf: SecretOf): readonly Route[] {
  const fields = fieldsOf(page, path, value);
  const ways = [readWebhook(page, path, fields, secretOf), readCommand(page, path, fields)].filter(
    (one) => one !== null,
  );
  if (isTorn(value))
    page.report(path, 'a route is either a "webhook" with a URL or a "command" with a list of words');
  const { name, severities = alertSeverities, rules = alertRules } = fields;
  return ways.slice(0, 1).map(({ way, called }) => ({ target: name ?? called, severities, rules, way }));
}

/** Neither a webhook nor a command, or both; a key that is no word at all may have been meant for one and is told by itself. */
function isTorn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const known = Object.keys(value).every((key) => key in routeShape.shape);
  return known && 'webhook' in value === 'command' in value;
}

interface Named {
  readonly way: Way;
  readonly called: string;
}

function readWebhook(page: SpecDocument, path: Path, fields: Fields, secretOf: SecretOf): Named | null {
  const { webhook, secretFile } = fields;
  if (webhook === undefined) {
    if (secretFile !== undefined)
      page.report(
        [...path, 'secretFile'],
        '"secretFile" signs what a "webhook" gets; a command needs none',
        'key',
      );
    return null;
  }
  const host = hostOf(webhook);
  if (host === null) {
    page.report([...path, 'webhook'], `"${webhook}" is no URL such as https://alerts.example/bondctl`);
    return null;
  }
  const secret =
    secretFile === undefined ? null : readSecret(page, [...path, 'secretFile'], secretOf(secretFile));
  // Never the whole URL: many receivers keep a secret in its path, and this name stands in the record.
  return { way: { kind: 'webhook', url: webhook, secret }, called: `webhook:${host}` };
}

/** The host of an http URL without user and password, which `fetch` does not take. */
function hostOf(url: string): string | null {
  const [, host] =
    /^https?:\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?(?:[/?#][^\s]*)?$/.exec(url) ?? [];
  return host ?? null;
}

function readSecret(page: SpecDocument, path: Path, secret: Result<string, string>): string {
  const text = secret.ok ? secret.value.trim() : '';
  if (!secret.ok) page.report(path, secret.error);
  else if (text === '') page.report(path, 'this file is empty; write the secret into it');
  return text;
}

function readCommand(page: SpecDocument, path: Path, { command }: Fields): Named | null {
  if (command === undefined || !isNonEmpty(command)) return null;
  const [program] = command;
  if (!program.startsWith('/')) {
    page.report(
      [...path, 'command', 0],
      `"${program}" must be a whole path such as /usr/local/bin/page: nobody looks for it`,
    );
    return null;
  }
  return { way: { kind: 'command', argv: command }, called: `command:${program.split('/').at(-1) ?? ''}` };
}
