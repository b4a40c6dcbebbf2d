import type { BondDesire, NamedDesire } from '@bondctl/proto/model/bond';
import { defaultOption } from '@bondctl/proto/model/driver';
import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import type { HostPlan } from '@bondctl/proto/model/transaction';
import { digest } from './digest.ts';
import { bondOf, interfaceOf } from './lookup.ts';
import type { ChangePolicy } from './policy.ts';
import { choosePorts } from './ports-chosen.ts';
import { controlPathRefusals, refusalsOf } from './refusals/refusals.ts';
import { snapshotOf } from './snapshot.ts';
import { stepsTo } from './steps/steps.ts';
import { targetOf } from './target.ts';

/** Cable, speed and the kernel's own addresses come and go without anybody's doing; a plan does not rest on them. */
function basisOf(state: HostState, desired: readonly NamedDesire[]): string {
  const { state: before } = snapshotOf(state, desired);
  const lasting = {
    ...before,
    interfaces: before.interfaces.map(
      ({ carrier: _carrier, speedMbps: _speed, duplex: _duplex, ...one }) => ({
        ...one,
        addresses: one.addresses.filter((address) => address.origin === 'static'),
      }),
    ),
    routes: before.routes.filter((route) => !route.madeByKernel),
  };
  return digest(JSON.stringify(lasting));
}

/** The interfaces a step is about. */
function devicesOf(step: PlanStep): readonly IfName[] {
  if (step.do === 'setSysctl') return [];
  if ('port' in step) return [step.bond, step.port];
  return 'bond' in step ? [step.bond] : [step.device];
}

/** The interfaces that steps are about. */
export const touchedBy = (steps: readonly PlannedStep<PlanStep>[]): readonly IfName[] => [
  ...new Set(steps.flatMap(({ step }) => devicesOf(step))),
];

function unwatched(state: HostState, desire: BondDesire): readonly string[] {
  if (desire.state === 'absent') return [];
  const { name, mode, options } = desire.spec;
  const kept = bondOf(state, name)?.options;
  const value = (option: 'miimon' | 'arp_interval') =>
    options[option] ?? kept?.[option] ?? defaultOption(mode, option);
  if (Number(value('miimon')) > 0 || Number(value('arp_interval')) > 0) return [];
  return [`${name}: without miimon or arp_interval the driver never notices a dead link.`];
}

/** The kernel only warns of it: two interfaces of one host with one address, of which one may be plugged in elsewhere. */
function sharedMacs(state: HostState, desire: NamedDesire): readonly string[] {
  if (desire.state === 'absent') return [];
  const { name, ports } = desire.spec;
  const mac = interfaceOf(state, name)?.mac;
  const leaving = bondOf(state, name)?.ports.filter((port) => !ports.includes(port)) ?? [];
  const giver = leaving.find((port) => interfaceOf(state, port)?.permanentMac === mac);
  return giver === undefined ? [] : [`${name} keeps the MAC address of ${giver}, which leaves it.`];
}

const hostWide = (steps: readonly PlannedStep<PlanStep>[]): readonly string[] =>
  steps.flatMap(({ step }) =>
    step.do === 'setSysctl' ? [`${step.name} concerns every connection of this host.`] : [],
  );

function notesOf(
  state: HostState,
  desired: readonly NamedDesire[],
  steps: readonly PlannedStep<PlanStep>[],
): readonly string[] {
  if (steps.length === 0) return [];
  return [
    ...hostWide(steps),
    ...desired.flatMap((desire) => [...unwatched(state, desire), ...sharedMacs(state, desire)]),
  ];
}

/** What a host would do in its kernel. */
export type KernelPlan = Omit<HostPlan, 'steps'> & { readonly steps: readonly PlannedStep<PlanStep>[] };

/**
 * What this host would do for these desires in its kernel: steps, or the reasons why it will not, all of them. A plan with reasons
 * has no steps; one without either has nothing to do.
 */
export function planHost(state: HostState, written: readonly BondDesire[], policy: ChangePolicy): KernelPlan {
  const { desired, refusals: missing } = choosePorts(written, state);
  const basis = basisOf(state, desired);
  const refused = [...missing, ...refusalsOf(desired, state, policy)];
  if (refused.length > 0) return { steps: [], refusals: refused, notes: [], basis };
  const steps = stepsTo(state, targetOf(state, desired));
  const refusals = controlPathRefusals(desired, state, touchedBy(steps));
  if (refusals.length > 0) return { steps: [], refusals, notes: [], basis };
  return { steps, refusals, notes: notesOf(state, desired, steps), basis };
}
