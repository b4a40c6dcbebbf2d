import type { Block } from './blocks.ts';
import { allBlocks, type Config, stanzasOf } from './config.ts';
import { type Dialect, meaningIn } from './dialect.ts';
import { nameOf, valueIn } from './stanza.ts';

/** Words of port lists that are no ports: they say how to read what follows. */
const pattern = new Set(['all', 'regex', 'noregex', 'glob']);

/** Whether a list of ports says by a pattern which those are. */
export const isPattern = (value: string): boolean => value.split(' ').some((word) => pattern.has(word));

/** The names of a list of ports. */
export const portsIn = (value: string): readonly string[] =>
  value.split(' ').filter((word) => word !== '' && word !== 'none' && !pattern.has(word));

/** The lines of a stanza that mean something, whatever their spelling. */
export const meant = (dialect: Dialect, block: Block, meaning: string) =>
  block.body.filter((line) => line.key !== '' && meaningIn(dialect, line.key) === meaning);

/** What a stanza lists as its ports. */
export const listOf = (dialect: Dialect, block: Block): string | undefined =>
  meant(dialect, block, 'bond-slaves')[0]?.value;

/** The bond that a port names; only ifenslave asks. */
export const masterOf = (dialect: Dialect, block: Block): string | undefined =>
  dialect.portsSayMaster ? valueIn(block, 'bond-master') : undefined;

/** Whether a stanza is that of a bond. A port may repeat what its bond says. */
export const isBond = (dialect: Dialect, block: Block): boolean =>
  nameOf(block) !== '' &&
  masterOf(dialect, block) === undefined &&
  (listOf(dialect, block) !== undefined || valueIn(block, 'bond-mode') !== undefined);

/** The stanza of a bond that says what kind of bond it is. */
export function mainOf(dialect: Dialect, config: Config, name: string): Block | undefined {
  const stanzas = stanzasOf(config, name);
  return stanzas.find((block) => isBond(dialect, block)) ?? stanzas[0];
}

/** The ports that name a bond themselves. */
export const portsNaming = (dialect: Dialect, config: Config, bond: string): readonly string[] => [
  ...new Set(allBlocks(config).flatMap((block) => (masterOf(dialect, block) === bond ? nameOf(block) : []))),
];

/** Every port of a bond in its files. */
export function portsOf(dialect: Dialect, config: Config, bond: string): readonly string[] {
  const lists = stanzasOf(config, bond).map((block) => listOf(dialect, block) ?? '');
  return [...new Set([...lists.flatMap(portsIn), ...portsNaming(dialect, config, bond)])];
}

/** Whether the ports of a bond name it, and it lists none itself. */
export const isNamedByPorts = (dialect: Dialect, config: Config, bond: string): boolean =>
  portsNaming(dialect, config, bond).length > 0 &&
  stanzasOf(config, bond).every((block) => portsIn(listOf(dialect, block) ?? '').length === 0);
