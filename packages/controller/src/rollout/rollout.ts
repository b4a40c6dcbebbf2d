import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import { beginWave, end, pause } from './course/ends.ts';
import { afterWave, failures, stop } from './course/gate.ts';
import {
  type CourseIn,
  type CourseWave,
  isInHand,
  type Kept,
  type RolloutEffect,
  type RolloutEvent,
  type RolloutState,
  type RolloutStepped,
} from './course/state.ts';
import { isRested, type PairEffect, type PairEvent, type PairState, type Rested } from './pair/state.ts';
import { step as stepPair } from './pair.ts';
import { resume as resumePair } from './resume.ts';

/** A rollout of these waves at its beginning. */
export function begin(kept: Omit<Kept, 'ended' | 'excused'>, waves: NonEmpty<CourseWave>): RolloutStepped {
  const { id, revision } = kept;
  const [state, effects] = beginWave({ ...kept, ended: [], excused: 0 }, waves);
  return [state, [{ do: 'record', fact: { type: 'rolloutStarted', rollout: id, revision } }, ...effects]];
}

/** One event. What belongs to a change set that is not in hand, or comes too late for the phase, changes nothing. */
export function step(state: RolloutState, event: RolloutEvent): RolloutStepped {
  switch (event.type) {
    case 'set':
      return happened(state, event.tx, event.happened);
    case 'soaked':
      return soaked(state, event);
    case 'pauseAsked':
      return pauseAsked(state, event.by);
    case 'resumeAsked':
      return resumeAsked(state, event.by);
    case 'abortAsked':
      return abortAsked(state, event);
    default:
      return event satisfies never;
  }
}

const stay = (state: RolloutState): RolloutStepped => [state, []];

function happened(state: RolloutState, tx: PairState['change']['tx'], event: PairEvent): RolloutStepped {
  const set = isInHand(state) ? state.inHand.find((one) => one.change.tx === tx) : undefined;
  if (!isInHand(state) || set === undefined) return stay(state);
  const [next, effects] = stepPair(set, event);
  if (next === set && effects.length === 0) return stay(state);
  return advance(state, [[set, next, effects]], event.atMs);
}

/** What one change set became, and what is to be done for it. */
type Moved = readonly [from: PairState, to: PairState, effects: readonly PairEffect[]];

/** Puts back change sets that moved; those at rest are ended, and with the last of them the wave. */
function advance(
  state: CourseIn<'running' | 'pausing' | 'aborting'>,
  moved: readonly Moved[],
  nowMs: number,
): RolloutStepped {
  const now = state.inHand.map((set) => moved.find(([from]) => from === set)?.[1] ?? set);
  const effects = moved.flatMap(([, to, list]) =>
    list.map((effect): RolloutEffect => ({ do: 'pair', change: to.change, effect })),
  );
  const ended = [...state.ended, ...now.filter((set): set is Rested => isRested(set))];
  const inHand = now.filter((set) => !isRested(set));
  if (isNonEmpty(inHand)) return [{ ...state, inHand, ended }, effects];
  const [next, more] = afterWave({ ...state, ended }, nowMs);
  return [next, [...effects, ...more]];
}

function soaked(state: RolloutState, event: Extract<RolloutEvent, { type: 'soaked' }>): RolloutStepped {
  if (state.phase !== 'soaking' || state.untilMs !== event.untilMs) return stay(state);
  if (event.complaints.length > 0) return stop(state, `while it was watched: ${event.complaints.join('; ')}`);
  return beginWave(state, state.waiting);
}

const asked = (state: RolloutState, type: 'pauseAsked' | 'abortAsked', by: string): RolloutEffect => ({
  do: 'record',
  fact: { type, rollout: state.id, by },
});

function pauseAsked(state: RolloutState, by: string): RolloutStepped {
  if (state.phase !== 'running' && state.phase !== 'soaking') return stay(state);
  const noted = asked(state, 'pauseAsked', by);
  const why = `${by} asked for it`;
  if (state.phase === 'running') return [{ ...state, phase: 'pausing', why }, [noted]];
  const [paused, effects] = pause(state, state.waiting, why);
  return [paused, [noted, ...effects]];
}

function resumeAsked(state: RolloutState, by: string): RolloutStepped {
  if (state.phase !== 'paused' && state.phase !== 'pausing') return stay(state);
  const noted: RolloutEffect = { do: 'record', fact: { type: 'rolloutResumed', rollout: state.id, by } };
  if (state.phase === 'pausing') {
    const { why: _why, ...running } = state;
    return [{ ...running, phase: 'running' }, [noted]];
  }
  // Who resumes has seen what failed so far; it does not stop the rollout once more.
  const [next, effects] = beginWave({ ...state, excused: failures(state).length }, state.waiting);
  return [next, [noted, ...effects]];
}

function abortAsked(
  state: RolloutState,
  { by, atMs }: Extract<RolloutEvent, { type: 'abortAsked' }>,
): RolloutStepped {
  const why = `${by} aborted the rollout`;
  const noted = asked(state, 'abortAsked', by);
  if (state.phase === 'paused' || state.phase === 'soaking') {
    const [ended, effects] = end(state, state.waiting, 'aborted', why);
    return [ended, [noted, ...effects]];
  }
  if (state.phase !== 'running' && state.phase !== 'pausing') return stay(state);
  const moved = state.inHand.map((set): Moved => [set, ...stepPair(set, { type: 'abandoned', atMs, why })]);
  const [next, effects] = advance({ ...state, phase: 'aborting', why }, moved, atMs);
  return [next, [noted, ...effects]];
}

/** The rollout after the controller was gone. */
export function resume(state: RolloutState, nowMs: number): RolloutStepped {
  if (state.phase === 'soaking') return [state, [soakAgain(state, nowMs)]];
  if (!isInHand(state)) return stay(state);
  const starts = state.inHand
    .filter((set) => set.phase === 'queued')
    .map((set): RolloutEffect => ({ do: 'begin', change: set.change }));
  const moved = state.inHand
    .filter((set) => set.phase !== 'queued')
    .map((set): Moved => [set, ...resumePair(set, nowMs)]);
  if (moved.length === 0) return [state, starts];
  const [next, effects] = advance(state, moved, nowMs);
  return [next, [...starts, ...effects]];
}

const soakAgain = (state: CourseIn<'soaking'>, nowMs: number): RolloutEffect => ({
  do: 'soak',
  untilMs: state.untilMs,
  forMs: Math.max(state.untilMs - nowMs, 0),
  changes: state.watched,
});
