import type { SweepEnding } from '@bondctl/proto/model/event';
import type { LinkName } from '@bondctl/proto/model/names';
import type { CandidatePlanView, CandidateView, SweepView } from '@bondctl/proto/model/sweep';
import type { Change } from '../rollout/pair/state.ts';
import type { SweepRow } from '../store/ports.ts';
import { adviceOf } from './advice.ts';
import type { Measuring } from './plan.ts';
import { bestOf, ranked } from './ranking.ts';
import { besideThePost } from './the-post.ts';

/** What a sweep's row holds. */
export interface StoredSweep extends Measuring {
  readonly actor: string;
  readonly link: LinkName;
  readonly planned: readonly CandidatePlanView[];
  readonly tried: readonly CandidateView[];
  /** What may be on its hosts unconfirmed: what a restarted controller takes back first. */
  readonly inHand: Change | null;
  readonly end: { readonly ending: SweepEnding; readonly why: string; readonly atUnixMs: number } | null;
}

/** A sweep as people see it: what was tried, ranked, and what follows. */
export function sweepView({ id, startedUnixMs, state }: SweepRow): SweepView {
  // What this program stored.
  const { actor, link, planned, tried, runs, seconds, end } = state as StoredSweep;
  const ranking = ranked([...tried, ...planned.slice(tried.length).map((one) => untried(one, end !== null))]);
  const best = bestOf(ranking);
  return {
    id,
    link,
    actor,
    startedUnixMs,
    endedUnixMs: end?.atUnixMs ?? null,
    ending: end?.ending ?? null,
    why: end?.why ?? '',
    runs,
    seconds,
    ranking,
    best: best?.name ?? null,
    advice: end === null ? [] : adviceOf(ranking, best),
    besideThePost: besideThePost(tried),
  };
}

function untried({ refused, deadlineMs: _, ...plan }: CandidatePlanView, isOver: boolean): CandidateView {
  const why = refused === '' ? (isOver ? 'was not tried' : 'not tried yet') : refused;
  return { ...plan, figures: [], why };
}
