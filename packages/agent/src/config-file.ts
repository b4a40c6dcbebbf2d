import { BondctlError, type Mistake } from '@bondctl/proto/model/error';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import { type Config, checkConfig } from './config.ts';
import type { Files } from './kernel/ports.ts';

/** Where agent.yaml lies when nobody says otherwise. */
export const configPath = '/etc/bondctl/agent.yaml';

/** More than anybody writes by hand; a larger file is somebody's mistake. */
const largestFile = 64 * 1024;

type Path = readonly PropertyKey[];

/** Where a value, or else what it would be in, begins in the text. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Where a key itself begins: that is what is wrong with a key nobody knows. */
function keyOffset(document: Document, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

interface Place {
  readonly offset: number;
  readonly path: Path;
  readonly message: string;
}

function placesOf(document: Document, issue: z.core.$ZodIssue): readonly Place[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ offset: offsetOf(document, issue.path), path: issue.path, message: issue.message }];
  }
  return issue.keys.map((key) => ({
    offset: keyOffset(document, issue.path, key),
    path: [...issue.path, key],
    message: `there is no key "${key}" here; docs/configuration.md lists all`,
  }));
}

const nowhere = (message: string): Place => ({ offset: 0, path: [], message });

/** The text's value, or why it has none. Repeated aliases that would blow it up are refused by the parser of YAML. */
function documentOf(text: string, lineCounter: LineCounter): Result<Document, readonly Place[]> {
  if (text.length > largestFile)
    return failure([nowhere(`a file over ${largestFile} characters is not read`)]);
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length === 0) return success(document);
  return failure(document.errors.map((error) => ({ ...nowhere(error.message), offset: error.pos[0] })));
}

function check(document: Document): Result<Config, readonly Place[]> {
  try {
    const checked = checkConfig(document.toJS({ maxAliasCount: 10 }));
    if (checked.success) return success(checked.data);
    return failure(checked.error.issues.flatMap((issue) => placesOf(document, issue)));
  } catch (thrown) {
    return failure([nowhere(thrown instanceof Error ? thrown.message : String(thrown))]);
  }
}

/** Reads the text of agent.yaml: what is in force, or all its mistakes with their places. An empty text is no mistake. */
export function parseConfig(file: string, text: string): Result<Config, readonly Mistake[]> {
  const lines = new LineCounter();
  const at = ({ offset, path, message }: Place): Mistake => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: path.map(String).join('.'),
      message,
    };
  };
  const document = documentOf(text, lines);
  const checked = document.ok ? check(document.value) : document;
  return checked.ok ? checked : failure(checked.error.map(at));
}

/** `agent.yaml:3:5 allow.verbs.0: ...` */
export const mistakeLine = (mistake: Mistake): string =>
  `${mistake.file}:${mistake.line}:${mistake.column} ${mistake.path === '' ? '' : `${mistake.path}: `}${mistake.message}`;

/**
 * Reads agent.yaml. Without it the defaults are in force, unless somebody named another file. Throws one error that
 * lists every mistake.
 */
export async function readConfig(files: Files, path: string): Promise<Config> {
  const text = await files.read('config', path);
  if (text === undefined && path !== configPath) {
    throw new BondctlError('not-found', `There is no file ${path}.`);
  }
  const parsed = parseConfig(path, text ?? '');
  if (parsed.ok) return parsed.value;
  throw new BondctlError('bad-input', parsed.error.map(mistakeLine).join('\n'));
}
