/** One line of a file of shell assignments: `KEY=value`, or something else (blank, comment, unreadable). */
export interface ShellLine {
  readonly text: string;
  readonly key: string | null;
  /** Without its quotes. */
  readonly value: string;
  /** A comment behind the value, with the white space before it. */
  readonly rest: string;
}

/** A file of shell assignments as its lines, so that what is not changed stays as people wrote it. */
export type ShellText = readonly ShellLine[];

const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/;
const piece = /'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\]/y;

/** One piece of a value without its quotes: single ones keep everything, double ones and none let a backslash escape. */
function bare(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1);
  if (text.startsWith('"')) return text.slice(1, -1).replace(/\\([\\"$`])/g, '$1');
  return text.startsWith('\\') ? text.slice(1) : text;
}

/** The value at the beginning of a text, and what follows it; undefined where quotes do not close. */
function valueAt(text: string): { readonly value: string; readonly rest: string } | undefined {
  const pieces: string[] = [];
  let at = 0;
  for (piece.lastIndex = 0; ; piece.lastIndex = at) {
    const found = piece.exec(text)?.[0];
    if (found === undefined) break;
    pieces.push(bare(found));
    at += found.length;
  }
  const rest = text.slice(at);
  return /^\s*(\s#.*)?$/.test(rest) ? { value: pieces.join(''), rest } : undefined;
}

function readLine(text: string): ShellLine {
  const [, key, after = ''] = assignment.exec(text) ?? [];
  const read = key === undefined ? undefined : valueAt(after);
  if (key === undefined || read === undefined) return { text, key: null, value: '', rest: '' };
  return { text, key, ...read };
}

/** Reads any text; joined again, it is the same text. */
export const parseShell = (text: string): ShellText => text.split('\n').map(readLine);

/** The text of the lines. */
export const formatShell = (lines: ShellText): string => lines.map((line) => line.text).join('\n');

/** Numbers of the lines that are neither assignment nor comment. */
export const unreadableLines = (lines: ShellText): readonly number[] =>
  lines.flatMap(({ key, text }, index) => (key === null && !/^\s*(#.*)?$/.test(text) ? [index + 1] : []));

/** The value of a key, the last one as a shell has it; an empty one is none. */
export const valueIn = (lines: ShellText, key: string): string | undefined =>
  lines.findLast((line) => line.key === key)?.value || undefined;

/** The number of the line that says a key, or of the first one. */
export const lineOf = (lines: ShellText, key: string): number =>
  lines.findLastIndex((line) => line.key === key) + 1 || 1;

/** A value as a shell reads it back. */
export const quoted = (value: string): string =>
  /^[A-Za-z0-9_@%+:,./-]*$/.test(value) ? value : `"${value.replace(/[\\"$`]/g, '\\$&')}"`;

/** The text without the keys that a rule takes out. */
export const without = (lines: ShellText, rule: (key: string) => boolean): ShellText =>
  lines.filter((line) => line.key === null || !rule(line.key));

/** The text with one assignment of a key, in its place or at the end; a line that says it already stays as it is. */
export function withValue(lines: ShellText, key: string, value: string): ShellText {
  const at = lines.findLastIndex((line) => line.key === key);
  const old = lines[at];
  const rest = old?.rest ?? '';
  const text = old !== undefined && old.value === value ? old.text : `${key}=${quoted(value)}${rest}`;
  const line = { text, key, value, rest };
  if (old !== undefined)
    return lines.flatMap((one, index) => (index === at ? [line] : one.key === key ? [] : [one]));
  const end = lines.findLastIndex((one) => one.text.trim() !== '') + 1;
  return [...lines.slice(0, end), line, ...(end === lines.length ? [readLine('')] : lines.slice(end))];
}
