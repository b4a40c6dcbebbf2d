import { type BondDesire, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import { type BondName, type End, formatEnd, type HostId } from '@bondctl/proto/model/names';
import { namesAmong } from '@bondctl/proto/model/port-choice';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { KeepStep, PlanStep } from '@bondctl/proto/model/step';
import type { PlanView } from '@bondctl/proto/model/view';
import type { Standing } from '../record/drift-facts.ts';
import { mostTries, triesOf } from '../record/heal-tries.ts';

/** Everything the decision to heal follows from. */
export interface HealSight {
  readonly nowUnixMs: number;
  readonly standing: readonly Standing[];
  /** The bonds that the accepted revision lets heal. */
  readonly heal: readonly End[];
  /** Hosts that are connected and have said how they are. */
  readonly reached: ReadonlySet<HostId>;
  /** What tries are counted by, oldest first. */
  readonly events: readonly RecordedEvent[];
  /** A rollout runs. */
  readonly isBusy: boolean;
  readonly needsPerson: boolean;
}

/** Whoever changes something by hand is often not done yet. */
const standsMs = 5_000;
/** How long after a try the next one may begin, by how many were in vain. The first also bounds healing that never lasts. */
const delaysMs = [60_000, 60_000, 300_000] as const;

const among = (ends: readonly End[], end: End): boolean =>
  ends.some((one) => one.host === end.host && one.bond === end.bond);

function isDue({ nowUnixMs, events }: HealSight, one: Standing): boolean {
  const { count, lastUnixMs } = triesOf(one, events);
  if (count >= mostTries || nowUnixMs - one.sinceUnixMs < standsMs) return false;
  return lastUnixMs === null || nowUnixMs - lastUnixMs >= (delaysMs[count] ?? 0);
}

/** The bonds that shall be healed now, all in one go; none while somebody else is at work or has to be. */
export function dueForHealing(sight: HealSight): readonly Standing[] {
  if (sight.isBusy || sight.needsPerson) return [];
  return sight.standing.filter(
    (one) => sight.reached.has(one.host) && among(sight.heal, one) && isDue(sight, one),
  );
}

/** The accepted spec, and what its hosts say of themselves. */
export interface Accepted {
  readonly spec: ClusterSpec;
  readonly reportOf: (host: HostId) => HostReport | undefined;
}

/** A port that is not chosen by its name is known by the bond that has it. */
function isAbout(
  desire: BondDesire,
  step: Exclude<PlanStep, { readonly bond: BondName }>,
  report: HostReport | undefined,
): boolean {
  if (step.do === 'setSysctl') return desiredTuning(desire)[step.name] !== undefined;
  const name = desiredName(desire);
  const ports = desire.state === 'present' ? namesAmong(desire.spec.ports) : [];
  const had = report?.state.bonds.find((one) => one.name === name)?.ports ?? [];
  return [name, ...ports, ...had].includes(step.device);
}

/** The bond of the spec that a step is about; undefined for what merely stands on one. */
function bondOfStep({ spec, reportOf }: Accepted, host: HostId, step: PlanStep | KeepStep): End | undefined {
  // Files that depart from the spec are nothing that healing changes in the kernel.
  if (step.do === 'keep') return undefined;
  if ('bond' in step) return { host, bond: step.bond };
  const bonds = spec.desires.find((desire) => desire.host === host)?.bonds ?? [];
  const of = bonds.find((desire) => isAbout(desire, step, reportOf(host)));
  return of === undefined ? undefined : { host, bond: desiredName(of) };
}

/** The bonds, as `host/bond`, that a plan would change although nobody asked for them to be healed. */
export function unasked(plan: PlanView, accepted: Accepted, asked: readonly End[]): readonly string[] {
  const ends = plan.changeSets
    .flatMap((set) => set.participants)
    .flatMap(({ host, steps }) => steps.flatMap(({ step }) => bondOfStep(accepted, host, step) ?? []));
  return [...new Set(ends.filter((end) => !among(asked, end)).map(formatEnd))];
}
