import type { Fact } from '@bondctl/proto/model/event';
import type { RolloutId, TxId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { ChangeSet } from '../plan/plan.ts';
import { told } from './pair/back.ts';
import {
  type Change,
  isRested,
  type PairEffect,
  type PairEvent,
  type PairState,
  type Rested,
} from './pair/state.ts';
import { step as stepPair } from './pair.ts';
import { resume as resumePair } from './resume.ts';

interface Kept {
  readonly id: RolloutId;
  readonly revision: number;
  /** Change sets that came to rest, in the order in which they ran. */
  readonly ended: readonly Rested[];
}

/** A rollout: its change sets one after the other. What was never started is kept too, so that it can be said. */
export type RolloutState =
  | (Kept & { readonly phase: 'running'; readonly current: PairState; readonly waiting: readonly Change[] })
  | (Kept & { readonly phase: 'finished' })
  | (Kept & {
      readonly phase: 'failed' | 'needsPerson';
      readonly why: string;
      readonly waiting: readonly Change[];
    });

/** Something that happened to one change set. */
export interface RolloutEvent {
  readonly tx: TxId;
  readonly happened: PairEvent;
}

/** What the shell does; `begin` is answered by the pair's `start`. */
export type RolloutEffect =
  | { readonly do: 'begin'; readonly change: Change }
  | { readonly do: 'pair'; readonly change: Change; readonly effect: PairEffect }
  | { readonly do: 'record'; readonly fact: Fact };

type Stepped = readonly [RolloutState, readonly RolloutEffect[]];

/** A rollout of these change sets, each with the id of its transaction, at its beginning. */
export function begin(
  id: RolloutId,
  revision: number,
  sets: NonEmpty<{ readonly tx: TxId; readonly set: ChangeSet }>,
): Stepped {
  const [first, ...others] = sets;
  const change: Change = { rollout: id, ...first };
  const waiting = others.map((other): Change => ({ rollout: id, ...other }));
  return [
    { phase: 'running', id, revision, ended: [], current: { phase: 'queued', change }, waiting },
    [
      { do: 'record', fact: { type: 'rolloutStarted', rollout: id, revision } },
      { do: 'begin', change },
    ],
  ];
}

/** One event of one change set. What belongs to another change set than the current one comes too late to matter. */
export function step(state: RolloutState, { tx, happened }: RolloutEvent): Stepped {
  if (state.phase !== 'running' || state.current.change.tx !== tx) return [state, []];
  const [current, effects] = stepPair(state.current, happened);
  return advance(state, current, effects);
}

/** The rollout after the controller was gone. */
export function resume(state: RolloutState, nowMs: number): Stepped {
  if (state.phase !== 'running') return [state, []];
  const { current } = state;
  if (current.phase === 'queued') return [state, [{ do: 'begin', change: current.change }]];
  const [next, effects] = resumePair(current, nowMs);
  return advance(state, next, effects);
}

function advance(
  state: Extract<RolloutState, { phase: 'running' }>,
  current: PairState,
  pairEffects: readonly PairEffect[],
): Stepped {
  if (current === state.current && pairEffects.length === 0) return [state, []];
  const effects = pairEffects.map(
    (effect): RolloutEffect => ({ do: 'pair', change: current.change, effect }),
  );
  if (!isRested(current)) return [{ ...state, current }, effects];
  const [next, more] = afterRest(state, current);
  return [next, [...effects, ...more]];
}

/** A set that came to rest: the next one, or the end. */
function afterRest(state: Extract<RolloutState, { phase: 'running' }>, rested: Rested): Stepped {
  const { id, revision, waiting } = state;
  const ended = [...state.ended, rested];
  const kept = { id, revision, ended };
  if (rested.phase === 'needsPerson') return end({ ...kept, phase: 'needsPerson', why: rested.why, waiting });
  if (rested.phase !== 'done') return end({ ...kept, phase: 'failed', why: rested.why, waiting });
  const [next, ...later] = waiting;
  if (next === undefined) return end({ ...kept, phase: 'finished' });
  const current: PairState = { phase: 'queued', change: next };
  return [{ ...state, ended, current, waiting: later }, [{ do: 'begin', change: next }]];
}

function end(state: Exclude<RolloutState, { phase: 'running' }>): Stepped {
  const why = state.phase === 'finished' ? '' : state.why;
  const left = state.phase === 'finished' ? 0 : state.waiting.length;
  const rest = left === 0 ? [] : [`${left} more change set${left === 1 ? ' was' : 's were'} not started`];
  const fact: Fact = {
    type: 'rolloutEnded',
    rollout: state.id,
    ending: state.phase,
    why: told([why, ...rest]),
  };
  return [state, [{ do: 'record', fact }]];
}
