import type { IfName } from '@bondctl/proto/model/names';
import { isOurs } from '../../file-set.ts';
import type { KeptBond, KeptRoute } from '../../kept.ts';
import { ensureId } from './netplan-nics.ts';
import { setParameters } from './netplan-options.ts';
import { at, holding, idsOf, kindOf, listOf, scalarOf, setList, setScalar } from './netplan-plans.ts';
import { planOf } from './netplan-routes.ts';
import { addItem, drop, dropItems, keysAt, type Plan, type PlanPath, put } from './netplan-text.ts';
import { byName } from './networkd-match.ts';

/** Addresses and routes of something new. */
function putAddresses(
  home: Plan,
  path: PlanPath,
  addresses: readonly string[],
  routes: readonly KeptRoute[],
): void {
  if (addresses.length > 0) put(home, [...path, 'addresses'], addresses);
  const said = routes.map(planOf).filter((one) => one !== undefined);
  if (said.length > 0) put(home, [...path, 'routes'], said);
}

/** An interface is a port of one thing only, or netplan reads no file at all. */
function releaseFromOthers(plans: readonly Plan[], bond: IfName, ids: readonly string[]): void {
  for (const kind of ['bonds', 'bridges'] as const)
    for (const id of idsOf(plans, kind).filter((one) => kind !== 'bonds' || one !== bond))
      for (const plan of plans) dropItems(plan, at(kind, id, 'interfaces'), (item) => ids.includes(item));
}

/** Takes out what we wrote of a NIC that is no port any more, where it says nothing else. */
function forget(plans: readonly Plan[], ids: readonly string[]): void {
  for (const plan of plans.filter((one) => isOurs(one.text)))
    for (const id of ids) {
      const keys = keysAt(plan, at('ethernets', id));
      if (keys.every((key) => key === 'match')) drop(plan, at('ethernets', id));
    }
}

function setPorts(plans: readonly Plan[], home: Plan, bond: KeptBond): ReadonlyMap<string, string> {
  const path = at('bonds', bond.name, 'interfaces');
  const before = listOf(plans, path);
  const ids = new Map(bond.ports.map((port) => [port.name as string, ensureId(plans, home, port)]));
  const now = [...ids.values()];
  setList(plans, home, path, now);
  releaseFromOthers(plans, bond.name, now);
  forget(
    plans,
    before.filter((id) => !now.includes(id)),
  );
  return ids;
}

/** Writes the bond itself: a new one whole, of one that is there what we own. */
export function setBond(plans: readonly Plan[], home: Plan, bond: KeptBond): void {
  const path = at('bonds', bond.name);
  const isNew = holding(plans, path).length === 0;
  const ids = setPorts(plans, home, bond);
  setParameters(plans, home, bond, ids);
  if (bond.mtu !== null) setScalar(plans, home, [...path, 'mtu'], String(bond.mtu));
  const mac = scalarOf(plans, [...path, 'macaddress'])?.toLowerCase();
  if (bond.mac !== null && mac !== bond.mac) setScalar(plans, home, [...path, 'macaddress'], bond.mac);
  if (isNew) putAddresses(home, path, bond.addresses.cidrs, bond.routes);
  else if (bond.addresses.named) setList(plans, home, [...path, 'addresses'], bond.addresses.cidrs);
}

/** Writes what stands on the bond and is nowhere yet; a bridge that is there gets to know its port. */
export function setAbove(plans: readonly Plan[], home: Plan, { name, vlans, bridge }: KeptBond): void {
  for (const vlan of vlans.filter((one) => kindOf(plans, one.name) === undefined)) {
    const path = at('vlans', vlan.name);
    put(home, path, {
      id: String(vlan.id),
      link: name,
      ...(vlan.mtu === null ? {} : { mtu: String(vlan.mtu) }),
    });
    putAddresses(home, path, vlan.addresses, vlan.routes);
  }
  if (bridge === null) return;
  const path = at('bridges', bridge.name);
  const [first] = holding(plans, path);
  if (first === undefined) {
    const others = bridge.otherPorts.map((port) => ensureId(plans, home, byName(port)));
    put(home, [...path, 'interfaces'], [name, ...others]);
    putAddresses(home, path, bridge.addresses, bridge.routes);
  } else if (!listOf(plans, [...path, 'interfaces']).includes(name)) {
    addItem(first, [...path, 'interfaces'], name);
  }
}

/** Takes an interface out of every file, with the VLANs on it and wherever it is a port. */
export function withdrawId(plans: readonly Plan[], kind: 'bonds' | 'vlans', id: string): void {
  const ports = listOf(plans, at(kind, id, 'interfaces'));
  for (const plan of plans) drop(plan, at(kind, id));
  forget(plans, ports);
  for (const group of ['bonds', 'bridges', 'vrfs'] as const)
    for (const one of idsOf(plans, group))
      for (const plan of plans) dropItems(plan, at(group, one, 'interfaces'), (item) => item === id);
  const above = idsOf(plans, 'vlans').filter((vlan) => scalarOf(plans, at('vlans', vlan, 'link')) === id);
  for (const vlan of above) withdrawId(plans, 'vlans', vlan);
}
