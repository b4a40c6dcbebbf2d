import type { KeptBond, KeptBridge, KeptVlan } from '../../kept.ts';
import { withAddresses } from './addresses.ts';
import { type Block, blockOf } from './blocks.ts';
import { append, type Config, replace, stanzasOf } from './config.ts';
import type { Dialect } from './dialect.ts';
import { portsIn } from './port-lists.ts';
import { withRoutes } from './routes.ts';
import { lineFor, linesWith, nameOf, valueIn } from './stanza.ts';

/** Both have addresses and routes. */
type Standing = Pick<KeptBridge, 'name' | 'addresses' | 'routes'>;

/** A new stanza of something on a bond, at the end of a file. */
function described(
  dialect: Dialect,
  config: Config,
  path: string,
  one: Standing,
  lines: readonly string[],
): Config {
  const stanza = blockOf(`iface ${one.name} inet manual`, lines);
  const made = append(config, path, [blockOf(`auto ${one.name}`), stanza]);
  return withRoutes(withAddresses(dialect, made, one.name, one.addresses), one.name, one.routes);
}

/** A VLAN, unless a file describes it or the program has no way to make it. */
function withVlan(dialect: Dialect, config: Config, path: string, vlan: KeptVlan, bond: KeptBond): Config {
  const lines = dialect.vlanLines(vlan, bond.name);
  if (lines === null || stanzasOf(config, vlan.name).length > 0) return config;
  const mtu = vlan.mtu === null ? [] : [`mtu ${vlan.mtu}`];
  return described(dialect, config, path, vlan, [...lines, ...mtu]);
}

/** The VLANs of a bond. */
export const withVlans = (dialect: Dialect, config: Config, path: string, bond: KeptBond): Config =>
  bond.vlans.reduce((sum, vlan) => withVlan(dialect, sum, path, vlan, bond), config);

/** The VLANs that the program has no way to make. */
export const unheldVlans = (dialect: Dialect, config: Config, bond: KeptBond): readonly string[] =>
  bond.vlans
    .filter(
      (vlan) => dialect.vlanLines(vlan, bond.name) === null && stanzasOf(config, vlan.name).length === 0,
    )
    .map(({ name, id }) => `VLAN ${name} (${id})`);

/** The list of a bridge's ports. */
export const bridgeList = (block: Block): string | undefined => valueIn(block, 'bridge-ports');

/** A bridge that knows its port. */
function knowing(dialect: Dialect, config: Config, stanzas: readonly Block[], bond: string): Config {
  if (stanzas.some((block) => portsIn(bridgeList(block) ?? '').includes(bond))) return config;
  const place = stanzas.find((block) => bridgeList(block) !== undefined) ?? stanzas[0];
  if (place === undefined) return config;
  const [old] = linesWith(place, 'bridge-ports');
  const rest = old === undefined || old.value === 'none' ? '' : ` ${old.value}`;
  const line = lineFor(place, old?.key ?? dialect.bridgePorts, `${bond}${rest}`);
  const body =
    old === undefined ? [...place.body, line] : place.body.map((one) => (one === old ? line : one));
  return replace(config, place, [{ ...place, body }]);
}

/** The bridge of a bond. */
export function withBridge(dialect: Dialect, config: Config, path: string, bond: KeptBond): Config {
  if (bond.bridge === null) return config;
  const stanzas = stanzasOf(config, bond.bridge.name);
  if (stanzas.length > 0) return knowing(dialect, config, stanzas, bond.name);
  const ports = [bond.name, ...bond.bridge.otherPorts].join(' ');
  return described(dialect, config, path, bond.bridge, [`${dialect.bridgePorts} ${ports}`]);
}

/** The number of a VLAN that stands on a bond, by its name or by what its stanza says; null for every other stanza. */
export function vlanId(dialect: Dialect, block: Block, bond: string): number | null {
  const name = nameOf(block);
  const [, tag] = /^(?:.*\.|vlan)0*(\d+)$/.exec(name) ?? [];
  const said = dialect.backend === 'ifupdown2' ? valueIn(block, 'vlan-id') : undefined;
  const below = valueIn(block, 'vlan-raw-device') ?? (name.startsWith(`${bond}.`) ? bond : '');
  const id = Number(said ?? tag ?? Number.NaN);
  return below === bond && Number.isInteger(id) ? id : null;
}
