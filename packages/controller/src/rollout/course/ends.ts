import type { RolloutEnding } from '@bondctl/proto/model/event';
import type { NonEmpty } from '@bondctl/proto/model/result';
import { told } from '../pair/back.ts';
import type { Change, PairState } from '../pair/state.ts';
import {
  type CourseWave,
  type Kept,
  keptOf,
  type RolloutEffect,
  type RolloutState,
  type RolloutStepped,
} from './state.ts';

const queued = (change: Change): PairState => ({ phase: 'queued', change });

/** The next wave: all its change sets begin. */
export function beginWave(state: Kept, [wave, ...waiting]: NonEmpty<CourseWave>): RolloutStepped {
  const [first, ...others] = wave.changes;
  const noted: RolloutEffect = {
    do: 'record',
    fact: {
      type: 'waveStarted',
      rollout: state.id,
      wave: state.waves - waiting.length,
      waves: state.waves,
      sets: wave.changes.map(({ set }) => set.name),
    },
  };
  return [
    { ...keptOf(state), phase: 'running', inHand: [queued(first), ...others.map(queued)], wave, waiting },
    [noted, ...wave.changes.map((change): RolloutEffect => ({ do: 'begin', change }))],
  ];
}

/** Waits for a person. */
export function pause(state: Kept, waiting: NonEmpty<CourseWave>, why: string): RolloutStepped {
  const advice = `"bondctl rollout resume ${state.id}" goes on with the rest, "bondctl rollout abort ${state.id}" ends it`;
  const fact = { type: 'rolloutPaused', rollout: state.id, why: told([why, advice]) } as const;
  return [{ ...keptOf(state), phase: 'paused', why, waiting }, [{ do: 'record', fact }]];
}

/** The end, and what was not started. */
export function end(
  state: Kept,
  waiting: readonly CourseWave[],
  ending: RolloutEnding,
  why: string,
): RolloutStepped {
  const left = waiting.reduce((sum, wave) => sum + wave.changes.length, 0);
  const rest = left === 0 ? [] : [`${left} more change set${left === 1 ? ' was' : 's were'} not started`];
  const kept = keptOf(state);
  const next: RolloutState =
    ending === 'finished' ? { ...kept, phase: ending } : { ...kept, phase: ending, why, waiting };
  const fact = { type: 'rolloutEnded', rollout: state.id, ending, why: told([why, ...rest]) } as const;
  return [next, [{ do: 'record', fact }]];
}
