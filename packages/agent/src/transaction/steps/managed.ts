import type { HostState } from '@bondctl/proto/model/host';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { bondOf, interfaceOf } from '../lookup.ts';
import type { InterfaceTarget, Target } from '../target.ts';
import { type Draft, startDraft } from './draft.ts';

/** Steps that NetworkManager undoes, or answers by activating a profile, while it manages the ports (seen with 1.42). */
const structural: ReadonlySet<PlanStep['do']> = new Set([
  'createBond',
  'deleteBond',
  'setMode',
  'addPort',
  'removePort',
  'linkDown',
]);

/**
 * Has NetworkManager let go of the ports before anything about them changes. That leaves them as they are; a bond needs
 * no call, and must get none: one that is let go of and taken back loses its address.
 */
export function letGo(
  current: HostState,
  target: Target,
  steps: readonly PlannedStep<PlanStep>[],
): readonly PlannedStep<PlanStep>[] {
  if (!steps.some(({ step }) => structural.has(step.do))) return [];
  const bonds = [...target.bonds.map(({ name }) => name), ...target.absent];
  const ports = new Set([
    ...target.bonds.flatMap((bond) => bond.ports),
    ...bonds.flatMap((name) => bondOf(current, name)?.ports ?? []),
  ]);
  const draft = startDraft(current);
  for (const device of ports)
    if (interfaceOf(current, device)?.owner === 'NetworkManager')
      draft.take({ do: 'setManaged', device, from: 'yes', to: 'no' });
  return draft.steps;
}

/** Gives back on the way back what was taken from NetworkManager. */
export function handBack(draft: Draft, targets: readonly InterfaceTarget[]): void {
  for (const { name, owner } of targets) {
    const found = interfaceOf(draft.state(), name);
    const isTaken = owner === 'NetworkManager' && found?.owner === 'none' && found.kind !== 'bond';
    if (isTaken) draft.take({ do: 'setManaged', device: name, from: 'no', to: 'yes' });
  }
}
