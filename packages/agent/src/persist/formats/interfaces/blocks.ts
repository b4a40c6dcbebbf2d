/** One line of interfaces(5); one that is continued with a backslash is still one, and `raw` has all of it. */
export interface Line {
  readonly raw: string;
  /** Its first word; empty in comments and blank lines. */
  readonly key: string;
  /** Its other words, one space between them. */
  readonly value: string;
  /** Where it was read, from 1; 0 in a line that is new. */
  readonly number: number;
}

/** A stanza or a line of its own, with the comments and blank lines above it; `head` is null for what ends a file. */
export interface Block {
  readonly before: readonly Line[];
  readonly head: Line | null;
  readonly body: readonly Line[];
}

const withBody = new Set(['iface', 'mapping', 'vlan']);
const alone = new Set([
  'auto',
  'source',
  'source-directory',
  'source-dir',
  'rename',
  'no-auto-down',
  'no-scripts',
]);

/** Whether a word begins a stanza, whatever came before. */
export const isKeyword = (key: string): boolean =>
  withBody.has(key) || alone.has(key) || key.startsWith('allow-');

/** A line from its text. */
export function lineOf(raw: string, number = 0): Line {
  const words = raw.replaceAll('\\\n', ' ').trim().split(/\s+/);
  const [key = '', ...rest] = words[0]?.startsWith('#') === true ? [''] : words;
  return { raw, key, value: rest.join(' '), number };
}

/** Lines as the programs count them: a backslash at the end goes on, unless the line is a comment. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let begun: { readonly raw: string; readonly number: number } | null = null;
  for (const [index, one] of text.replace(/\n$/, '').split('\n').entries()) {
    const raw: string = begun === null ? one : `${begun.raw}\n${one}`;
    const number: number = begun?.number ?? index + 1;
    begun = raw.endsWith('\\') && !raw.trimStart().startsWith('#') ? { raw, number } : null;
    if (begun === null) lines.push(lineOf(raw, number));
  }
  return begun === null ? lines : [...lines, lineOf(begun.raw, begun.number)];
}

const takesBody = (block: Block | undefined): block is Block =>
  block?.head !== undefined && block.head !== null && withBody.has(block.head.key);

/** The blocks of a file; `textOf` gives its text back. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let pending: Line[] = [];
  for (const line of text === '' ? [] : linesOf(text)) {
    const last = blocks.at(-1);
    if (line.key !== '' && !isKeyword(line.key) && takesBody(last))
      blocks.splice(-1, 1, { ...last, body: [...last.body, ...pending, line] });
    else if (line.key !== '') blocks.push({ before: pending, head: line, body: [] });
    pending = line.key === '' ? [...pending, line] : [];
  }
  return pending.length === 0 ? blocks : [...blocks, { before: pending, head: null, body: [] }];
}

/** All lines of a block in their order. */
export const linesIn = (block: Block): readonly Line[] => [
  ...block.before,
  ...(block.head === null ? [] : [block.head]),
  ...block.body,
];

/** The text of blocks. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(linesIn)
    .map((line) => `${line.raw}\n`)
    .join('');

/** A block of its own lines. */
export const blockOf = (
  head: string,
  body: readonly string[] = [],
  before: readonly string[] = [],
): Block => ({
  before: before.map((raw) => lineOf(raw)),
  head: lineOf(head),
  body: body.map((raw) => lineOf(`    ${raw}`)),
});

/** What stays of a block that goes: comments of people. */
export const commentsOf = (block: Block): readonly Block[] =>
  block.before.some((line) => line.raw.trim() !== '') ? [{ before: block.before, head: null, body: [] }] : [];
