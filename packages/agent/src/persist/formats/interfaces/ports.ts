import type { KeptBond } from '../../kept.ts';
import { withoutAddresses } from './addresses.ts';
import { type Block, blockOf, commentsOf } from './blocks.ts';
import { append, type Config, deselect, editAll, isSelected, pathOf, stanzasOf } from './config.ts';
import { type Dialect, meaningIn } from './dialect.ts';
import { optionOf, wantedOption } from './options.ts';
import { isPattern, mainOf, masterOf, meant, portsIn, portsOf } from './port-lists.ts';
import { methodOf, mtuLines, nameOf, plain, valueIn, type Wanted, withLines, without } from './stanza.ts';

/** The line that lists a bond's ports: those that stay keep their order. */
export function wantedPorts(dialect: Dialect, config: Config, bond: KeptBond): Wanted {
  const names = bond.ports.map(({ name }): string => name);
  const staying = portsOf(dialect, config, bond.name).filter((name) => names.includes(name));
  const all = [...staying, ...names.filter((name) => !staying.includes(name))];
  const same = (value: string): boolean =>
    !isPattern(value) &&
    portsIn(value).length === names.length &&
    portsIn(value).every((one) => names.includes(one));
  return { meaning: 'bond-slaves', key: 'bond-slaves', value: all.join(' '), same };
}

const isOfBonds = (dialect: Dialect, key: string): boolean =>
  plain(key) === 'bond-master' || plain(key) === 'bond-mode' || optionOf(dialect, key) !== undefined;

/** The stanza of a port of nothing. */
const released = (dialect: Dialect, block: Block): Block =>
  without(block, (line) => isOfBonds(dialect, line.key));

/** What the stanza of a port says of its bond. ifenslave sets the primary when the port comes, so the port must say it. */
function portLines(dialect: Dialect, bond: KeptBond, named: boolean): readonly Wanted[] {
  const { primary } = bond.options;
  if (!named) return [];
  const master = { meaning: 'bond-master', key: 'bond-master', value: bond.name };
  return [
    { ...master, same: (value) => value === bond.name },
    ...(primary === undefined || primary === ''
      ? []
      : [wantedOption(dialect, [primary], 'primary', primary)]),
  ];
}

/** Whether ports must say an MTU: a stanza without one, or none, would mean the usual one. */
const saysMtus = ({ mtuInEach }: Dialect, { mtu }: KeptBond): boolean =>
  mtuInEach && mtu !== null && mtu !== usualMtu;

const usualMtu = 1500;

/** A port's own MTU, where it says one or must: after its bond's another one would undo that. */
const portMtu = (dialect: Dialect, bond: KeptBond, block: Block): readonly Wanted[] =>
  bond.mtu === null || (valueIn(block, 'mtu') === undefined && !saysMtus(dialect, bond))
    ? []
    : mtuLines(bond);

/** A port as it shall be: no addresses, which would stay behind, and of bonds only what its own one needs. */
function joined(dialect: Dialect, block: Block, bond: KeptBond, named: boolean): readonly Block[] {
  const says = named || masterOf(dialect, block) === bond.name;
  const mtu = portMtu(dialect, bond, block);
  const lines = [...portLines(dialect, bond, says), ...mtu];
  const meaning = (key: string): string | null =>
    isOfBonds(dialect, key) || mtu.some((one) => one.key === key) ? meaningIn(dialect, key) : null;
  return withoutAddresses(block).map((one) => (nameOf(one) === '' ? one : withLines(one, meaning, lines)));
}

/** A list of ports without some; the key stays, as `none` where nothing is left. */
function unlisted(dialect: Dialect, block: Block, key: string, gone: readonly string[]): Block {
  const lines = meant(dialect, block, key).filter((line) =>
    portsIn(line.value).some((one) => gone.includes(one)),
  );
  return lines.reduce((sum, line) => {
    const value = line.value
      .split(' ')
      .filter((one) => !gone.includes(one))
      .join(' ');
    const wanted = { meaning: key, key, value: value === '' ? 'none' : value, same: () => false };
    return withLines(sum, (one) => (meaningIn(dialect, one) === key ? key : null), [wanted]);
  }, block);
}

/** Nobody else has these ports: no bridge and no other bond. */
export const takenFromOthers = (
  dialect: Dialect,
  config: Config,
  ports: readonly string[],
  bond: string,
): Config =>
  editAll(config, (block) =>
    nameOf(block) === '' || nameOf(block) === bond
      ? [block]
      : [unlisted(dialect, unlisted(dialect, block, 'bond-slaves', ports), 'bridge-ports', ports)],
  );

/** A stanza that was there for the MTU of the bond: nobody brings it up, and it says nothing else. */
const isMtuAlone = (dialect: Dialect, config: Config, block: Block): boolean =>
  dialect.mtuInEach &&
  methodOf(block) === 'manual' &&
  !isSelected(config, nameOf(block)) &&
  block.body.every(({ key }) => key === '' || key === 'mtu');

/** Ports that lose their bond. */
export function releasePorts(
  dialect: Dialect,
  config: Config,
  bond: string,
  ports: readonly string[],
): Config {
  const freed = editAll(config, (block) => {
    if (!ports.includes(nameOf(block))) return [block];
    return isMtuAlone(dialect, config, block) ? commentsOf(block) : [released(dialect, block)];
  });
  return deselect(freed, (word) => ports.includes(word), `allow-${bond}`);
}

/** The stanza of a port that must name its bond, or say its MTU, and has none. What a bond lists comes up with it. */
function portStanza(dialect: Dialect, bond: KeptBond, port: string, named: boolean): readonly Block[] {
  const lines = [...portLines(dialect, bond, named), ...(saysMtus(dialect, bond) ? mtuLines(bond) : [])].map(
    ({ key, value }) => `${key} ${value}`,
  );
  const stanza = blockOf(`iface ${port} inet manual`, lines);
  return lines.length === 0 ? [] : [...(named ? [blockOf(`auto ${port}`)] : []), stanza];
}

/** The stanzas of ports as their bond needs them; their labels are no longer brought up. */
function withStanzas(dialect: Dialect, config: Config, bond: KeptBond, named: boolean): Config {
  const names = bond.ports.map(({ name }): string => name);
  const there = editAll(config, (block) =>
    names.includes(nameOf(block)) ? joined(dialect, block, bond, named) : [block],
  );
  return deselect(there, (word) => word.includes(':') && names.includes(word.split(':')[0] ?? ''));
}

/** The ports of a bond as they shall be; `before`: those it had, `named`: they name their bond. */
export function withPorts(
  dialect: Dialect,
  config: Config,
  bond: KeptBond,
  { before, named }: { readonly before: readonly string[]; readonly named: boolean },
): Config {
  const names = bond.ports.map(({ name }): string => name);
  const leaving = before.filter((name) => !names.includes(name));
  const taken = takenFromOthers(dialect, config, names, bond.name);
  const left = releasePorts(dialect, taken, bond.name, leaving);
  const there = withStanzas(dialect, left, bond, named);
  const main = mainOf(dialect, there, bond.name);
  const path = main === undefined ? '' : pathOf(there, main);
  return names
    .filter((name) => stanzasOf(there, name).length === 0)
    .reduce((sum, name) => append(sum, path, portStanza(dialect, bond, name, named)), there);
}
