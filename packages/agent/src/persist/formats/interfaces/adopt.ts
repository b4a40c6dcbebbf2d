import type { FileProblem } from '@bondctl/proto/model/described';
import { parseMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import type { Adopted, AdoptedBond } from '../../format.ts';
import type { KeptBond } from '../../kept.ts';
import { addressesOf } from './addresses.ts';
import { type Block, isKeyword, type Line } from './blocks.ts';
import { allBlocks, type Config, pathOf, stanzasOf } from './config.ts';
import { type Dialect, meaningIn } from './dialect.ts';
import { readOptions } from './options.ts';
import { isBond, isPattern, mainOf, portsOf } from './port-lists.ts';
import { bridgeOf, interfaces, macOf, numberOf, portOf, vlansOf } from './reading.ts';
import { routesOf } from './routes.ts';
import { nameOf, valueIn } from './stanza.ts';

type Problem = Omit<FileProblem, 'path'>;

const lineOf = (dialect: Dialect, block: Block, meaning: string): Line | undefined =>
  block.body.find((line) => meaningIn(dialect, line.key) === meaning);

/** What keeps a stanza from being read as a bond. */
function refusal(dialect: Dialect, main: Block, ports: readonly IfName[]): Problem | null {
  const line = main.head?.number ?? 0;
  const mode = lineOf(dialect, main, 'bond-mode');
  if (mode !== undefined && parseMode(mode.value) === undefined)
    return { line: mode.number, message: `"${mode.value}" is not a mode` };
  const list = lineOf(dialect, main, 'bond-slaves');
  if (list !== undefined && isPattern(list.value))
    return { line: list.number, message: `"${list.value}" does not name the ports` };
  return ports.length === 0 ? { line, message: `${nameOf(main)} has no ports` } : null;
}

/** What a bond's stanza and its ports' stanzas say of its options: a port may say the primary. */
function optionLines(
  dialect: Dialect,
  config: Config,
  main: Block,
  ports: readonly IfName[],
): readonly Line[] {
  const own = ports.flatMap((port) => stanzasOf(config, port)).flatMap((block) => block.body);
  return [...main.body, ...own.filter((line) => meaningIn(dialect, line.key) === 'bond-primary')];
}

/** One bond with all that stands on it. */
function bondOf(
  dialect: Dialect,
  config: Config,
  main: Block,
  { name, ports: [first, ...rest] }: { readonly name: IfName; readonly ports: NonEmpty<IfName> },
): { readonly bond: KeptBond; readonly problems: readonly Problem[] } {
  const stanzas = stanzasOf(config, name);
  const mode = parseMode(valueIn(main, 'bond-mode') ?? '') ?? 'balance-rr';
  const lines = optionLines(dialect, config, main, [first, ...rest]);
  const { options, problems } = readOptions(dialect, mode, lines, [first, ...rest]);
  const cidrs = addressesOf(dialect, stanzas);
  const bond = {
    name,
    mode,
    options,
    ports: [portOf(first), ...rest.map(portOf)] as const,
    mtu: numberOf(valueIn(main, 'mtu')),
    mac: macOf(main),
    addresses: { cidrs, named: cidrs.length > 0 },
    routes: routesOf(stanzas),
    vlans: vlansOf(dialect, config, name),
    bridge: bridgeOf(dialect, config, name),
  };
  return { bond, problems };
}

function adopted(dialect: Dialect, config: Config, name: IfName): Adopted {
  const main = mainOf(dialect, config, name);
  if (main === undefined || !isBond(dialect, main)) return { bonds: [], problems: [] };
  const path = pathOf(config, main);
  const ports = interfaces(portsOf(dialect, config, name));
  const refused = refusal(dialect, main, ports);
  if (refused !== null || !isNonEmpty(ports))
    return { bonds: [], problems: refused === null ? [] : [{ path, ...refused }] };
  const { bond, problems } = bondOf(dialect, config, main, { name, ports });
  const one: AdoptedBond = { bond, path };
  return { bonds: [one], problems: problems.map((problem) => ({ path, ...problem })) };
}

/** What nobody understands: a line that belongs to no stanza, a stanza of nothing. */
function strays(config: Config): readonly FileProblem[] {
  return config.flatMap(({ path, blocks }) =>
    blocks.flatMap(({ head }) => {
      if (head === null) return [];
      const { raw, key, value, number: line } = head;
      if (!isKeyword(key)) return [{ path, line, message: `"${raw.trim()}" belongs to no stanza` }];
      return value === '' ? [{ path, line, message: `${key} names nothing` }] : [];
    }),
  );
}

/** The bonds of the files that are read at boot. */
export function adoptFrom(dialect: Dialect, config: Config): Adopted {
  const names = new Set(
    allBlocks(config)
      .filter((block) => isBond(dialect, block))
      .map(nameOf),
  );
  const found = interfaces([...names]).map((name) => adopted(dialect, config, name));
  return {
    bonds: found.flatMap(({ bonds }) => bonds),
    problems: [...strays(config), ...found.flatMap(({ problems }) => problems)],
  };
}
