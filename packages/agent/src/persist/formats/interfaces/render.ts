import type { Rendering, TextFile } from '../../format.ts';
import type { KeptBond } from '../../kept.ts';
import { unheldVlans, withBridge, withVlans } from './above.ts';
import { withAddresses } from './addresses.ts';
import { type Block, blockOf } from './blocks.ts';
import {
  append,
  type Config,
  editStanzas,
  firstOf,
  insertBefore,
  isSelected,
  pathOf,
  renderingOf,
  replace,
  stanzasOf,
} from './config.ts';
import { type Dialect, meaningIn } from './dialect.ts';
import { optionOf, unheldOptions, wantedOptions } from './options.ts';
import { isNamedByPorts, mainOf, portsOf } from './port-lists.ts';
import { wantedPorts, withPorts } from './ports.ts';
import { withRoutes } from './routes.ts';
import { inForce, pathFor } from './sources.ts';
import { mtuLines, type Wanted, withLines } from './stanza.ts';

/** A new stanza for a bond: before its bridge, which looks for it, or at the end of a file. */
function begun(dialect: Dialect, config: Config, bond: KeptBond): Config {
  const blocks = [blockOf(`auto ${bond.name}`), blockOf(`iface ${bond.name} inet manual`)];
  const bridge = bond.bridge === null ? undefined : firstOf(config, bond.bridge.name);
  return bridge === undefined
    ? append(config, pathFor(config, bond.name, dialect.readsFolders), blocks)
    : insertBefore(config, bridge, blocks);
}

/** A bond that is described but brought up by nothing would not be there after a reboot. */
function selected(config: Config, main: Block, bond: KeptBond): Config {
  if (isSelected(config, bond.name)) return config;
  const auto = { ...blockOf(`auto ${bond.name}`), before: main.before };
  return replace(config, main, [auto, { ...main, before: [] }]);
}

const strip = (value: string): string => value.replace(/^ether\s+/, '').toLowerCase();

/** The MAC address that somebody chose. */
const macLines = ({ mac }: KeptBond): readonly Wanted[] =>
  mac === null
    ? []
    : [{ meaning: 'hwaddress', key: 'hwaddress', value: mac, same: (value) => strip(value) === mac }];

/** The bond's own stanza: of all lines about bonds exactly those that it shall have. */
function withBond(dialect: Dialect, config: Config, bond: KeptBond, named: boolean): Config {
  const main = mainOf(dialect, config, bond.name);
  if (main === undefined) return config;
  const list = named ? [] : [wantedPorts(dialect, config, bond)];
  const wanted = [...list, ...wantedOptions(dialect, bond), ...mtuLines(bond), ...macLines(bond)];
  const owned = new Set(wanted.map(({ meaning }) => meaning));
  const meaningOf = (key: string): string | null => {
    const meaning = meaningIn(dialect, key);
    return owned.has(meaning) || optionOf(dialect, key) !== undefined ? meaning : null;
  };
  const edited = withLines(main, meaningOf, wanted);
  return selected(replace(config, main, [edited]), edited, bond);
}

/** The addresses where there is no word on them yet, or the spec has one. */
function withOwnAddresses(dialect: Dialect, config: Config, bond: KeptBond, isNew: boolean): Config {
  const placed =
    isNew || bond.addresses.named ? withAddresses(dialect, config, bond.name, bond.addresses.cidrs) : config;
  return isNew ? withRoutes(placed, bond.name, bond.routes) : placed;
}

/** The MTU in every stanza of the bond, where one without it would undo it. */
const withMtu = (dialect: Dialect, config: Config, bond: KeptBond): Config =>
  dialect.mtuInEach && bond.mtu !== null
    ? editStanzas(config, bond.name, (block) => [
        withLines(block, (key) => (key === 'mtu' ? key : null), mtuLines(bond)),
      ])
    : config;

/** Both programs know interfaces only by their names. */
const identities = ({ ports }: KeptBond): readonly string[] =>
  ports.flatMap(({ name, identity }) => {
    if (identity.by === 'name') return [];
    const by = identity.by === 'mac' ? 'MAC address' : 'path';
    return [`${name} by its ${by} (written by its name)`];
  });

/** The files with a bond. */
export function renderInto(dialect: Dialect, bond: KeptBond, files: readonly TextFile[]): Rendering {
  const opened = inForce(files);
  const isNew = stanzasOf(opened, bond.name).length === 0;
  const named = isNamedByPorts(dialect, opened, bond.name);
  const before = portsOf(dialect, opened, bond.name);
  const started = isNew ? begun(dialect, opened, bond) : opened;
  const own = withBond(dialect, started, bond, named);
  const addressed = withMtu(dialect, withOwnAddresses(dialect, own, bond, isNew), bond);
  const joined = withPorts(dialect, addressed, bond, { before, named });
  const main = mainOf(dialect, joined, bond.name);
  const path = main === undefined ? '' : pathOf(joined, main);
  const above = withBridge(dialect, withVlans(dialect, joined, path, bond), path, bond);
  const unheld = [
    ...unheldOptions(dialect, bond),
    ...identities(bond),
    ...unheldVlans(dialect, joined, bond),
  ];
  return renderingOf(files, above, unheld);
}
