import type { Mistake } from '@bondctl/proto/model/error';
import { type Document, isMap, isNode, isScalar, isSeq, type Pair, parseDocument } from 'yaml';

/** Where a value stands in the document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** A YAML text with a notebook: everything that is wrong is written down with its place, and reading goes on. */
export interface SpecDocument {
  /** The document as plain values; undefined when the text is not YAML at all. */
  readonly root: unknown;
  /** Writes a mistake down at the value of `path`, or at its key. */
  readonly report: (path: Path, message: string, at?: 'key' | 'value') => void;
  /** Everything written down so far, in the order of the text. */
  readonly mistakes: () => readonly Mistake[];
}

const maxCharacters = 1_048_576;
const maxAliases = 100;
const maxMistakes = 1000;

/** `bonds.sync0.ports[1]` */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}

/** Opens a spec text. Never throws: what is not YAML has its mistakes and no root. */
export function openDocument(text: string, file: string): SpecDocument {
  const found: Mistake[] = [];
  const note = (offset: number, path: Path, message: string) => {
    const { line, column } = placeOf(text, offset);
    if (found.length < maxMistakes)
      found.push({
        file,
        line,
        column,
        path: formatPath(path),
        message,
      });
  };
  const mistakes = () => found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (text.length > maxCharacters) {
    note(0, [], `the spec is longer than ${maxCharacters} characters; write a shorter one`);
    return { root: undefined, report: () => undefined, mistakes };
  }
  const document = parseDocument(text);
  for (const error of document.errors) note(error.pos[0], [], yamlSentence(error.code, error.message));
  const report: SpecDocument['report'] = (path, message, at = 'value') =>
    note(offsetOf(document, path, at), path, message);
  return { root: plainValues(document, report), report, mistakes };
}

/** Counted from the text: the library's own line counter goes astray in texts that it cannot read. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The YAML library's message without its drawing of the place, which we print ourselves. */
function yamlSentence(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key is written twice; keep one of them';
  const firstLine = message.split('\n')[0] ?? message;
  return `this is not YAML: ${firstLine.replace(/ at line \d+, column \d+:?$/, '')}`;
}

/** The values, unless the text is broken: what a broken text says is a guess. A key written twice breaks nothing. */
function plainValues(document: Document.Parsed, report: SpecDocument['report']): unknown {
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return undefined;
  try {
    return document.toJS({ maxAliasCount: maxAliases }) ?? {};
  } catch (thrown) {
    report([], `the aliases of this text cannot be followed: ${String(thrown)}`);
    return undefined;
  }
}

/** The place of a path in the text, or of the deepest part of it that is there. */
function offsetOf(document: Document.Parsed, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, part] of path.entries()) {
    const pair = childOf(node, part);
    if (pair === undefined) return offset;
    const last = index === path.length - 1;
    const keyAt = startOf(pair.key);
    const valueAt = hasText(pair.value) ? startOf(pair.value) : undefined;
    offset =
      (last && at === 'key' ? (keyAt ?? valueAt) : last ? (valueAt ?? keyAt) : (keyAt ?? valueAt)) ?? offset;
    node = pair.value;
  }
  return offset;
}

function childOf(node: unknown, part: string | number): { key: unknown; value: unknown } | undefined {
  if (isSeq(node))
    return typeof part === 'number' && part in node.items
      ? { key: null, value: node.items[part] }
      : undefined;
  if (!isMap(node)) return undefined;
  return node.items.find((pair: Pair) => keyText(pair.key) === String(part));
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));
const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
const hasText = (node: unknown): boolean => isNode(node) && !(isScalar(node) && node.source === '');
