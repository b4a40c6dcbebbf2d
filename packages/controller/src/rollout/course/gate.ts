import { isNonEmpty } from '@bondctl/proto/model/result';
import { told } from '../pair/back.ts';
import type { Change, Rested } from '../pair/state.ts';
import { beginWave, end, pause } from './ends.ts';
import { type CourseIn, type CourseWave, type Kept, keptOf, type RolloutStepped } from './state.ts';

type Wave = CourseIn<'running' | 'pausing' | 'aborting'>;
type Failed = Extract<Rested, { phase: 'rolledBack' | 'undone' }>;

/**
 * Every change set of a wave has come to rest: the gate to the next one. A person who is needed comes first, then who
 * aborted, then what failed; only then it goes on.
 */
export function afterWave(state: Wave, nowMs: number): RolloutStepped {
  const { waiting } = state;
  const split = state.ended.find((set) => set.phase === 'needsPerson');
  if (split !== undefined) return end(state, waiting, 'needsPerson', split.why);
  const failed = failures(state);
  if (state.phase === 'aborting') return afterAbort(state, failed);
  if (mustStop(state, failed)) return stop(state, whyOf(failed));
  if (!isNonEmpty(waiting))
    return end(state, waiting, failed.length === 0 ? 'finished' : 'failed', whyOf(failed));
  if (state.phase === 'pausing') return pause(state, waiting, state.why);
  const watched = committedOf(state);
  if (state.rules.soakMs === 0 || !isNonEmpty(watched)) return beginWave(state, waiting);
  const forMs = state.rules.soakMs;
  const untilMs = nowMs + forMs;
  return [
    { ...keptOf(state), phase: 'soaking', untilMs, watched, waiting },
    [
      { do: 'record', fact: { type: 'soakStarted', rollout: state.id, soakMs: forMs } },
      { do: 'soak', untilMs, forMs, changes: watched },
    ],
  ];
}

/** Stops here: for good, or until a person says how it goes on. */
export function stop(state: Kept & { readonly waiting: readonly CourseWave[] }, why: string): RolloutStepped {
  const { waiting, rules } = state;
  return rules.onFailure === 'pause' && isNonEmpty(waiting)
    ? pause(state, waiting, why)
    : end(state, waiting, 'failed', why);
}

/** A canary forgives nothing; elsewhere as many may fail as the spec says, not counting what a person excused. */
const mustStop = (state: Wave, failed: readonly Failed[]): boolean =>
  failed.length - state.excused > (state.wave.canary ? 0 : state.rules.maxFailed);

/** An abort that came too late to stop anything has aborted nothing. */
function afterAbort(state: CourseIn<'aborting'>, failed: readonly Failed[]): RolloutStepped {
  const whole = failed.length === 0 && state.waiting.length === 0;
  return end(state, state.waiting, whole ? 'finished' : 'aborted', whole ? '' : state.why);
}

/** The change sets that were not kept, whether or not somebody excused them. */
export const failures = ({ ended }: Pick<Kept, 'ended'>): readonly Failed[] =>
  ended.filter((set): set is Failed => set.phase === 'rolledBack' || set.phase === 'undone');

const whyOf = (failed: readonly Failed[]): string => told(failed.map(({ why }) => why));

const committedOf = ({ ended, wave }: Wave): readonly Change[] =>
  wave.changes.filter(({ tx }) => ended.some((set) => set.phase === 'done' && set.change.tx === tx));
