import type { BondName, IfName } from '@bondctl/proto/model/names';
import { type OffloadName, offloadNames, sysctlNames } from '@bondctl/proto/model/tuning';
import type { Target } from '../target.ts';
import { askedOf, offloadOf, offloadsOfNewBond, sysctlOf } from '../tuning.ts';
import type { Draft } from './draft.ts';

/** Asks a device for an offload, if it was not asked already; what was not read or has no choice is left alone. */
function setOffload(draft: Draft, device: IfName, offload: OffloadName, to: string | undefined): void {
  const from = askedOf(offloadOf(draft.state(), device, offload) ?? '[fixed]');
  if (from === null || to === undefined || from === to) return;
  draft.take({ do: 'setOffload', device, offload, from, to });
}

/** Leaves a bond that goes with the offloads of a new one, so that the undo makes it whole. */
export function plainOffloads(draft: Draft, bond: BondName): void {
  for (const offload of offloadNames) setOffload(draft, bond, offload, offloadsOfNewBond[offload]);
}

/** Sets what stands beside the driver, once bonds are whole: a bond without ports has no offloads to speak of. */
export function setTuning(draft: Draft, { sysctls, offloads }: Target): void {
  for (const name of sysctlNames) {
    const [from, to] = [sysctlOf(draft.state(), name), sysctls[name]];
    if (from !== undefined && to !== undefined && from !== to)
      draft.take({ do: 'setSysctl', name, from, to });
  }
  for (const { device, values } of offloads) {
    for (const offload of offloadNames) setOffload(draft, device, offload, values[offload]);
  }
}
