import type { IfName } from '@bondctl/proto/model/names';
import { type FileSet, withFile } from '../../file-set.ts';
import type { KeptBond, KeptBridge, KeptVlan } from '../../kept.ts';
import {
  effective,
  netdevOf,
  newNetdevPath,
  newNetworkPath,
  unitFiles,
  withUnit,
} from './networkd-folder.ts';
import { byName, fitOf } from './networkd-match.ts';
import { newNetdev, newNetwork } from './networkd-write.ts';
import { withSection, withValues } from './unit-edit.ts';
import { allOf, lastOf, type Unit } from './unit-text.ts';

/** A device and its addresses, where no file makes the device. */
function withDevice(
  draft: FileSet,
  one: Pick<KeptVlan, 'name' | 'addresses' | 'routes'>,
  device: Unit,
): FileSet {
  const made = withUnit(draft, newNetdevPath(one.name), device);
  const network = newNetwork(byName(one.name), { ...one, mtu: null });
  return withUnit(made, newNetworkPath(made, byName(one.name)), network);
}

function withVlan(draft: FileSet, vlan: KeptVlan): FileSet {
  if (netdevOf(draft, vlan.name) !== undefined) return draft;
  const device = withSection(newNetdev(vlan.name, 'vlan', vlan.mtu), 'VLAN', [['Id', String(vlan.id)]]);
  return withDevice(draft, vlan, device);
}

/** Another port of a new bridge: without it in a file, the bridge would come back without it. */
function withBridgePort(draft: FileSet, bridge: IfName, port: IfName): FileSet {
  const found = effective(draft, byName(port));
  if (found?.fit === 'alone')
    return withUnit(draft, found.path, withValues(found.unit, 'Network', 'Bridge', [bridge]));
  const unit = withValues(
    newNetwork(byName(port), { addresses: [], routes: [], mtu: null }),
    'Network',
    'Bridge',
    [bridge],
  );
  return withUnit(draft, newNetworkPath(draft, byName(port)), unit);
}

function withBridge(draft: FileSet, bridge: KeptBridge): FileSet {
  if (netdevOf(draft, bridge.name) !== undefined) return draft;
  const made = withDevice(draft, bridge, newNetdev(bridge.name, 'bridge', null));
  return bridge.otherPorts.reduce((before, port) => withBridgePort(before, bridge.name, port), made);
}

/** The draft with what stands on the bond, where no file makes it yet. */
export function withAbove(draft: FileSet, { vlans, bridge }: KeptBond): FileSet {
  const tagged = vlans.reduce(withVlan, draft);
  return bridge === null ? tagged : withBridge(tagged, bridge);
}

/** True for a bond's VLAN that no other interface has. */
const isOnlyHere = (draft: FileSet, vlan: IfName, bond: IfName): boolean =>
  unitFiles(draft, '.network').every(
    ({ unit }) => !allOf(unit, 'Network', 'VLAN').includes(vlan) || fitOf(unit, byName(bond)) === 'alone',
  );

/** The draft without a virtual device and what is about it alone, and without its VLANs. */
export function withoutDevice(draft: FileSet, name: IfName): FileSet {
  const device = netdevOf(draft, name);
  const about = unitFiles(draft, '.network').filter(({ unit }) => fitOf(unit, byName(name)) === 'alone');
  const vlans = about
    .flatMap(({ unit }) => allOf(unit, 'Network', 'VLAN'))
    .flatMap((value) => value.split(/\s+/) as IfName[])
    .filter((vlan) => vlan !== name && isOnlyHere(draft, vlan, name));
  const gone = [...about, ...(device === undefined ? [] : [device])];
  const without = gone.reduce((before, { path }) => withFile(before, path, null), draft);
  return vlans.filter((vlan) => isVlan(without, vlan)).reduce(withoutDevice, without);
}

const isVlan = (draft: FileSet, name: IfName): boolean => {
  const unit = netdevOf(draft, name)?.unit;
  return unit !== undefined && lastOf(unit, 'NetDev', 'Kind') === 'vlan';
};
