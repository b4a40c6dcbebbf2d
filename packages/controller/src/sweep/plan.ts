import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import { type Disruption, disruptions, type PlannedStep } from '@bondctl/proto/model/step';
import type { CandidatePlanView, SweepPlanView } from '@bondctl/proto/model/sweep';
import { deadlineOf } from '../plan/deadline.ts';
import { type ChangeSet, type ClusterPlan, changeSetsOf, type Participant } from '../plan/plan.ts';
import { usualRules } from '../spec/rules.ts';
import type { Candidate } from './candidates.ts';

/** How each candidate is measured: so often with each number of streams. */
export interface Measuring {
  readonly streams: readonly number[];
  readonly runs: number;
  readonly seconds: number;
}

/** One candidate and what trying it takes; without a change set it is there already, or it is refused. */
export interface Trial {
  readonly candidate: Candidate;
  readonly view: CandidatePlanView;
  readonly set: ChangeSet | null;
}

/** The spec with nothing in it but one candidate on its link: nothing else is planned, and nothing else is touched. */
export const onlyThis = (spec: ClusterSpec, link: Link, { desires }: Candidate): ClusterSpec => ({
  ...spec,
  desires,
  links: [link],
  meshes: [],
  uplinks: [],
  heal: [],
  rollout: usualRules,
});

/** A link as a sweep tests it: whole packets must pass, and how fast it is, is what is looked for. */
export const probed = (link: Link): Link => ({
  ...link,
  expect: { throughput: null, pathMtu: true, retransmitsAtMostPercent: null },
});

/** What the hosts' answers for one candidate come to: both ends change together, whatever the medium. */
export function trialOf(candidate: Candidate, link: Link, plan: ClusterPlan, measuring: Measuring): Trial {
  const { name, setting } = candidate;
  const participants = changeSetsOf(plan).flatMap((set) => set.participants);
  const refused = plan.refusals.map(({ host, message }) => `${host}: ${message}`).join('; ');
  const set = refused === '' ? changeSetOf(participants, link, measuring) : null;
  const view: CandidatePlanView = {
    name,
    setting,
    disruption: worstOf(participants.flatMap((one) => one.steps)),
    isThere: refused === '' && set === null,
    deadlineMs: set?.deadline.totalMs ?? null,
    refused,
  };
  return { candidate, view, set };
}

function changeSetOf(
  participants: readonly Participant[],
  link: Link,
  measuring: Measuring,
): ChangeSet | null {
  const [first, second] = participants;
  if (first === undefined) return null;
  return {
    name: link.name,
    participants: second === undefined ? [first] : [first, second],
    links: [probed(link)],
    unproven: [],
    deadline: deadlineOf(participants, measurementsOf(link, measuring)),
  };
}

/** Every measurement of one candidate, as the link each of them proves: what its deadline is the sum of. */
const measurementsOf = (link: Link, { streams, runs, seconds }: Measuring): readonly Link[] =>
  streams.flatMap((count) => {
    const throughput = { streams: count, seconds, atLeast: { kind: 'percent', percent: 0 } } as const;
    return Array.from({ length: runs }, () => ({ ...link, expect: { ...link.expect, throughput } }));
  });

const worstOf = (steps: readonly PlannedStep[]): Disruption =>
  disruptions.findLast((one) => steps.some(({ disruption }) => disruption === one)) ?? 'none';

/**
 * The mildest first: what is there now needs no change, and whoever breaks off early has had the fewest rebuilds. Each
 * candidate returns to where it began, so no order saves a rebuild between two of them; what saves them is that a
 * configuration is changed to once, for all its numbers of streams.
 */
export const inOrder = (trials: readonly Trial[]): readonly Trial[] =>
  trials.toSorted((a, b) => costOf(a.view) - costOf(b.view));

/** How much a candidate disturbs, mildest first; what is there now disturbs nothing. */
export const costOf = ({ isThere, disruption }: Pick<CandidatePlanView, 'isThere' | 'disruption'>): number =>
  isThere ? -1 : disruptions.indexOf(disruption);

/** Beside the seconds of traffic: probes, the server, the documents. */
const besideMs = 4_000;
/** To apply, to settle and to go back. */
const changeMs = 15_000;

/** The plan as people see it before it begins. */
export function viewOf(link: Link, trials: readonly Trial[], measuring: Measuring): SweepPlanView {
  const { streams, runs, seconds } = measuring;
  const tried = trials.filter(({ view }) => view.refused === '');
  const eachMs = streams.length * runs * (seconds * 1000 + besideMs);
  const changed = tried.filter(({ set }) => set !== null);
  return {
    link: link.name,
    streams,
    runs,
    seconds,
    candidates: trials.map(({ view }) => view),
    expectedMs: tried.length * eachMs + changed.length * changeMs,
    rebuilds: 2 * changed.filter(({ view }) => view.disruption === 'bond rebuilt').length,
  };
}
