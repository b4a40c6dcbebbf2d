import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { KeptBridge, KeptPort, KeptVlan } from '../../kept.ts';
import { bridgeList, vlanId } from './above.ts';
import { addressesOf } from './addresses.ts';
import type { Block } from './blocks.ts';
import { allBlocks, type Config, stanzasOf } from './config.ts';
import type { Dialect } from './dialect.ts';
import { portsIn } from './port-lists.ts';
import { routesOf } from './routes.ts';
import { nameOf, valueIn } from './stanza.ts';

/** Names of interfaces; what is none is left out. */
export const interfaces = (names: readonly string[]): readonly IfName[] =>
  names.flatMap((name) => {
    const parsed = parseIfName(name);
    return parsed.ok ? [parsed.value] : [];
  });

/** Every interface that has a stanza. */
export const describedIn = (config: Config): ReadonlySet<IfName> =>
  new Set(interfaces(allBlocks(config).map(nameOf)));

/** interfaces(5) tells the kind of a port only by its name, which the kernel begins with `ib`. */
export const portOf = (name: IfName): KeptPort => ({
  name,
  identity: { by: 'name' },
  infiniband: name.startsWith('ib'),
});

/** A whole number, or null. */
export const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;

/** The MAC address that a stanza gives. */
export function macOf(block: Block): string | null {
  const value = valueIn(block, 'hwaddress')
    ?.replace(/^ether\s+/, '')
    .toLowerCase();
  return value !== undefined && /^([\da-f]{2}:)+[\da-f]{2}$/.test(value) ? value : null;
}

/** The VLANs on a bond. */
export function vlansOf(dialect: Dialect, config: Config, bond: string): readonly KeptVlan[] {
  return [...describedIn(config)].flatMap((name) => {
    const stanzas = stanzasOf(config, name);
    const id = stanzas.map((block) => vlanId(dialect, block, bond)).find((one) => one !== null);
    if (id === undefined || id === null || name === bond) return [];
    const mtu = numberOf(stanzas.map((block) => valueIn(block, 'mtu')).find((one) => one !== undefined));
    return [{ name, id, mtu, addresses: addressesOf(dialect, stanzas), routes: routesOf(stanzas) }];
  });
}

/** The bridge that has a bond among its ports. */
export function bridgeOf(dialect: Dialect, config: Config, bond: string): KeptBridge | null {
  const block = allBlocks(config).find((one) => portsIn(bridgeList(one) ?? '').includes(bond));
  const [name] = interfaces(block === undefined ? [] : [nameOf(block)]);
  if (block === undefined || name === undefined) return null;
  const stanzas = stanzasOf(config, name);
  const others = portsIn(bridgeList(block) ?? '').filter((one) => one !== bond);
  return {
    name,
    addresses: addressesOf(dialect, stanzas),
    routes: routesOf(stanzas),
    otherPorts: interfaces(others),
  };
}
