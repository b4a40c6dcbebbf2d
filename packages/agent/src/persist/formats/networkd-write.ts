import type { KeptBond, KeptPort, KeptVlan } from '../kept.ts';
import { type Draft, drafted, isOurs, writtenByUs } from './draft.ts';
import {
  effective,
  netdevOf,
  newNetdevPath,
  newNetworkPath,
  type UnitFile,
  unitFiles,
  withUnit,
} from './networkd-folder.ts';
import { byName, fitOf, isList, matchOf, namesOf, type Sought } from './networkd-match.ts';
import { parseBoolean, withOptions } from './networkd-options.ts';
import { withRoutes } from './networkd-routes.ts';
import { withoutSections, withSection, withValues } from './unit-edit.ts';
import { allOf, lastOf, linesOf, readUnit, textOf, type Unit } from './unit-text.ts';

const ours: Unit = readUnit(`${writtenByUs}\n`);

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
export function withBondDevice(draft: Draft, bond: KeptBond): Draft {
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

function networkOfBond(draft: Draft, bond: KeptBond): UnitFile {
  const found = effective(draft, byName(bond.name));
  if (found?.fit === 'alone') return found;
  const path = newNetworkPath(draft, byName(bond.name));
  if (found !== undefined) return { path, unit: takenOver(found, bond) };
  const { addresses, routes, mtu } = bond;
  return { path, unit: newNetwork(byName(bond.name), { addresses: addresses.cidrs, routes, mtu }) };
}

/** The draft with the addresses of the bond, and with what stands on it. */
export function withBondNetwork(draft: Draft, bond: KeptBond): Draft {
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

const isPrimary = (unit: Unit): boolean =>
  parseBoolean(lastOf(unit, 'Network', 'PrimarySlave') ?? 'no') === '1';

/** A port belongs to one bond and to no bridge. */
function asPort(unit: Unit, bond: KeptBond, primary: boolean): Unit {
  const joined = withValues(withValues(unit, 'Network', 'Bridge', []), 'Network', 'Bond', [bond.name]);
  return isPrimary(joined) === primary
    ? joined
    : withValues(joined, 'Network', 'PrimarySlave', primary ? ['true'] : []);
}

const newPort = (port: KeptPort): Unit =>
  withSection(withSection(ours, 'Match', [matchOf(port)]), 'Network', [['LinkLocalAddressing', 'no']]);

/** The draft with a port; a file that is about others too stays, and one that comes before it is about this one alone. */
export function withPort(draft: Draft, bond: KeptBond, port: KeptPort): Draft {
  const primary = bond.options.primary === port.name;
  const found = effective(draft, port);
  if (found?.fit === 'alone') return withUnit(draft, found.path, asPort(found.unit, bond, primary));
  const said = found !== undefined && lastOf(found.unit, 'Network', 'Bond') === bond.name;
  if (said && isPrimary(found.unit) === primary) return draft;
  return withUnit(draft, newNetworkPath(draft, port), asPort(newPort(port), bond, primary));
}

/** True for a file that finds an interface and says no more than that it has no address. */
const saysNothing = (unit: Unit): boolean =>
  unit.every(({ name, lines }) =>
    lines.every((line) => line.key === null || name === 'Match' || line.key === 'LinkLocalAddressing'),
  );

/** The draft in which a file is no longer about a port of a bond. */
function released(draft: Draft, { path, unit }: UnitFile): Draft {
  const left = withValues(withValues(unit, 'Network', 'Bond', []), 'Network', 'PrimarySlave', []);
  return isOurs(textOf(unit)) && saysNothing(left) ? drafted(draft, path, null) : withUnit(draft, path, left);
}

/** The names of a list that are still ports; a list that names nobody any more is about nobody's bond. */
function withoutLeaving(draft: Draft, file: UnitFile, ports: readonly KeptPort[]): Draft {
  const names = namesOf(file.unit);
  const stays = names.filter((name) => ports.some((port) => port.name === name));
  if (names.length < 2 || stays.length === 0) return released(draft, file);
  const match =
    stays.length === names.length
      ? linesOf(file.unit, 'Match', 'Name').map((line) => line.value)
      : [stays.join(' ')];
  return withUnit(draft, file.path, withValues(file.unit, 'Match', 'Name', match));
}

/** The draft in which nothing but the ports is described as a port of the bond, as far as files list what they are about. */
export function withoutOtherPorts(draft: Draft, bond: string, ports: readonly KeptPort[]): Draft {
  const members = unitFiles(draft, '.network').filter(
    ({ unit }) => isList(unit) && allOf(unit, 'Network', 'Bond').includes(bond),
  );
  return members.reduce((before, file) => {
    const alone = ports.some((port) => fitOf(file.unit, port) === 'alone');
    return alone ? before : withoutLeaving(before, file, ports);
  }, draft);
}

/** The draft without the bond's membership in any file, patterns or not: there is no such bond any more. */
export const withoutPorts = (draft: Draft, bond: string): Draft =>
  unitFiles(draft, '.network')
    .filter(({ unit }) => allOf(unit, 'Network', 'Bond').includes(bond))
    .reduce(released, draft);
