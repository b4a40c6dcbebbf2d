import { type Disruption, disruptions, type PlannedStep } from '@bondctl/proto/model/step';
import type { ChangeSetView, PlanView } from '@bondctl/proto/model/view';
import { counted } from './figures.ts';

/** How far a disruption is from none, 0 to 3. */
export const disruptionLevel = (disruption: Disruption): number => disruptions.indexOf(disruption);

/** What a disruption means to whoever uses the bond. */
export const disruptionMeanings: Readonly<Record<Disruption, string>> = {
  none: 'traffic goes on',
  'port flap': 'a port leaves and comes back; the others carry traffic',
  'bond down': 'the bond carries nothing for a moment',
  'bond rebuilt': 'the bond is taken apart and made anew; it carries nothing meanwhile',
};

/** The worst of some steps. */
export const worstOf = (steps: readonly PlannedStep[]): Disruption =>
  steps.reduce<Disruption>(
    (worst, { disruption }) => (disruptionLevel(disruption) > disruptionLevel(worst) ? disruption : worst),
    'none',
  );

/** One host of a plan and the worst that happens on it. */
export interface HostDisruption {
  readonly set: string;
  readonly host: string;
  readonly disruption: Disruption;
}

/** The worst of every host, worst first. */
export const disruptionsOf = ({ changeSets }: PlanView): readonly HostDisruption[] =>
  changeSets
    .flatMap(({ name, participants }) =>
      participants.map(({ host, steps }) => ({ set: name, host, disruption: worstOf(steps) })),
    )
    .toSorted((a, b) => disruptionLevel(b.disruption) - disruptionLevel(a.disruption));

/** What a plan does, in one sentence. */
export function planHeadline({ nothingToDo, refusals, changeSets, waves }: PlanView): string {
  if (refusals.length > 0) return 'Refused: nothing will be changed.';
  if (nothingToDo) return 'Nothing to do: the hosts already are what the spec says.';
  const hosts = new Set(changeSets.flatMap(({ participants }) => participants.map(({ host }) => host)));
  return `${counted(changeSets.length, 'change set')} on ${counted(hosts.size, 'host')}, in ${counted(waves.length, 'wave')}.`;
}

/** Change sets in the order in which they roll. */
export const wavesOfPlan = ({ waves, changeSets }: PlanView) =>
  waves.map(({ canary, sets }, nth) => ({
    wave: nth + 1,
    canary,
    sets: sets.flatMap((name): readonly ChangeSetView[] => changeSets.filter((set) => set.name === name)),
  }));

/** What has to hold for a plan to be applied. `planned`: the text that the plan is of. */
export interface Applying {
  readonly plan: PlanView | null;
  readonly planned: string | null;
  readonly text: string;
  readonly whyNotChange: string | null;
}

/** Why a plan cannot be applied now, in a sentence; null: it can. */
export function whyNotApply({ plan, planned, text, whyNotChange }: Applying): string | null {
  if (whyNotChange !== null) return whyNotChange;
  if (plan === null) return 'Plan it first: nothing is applied that nobody has seen.';
  if (planned !== text) return 'The text was changed after this plan. Plan it again.';
  if (plan.refusals.length > 0) return 'Hosts refuse this plan. What they refuse stands below.';
  return null;
}
