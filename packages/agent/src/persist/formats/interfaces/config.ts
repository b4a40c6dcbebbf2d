import type { Rendering, TextFile } from '../../format.ts';
import { type Block, blocksOf, commentsOf, lineOf, linesIn, textOf } from './blocks.ts';
import { labelOf, nameOf } from './stanza.ts';

/** A file with its blocks. */
export interface OpenFile {
  readonly path: string;
  readonly blocks: readonly Block[];
}

/** The files that are read, in the order in which they are read. */
export type Config = readonly OpenFile[];

/** All blocks of all files. */
export const allBlocks = (config: Config): readonly Block[] => config.flatMap(({ blocks }) => blocks);

/** The stanzas of one interface. */
export const stanzasOf = (config: Config, name: string): readonly Block[] =>
  allBlocks(config).filter((block) => nameOf(block) === name);

/** The path of the file that has a block. */
export const pathOf = (config: Config, block: Block): string =>
  config.find(({ blocks }) => blocks.includes(block))?.path ?? '';

/** Every block replaced by others; most by themselves. */
export const editAll = (config: Config, edit: (block: Block) => readonly Block[]): Config =>
  config.map((file) => ({ ...file, blocks: file.blocks.flatMap(edit) }));

/** One block replaced. */
export const replace = (config: Config, old: Block, next: readonly Block[]): Config =>
  editAll(config, (block) => (block === old ? next : [block]));

/** The stanzas of one interface replaced. */
export const editStanzas = (config: Config, name: string, edit: (block: Block) => readonly Block[]): Config =>
  editAll(config, (block) => (nameOf(block) === name ? edit(block) : [block]));

const blank = lineOf('');
const withBlank = (block: Block): Block => ({ ...block, before: [blank, ...block.before] });

/** Blocks behind another one, after a blank line. */
export const insertAfter = (config: Config, place: Block, [first, ...rest]: readonly Block[]): Config =>
  first === undefined ? config : replace(config, place, [place, withBlank(first), ...rest]);

/** Blocks before another one and the comments above it, a blank line between them. */
export function insertBefore(config: Config, place: Block, added: readonly Block[]): Config {
  const [first, ...rest] = added;
  if (first === undefined) return config;
  const isApart = linesIn(place)[0]?.raw.trim() === '';
  return replace(
    config,
    place,
    isApart ? [withBlank(first), ...rest, place] : [first, ...rest, withBlank(place)],
  );
}

/** Blocks at the end of a file, which is made where there is none. */
export function append(config: Config, path: string, added: readonly Block[]): Config {
  const file = config.find((one) => one.path === path);
  if (file === undefined) return [...config, { path, blocks: added }];
  const last = file.blocks.flatMap(linesIn).at(-1);
  const [first, ...rest] = added;
  if (first === undefined) return config;
  const begun = last === undefined || last.raw.trim() === '' ? first : withBlank(first);
  return config.map((one) => (one === file ? { path, blocks: [...file.blocks, begun, ...rest] } : one));
}

const isSelection = (block: Block): boolean =>
  block.head?.key === 'auto' || block.head?.key.startsWith('allow-') === true;

const selected = (block: Block): readonly string[] =>
  isSelection(block) ? (block.head?.value.split(' ') ?? []) : [];

/** Whether an interface is brought up by an `auto` or `allow-` line; a pattern may mean any. */
export const isSelected = (config: Config, name: string): boolean =>
  allBlocks(config)
    .flatMap(selected)
    .some((word) => word === name || word === 'all' || /[/[*]/.test(word));

/** The first block that speaks of an interface: its `auto` line or its stanza. */
export const firstOf = (config: Config, name: string): Block | undefined =>
  allBlocks(config).find((block) => labelOf(block) === name || selected(block).includes(name));

/** Lines that select interfaces without some of them; `of`: only lines with this key. */
export const deselect = (config: Config, gone: (word: string) => boolean, of?: string): Config =>
  editAll(config, (block) => {
    const words = of === undefined || block.head?.key === of ? selected(block) : [];
    const kept = words.filter((word) => !gone(word));
    if (kept.length === words.length || block.head === null) return [block];
    const head = lineOf(`${block.head.key} ${kept.join(' ')}`, block.head.number);
    return kept.length === 0 ? commentsOf(block) : [{ ...block, head }];
  });

/** What differs from the files as they were. A file of `interfaces.d` that says nothing any more goes. */
export function renderingOf(
  before: readonly TextFile[],
  config: Config,
  untilReboot: readonly string[],
): Rendering {
  const texts = new Map(before.map(({ path, text }) => [path, textOf(blocksOf(text))]));
  const changed = config
    .map(({ path, blocks }) => ({ path, text: textOf(blocks) }))
    .filter(({ path, text }) => text !== (texts.get(path) ?? ''));
  const says = ({ path, text }: TextFile): boolean =>
    path === '/etc/network/interfaces' || text.trim() !== '';
  return {
    files: changed.filter(says),
    removed: changed.filter((file) => !says(file)).map(({ path }) => path),
    untilReboot,
  };
}
