import { type FileSet, ourLine } from '../../file-set.ts';
import type { KeptBond, KeptVlan } from '../../kept.ts';
import {
  effective,
  netdevOf,
  newNetdevPath,
  newNetworkPath,
  type UnitFile,
  withUnit,
} from './networkd-folder.ts';
import { byName, matchOf, type Sought } from './networkd-match.ts';
import { withOptions } from './networkd-options.ts';
import { withRoutes } from './networkd-routes.ts';
import { withoutSections, withSection, withValues } from './unit-edit.ts';
import { allOf, lastOf, linesOf, readUnit, type Unit } from './unit-text.ts';

/** What every new file begins with. */
export const ours: Unit = readUnit(`${ourLine}\n`);

/** A value that is left alone where nobody asks for one. */
const withWanted = (unit: Unit, section: string, key: string, value: string | number | null): Unit =>
  value === null ? unit : withValues(unit, section, key, [String(value)]);

/** A new `.netdev` file up to what its kind needs. */
export const newNetdev = (name: string, kind: 'bond' | 'vlan' | 'bridge', mtu: number | null): Unit =>
  withSection(ours, 'NetDev', [
    ['Name', name],
    ['Kind', kind],
    ...(mtu === null ? [] : [['MTUBytes', String(mtu)] as const]),
  ]);

/** A new `.network` file with addresses that an interface has even while nothing answers at its other end. */
export function newNetwork(
  sought: Sought,
  { addresses, routes, mtu }: Pick<KeptVlan, 'addresses' | 'routes' | 'mtu'>,
): Unit {
  const matched = withSection(ours, 'Match', [matchOf(sought)]);
  const network = withSection(withWanted(matched, 'Link', 'MTUBytes', mtu), 'Network', [
    ['ConfigureWithoutCarrier', 'yes'],
    ...addresses.map((cidr) => ['Address', cidr] as const),
  ]);
  return withRoutes(network, routes);
}

/** The draft with the device of the bond. */
export function withBondDevice(draft: FileSet, bond: KeptBond): FileSet {
  const found = netdevOf(draft, bond.name);
  const unit = found?.unit ?? newNetdev(bond.name, 'bond', bond.mtu);
  const sized = withWanted(unit, 'NetDev', 'MTUBytes', bond.mtu);
  const known = withWanted(sized, 'NetDev', 'MACAddress', sameMac(unit, bond.mac) ? null : bond.mac);
  return withUnit(draft, found?.path ?? newNetdevPath(bond.name), withOptions(known, bond));
}

const sameMac = (unit: Unit, mac: string | null): boolean =>
  lastOf(unit, 'NetDev', 'MACAddress')?.toLowerCase() === mac;

/** The unit with these addresses and no other; an `[Address]` of people's with one of them stays whole. */
function withAddresses(unit: Unit, cidrs: readonly string[]): Unit {
  const addressOf = (section: Unit[number]) => section.lines.find((line) => line.key === 'Address')?.value;
  const kept = withoutSections(
    unit,
    (section) => section.name === 'Address' && !cidrs.includes(addressOf(section) ?? ''),
  );
  const apart = linesOf(kept, 'Address', 'Address').map((line) => line.value);
  return withValues(
    kept,
    'Network',
    'Address',
    cidrs.filter((cidr) => !apart.includes(cidr)),
  );
}

/** A file about several interfaces, as one about this one: with what it says, and found by its name. */
function takenOver(file: UnitFile, bond: KeptBond): Unit {
  const rest = withoutSections(file.unit, (section) => section.name === 'Match' || section.name === '');
  return [...withSection(ours, 'Match', [['Name', bond.name]]), ...rest];
}

function networkOfBond(draft: FileSet, bond: KeptBond): UnitFile {
  const found = effective(draft, byName(bond.name));
  if (found?.fit === 'alone') return found;
  const path = newNetworkPath(draft, byName(bond.name));
  if (found !== undefined) return { path, unit: takenOver(found, bond) };
  const { addresses, routes, mtu } = bond;
  return { path, unit: newNetwork(byName(bond.name), { addresses: addresses.cidrs, routes, mtu }) };
}

/** The draft with the addresses of the bond, and with what stands on it. */
export function withBondNetwork(draft: FileSet, bond: KeptBond): FileSet {
  const { path, unit } = networkOfBond(draft, bond);
  const sized = withWanted(unit, 'Link', 'MTUBytes', bond.mtu);
  const addressed = bond.addresses.named ? withAddresses(sized, bond.addresses.cidrs) : sized;
  const tags = allOf(addressed, 'Network', 'VLAN').flatMap((value) => value.split(/\s+/));
  const missing = bond.vlans.map((vlan) => vlan.name).filter((name) => !tags.includes(name));
  const tagged =
    missing.length === 0
      ? addressed
      : withValues(addressed, 'Network', 'VLAN', [...allOf(addressed, 'Network', 'VLAN'), ...missing]);
  return withUnit(draft, path, withWanted(tagged, 'Network', 'Bridge', bond.bridge?.name ?? null));
}
