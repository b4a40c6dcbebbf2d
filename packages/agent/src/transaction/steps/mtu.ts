import type { IfName } from '@bondctl/proto/model/names';
import { bondOf, interfaceOf, standingOn } from '../lookup.ts';
import type { InterfaceTarget, Target } from '../target.ts';
import type { Draft } from './draft.ts';

function setMtu(draft: Draft, device: IfName, to: number): void {
  const found = interfaceOf(draft.state(), device);
  if (found === undefined || found.mtu === to) return;
  const hasPorts = (bondOf(draft.state(), device)?.ports.length ?? 0) > 0;
  const flaps = hasPorts || found.master !== null ? 'port flap' : 'none';
  draft.take({ do: 'setMtu', device, from: found.mtu, to }, { disruption: flaps });
}

/** Lowers what stands on a device before the device itself, from the top; the kernel would do it unasked and unsaid. */
function lowerAbove(draft: Draft, device: IfName, mtu: number): void {
  for (const above of [...standingOn(draft.state(), device)].reverse()) {
    if ((interfaceOf(draft.state(), above)?.mtu ?? 0) > mtu) setMtu(draft, above, mtu);
  }
}

/** Gives bonds their MTU, which goes to their ports; before new ports join, so that each NIC changes once. */
export function setBondMtus(draft: Draft, target: Target): void {
  for (const { name, mtu } of target.interfaces) {
    if (mtu === null || bondOf(draft.state(), name) === undefined) continue;
    if (interfaceOf(draft.state(), name)?.mtu !== mtu) lowerAbove(draft, name, mtu);
    setMtu(draft, name, mtu);
  }
}

/** A port's MTU can be changed behind its bond's back; this brings it back in line. */
function alignPorts(draft: Draft, target: Target): void {
  for (const bond of target.bonds) {
    const wanted = target.interfaces.find((one) => one.name === bond.name)?.mtu ?? null;
    if (wanted === null) continue;
    for (const port of bondOf(draft.state(), bond.name)?.ports ?? []) setMtu(draft, port, wanted);
  }
}

const isAlone = (draft: Draft, one: InterfaceTarget): boolean => {
  const found = interfaceOf(draft.state(), one.name);
  return (
    found !== undefined && found.kind !== 'bond' && found.master === null && !draft.wasReleased(one.name)
  );
};

/** Gives everything that is no bond its MTU, from the bottom up: nothing may be above what it stands on. */
export function setOtherMtus(draft: Draft, target: Target): void {
  alignPorts(draft, target);
  for (const one of target.interfaces) {
    if (one.mtu !== null && isAlone(draft, one)) setMtu(draft, one.name, one.mtu);
  }
}
