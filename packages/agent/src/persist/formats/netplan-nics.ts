import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { KeptPort } from '../kept.ts';
import { at, idsOf, kindOf, nameFit, scalarOf } from './netplan-plans.ts';
import { type Plan, type PlanValue, put } from './netplan-text.ts';
import { prefixBefore } from './networkd-folder.ts';
import { byName, portOf, type Sought } from './networkd-match.ts';

const asName = (text: string | undefined): IfName | undefined => {
  const name = parseIfName(text ?? '');
  return name.ok ? name.value : undefined;
};

/** The NIC behind an id; undefined where only a pattern or a driver finds it. */
export function nicOf(plans: readonly Plan[], id: string): KeptPort | undefined {
  const match = (key: string) => scalarOf(plans, at('ethernets', id, 'match', key));
  const label = asName(scalarOf(plans, at('ethernets', id, 'set-name')) ?? id);
  const mac = match('macaddress')?.toLowerCase();
  if (mac !== undefined && label !== undefined) return portOf({ name: label, identity: { by: 'mac', mac } });
  const byMatch = match('name') ?? match('driver');
  const name = byMatch === undefined ? asName(id) : asName(match('name'));
  return name === undefined || mac !== undefined ? undefined : portOf(byName(name));
}

/** The id under which files know an interface. */
export function idOf(plans: readonly Plan[], { name, identity }: Sought): string | undefined {
  const known = idsOf(plans, 'ethernets').map((id) => ({ id, nic: nicOf(plans, id) }));
  const byMac = known.find(
    ({ nic }) => identity.by === 'mac' && nic?.identity.by === 'mac' && nic.identity.mac === identity.mac,
  );
  if (byMac !== undefined) return byMac.id;
  const same = known.find(
    ({ nic }) => nic?.name === name && (identity.by !== 'mac' || nic.identity.by !== 'mac'),
  );
  if (same !== undefined) return same.id;
  const kind = kindOf(plans, name);
  return kind === undefined || kind === 'ethernets' ? undefined : name;
}

/** An id whose generated file comes before that of every pattern that finds the NIC too, and that nothing else has. */
function newId(plans: readonly Plan[], { name }: Sought): string {
  const others = idsOf(plans, 'ethernets').filter((id) => nameFit(plans, id, name) === 'among others');
  const isFree = kindOf(plans, name) === undefined && others.every((other) => name < other);
  return isFree ? name : `${prefixBefore(name, others)}${name}`;
}

function matchOf({ name, identity }: Sought, id: string): PlanValue {
  // An older netplan reads no file at all once one has an InfiniBand address.
  if (identity.by === 'mac' && identity.mac.length === 17) return { match: { macaddress: identity.mac } };
  return id === name ? {} : { match: { name } };
}

/** The id of an interface, which is described where it is not yet: netplan refuses what it has not heard of. */
export function ensureId(plans: readonly Plan[], home: Plan, sought: Sought): string {
  const known = idOf(plans, sought);
  if (known !== undefined) return known;
  const id = newId(plans, sought);
  put(home, at('ethernets', id), matchOf(sought, id));
  return id;
}
