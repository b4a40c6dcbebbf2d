import type { KeptBond } from '../../kept.ts';
import { type Block, type Line, lineOf } from './blocks.ts';

/** The families of addresses that stanzas speak of. */
export type Family = 'inet' | 'inet6';

const headWords = (block: Block): readonly string[] =>
  block.head?.key === 'iface' ? block.head.value.split(' ') : [];

/** The word of an `iface` line: `bond0`, or with a label `bond0:1`. */
export const labelOf = (block: Block): string => headWords(block)[0] ?? '';

/** The interface of an `iface` line, without a label; empty in every other block. */
export const nameOf = (block: Block): string => labelOf(block).split(':')[0] ?? '';

/** A label of ifupdown's (`bond0:1`) is no interface of its own. */
export const isLabel = (block: Block): boolean => labelOf(block).includes(':');

/** Its address family; both programs take none as `inet`. */
export const familyOf = (block: Block): Family => (headWords(block)[1] === 'inet6' ? 'inet6' : 'inet');

/** Its method; a stanza that says none takes addresses. */
export const methodOf = (block: Block): string => headWords(block)[2] ?? 'static';

/** The stanza with another method; one that says none needs none. */
export function withMethod(block: Block, method: string): Block {
  if (block.head === null || methodOf(block) === method) return block;
  const raw = block.head.raw.replace(/^(\s*iface\s+\S+\s+\S+\s+)\S+/, `$1${method}`);
  return { ...block, head: lineOf(raw, block.head.number) };
}

/** A key as both programs compare it: they take `_` for `-`. */
export const plain = (key: string): string => key.replaceAll('_', '-');

/** The lines of a stanza with a key. */
export const linesWith = (block: Block, key: string): readonly Line[] =>
  block.body.filter((line) => plain(line.key) === key);

/** The first value of a key. */
export const valueIn = (block: Block, key: string): string | undefined => linesWith(block, key)[0]?.value;

/** How a stanza indents its lines. */
const indentOf = (block: Block): string =>
  /^\s*/.exec(block.body.find((line) => line.key !== '')?.raw ?? '    ')?.[0] ?? '';

/** A new line of a stanza, indented as its others. */
export const lineFor = (block: Block, key: string, value: string): Line =>
  lineOf(`${indentOf(block)}${key} ${value}`);

/** The stanza without some of its lines. */
export function without(block: Block, gone: (line: Line) => boolean): Block {
  const body = block.body.filter((line) => line.key === '' || !gone(line));
  return body.length === block.body.length ? block : { ...block, body };
}

/** One line that a stanza shall have. */
export interface Wanted {
  /** What it says, whatever its spelling. */
  readonly meaning: string;
  readonly key: string;
  readonly value: string;
  /** Whether a value that is there says the same. */
  same(value: string): boolean;
}

/** The MTU where it is said; otherwise the file knows better. */
export const mtuLines = ({ mtu }: Pick<KeptBond, 'mtu'>): readonly Wanted[] =>
  mtu === null
    ? []
    : [{ meaning: 'mtu', key: 'mtu', value: `${mtu}`, same: (value) => Number(value) === mtu }];

/** A line as it shall be: what says the same stays, what says something else gets the value, what nobody wants goes. */
function settled(block: Block, line: Line, meaning: string, wanted: readonly Wanted[]): readonly Line[] {
  const one = wanted.find((other) => other.meaning === meaning);
  if (one === undefined) return [];
  return one.same(line.value) ? [line] : [lineFor(block, line.key, one.value)];
}

/** The stanza with exactly the wanted lines among those that we own; new ones stand behind the last of them. */
export function withLines(
  block: Block,
  meaningOf: (key: string) => string | null,
  wanted: readonly Wanted[],
): Block {
  const seen = new Set<string>();
  let end = 0;
  const body: Line[] = [];
  for (const line of block.body) {
    const meaning = line.key === '' ? null : meaningOf(line.key);
    if (meaning === null) body.push(line);
    else if (!seen.has(meaning)) end = body.push(...settled(block, line, meaning, wanted));
    if (meaning !== null) seen.add(meaning);
  }
  const missing = wanted.filter(({ meaning }) => !seen.has(meaning));
  const place = end === 0 ? body.length : end;
  return {
    ...block,
    body: body.toSpliced(place, 0, ...missing.map((one) => lineFor(block, one.key, one.value))),
  };
}
