import type { Fact } from '@bondctl/proto/model/event';
import type { RolloutId, TxId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { RolloutRules } from '@bondctl/proto/model/spec';
import type { Change, PairEffect, PairEvent, PairState, Rested } from '../pair/state.ts';

/** What a rollout knows in every phase. */
export interface Kept {
  readonly id: RolloutId;
  readonly revision: number;
  readonly rules: Pick<RolloutRules, 'maxFailed' | 'soakMs' | 'onFailure'>;
  /** How many waves it has altogether. */
  readonly waves: number;
  /** Change sets that came to rest, in the order in which they did. */
  readonly ended: readonly Rested[];
  /** Failures that a person has seen and resumed after. */
  readonly excused: number;
}

/** Only what every phase keeps; the rest belongs to the phase that is left. */
export const keptOf = ({ id, revision, rules, waves, ended, excused }: Kept): Kept => ({
  id,
  revision,
  rules,
  waves,
  ended,
  excused,
});

/** Change sets that roll at the same time. */
export interface CourseWave {
  readonly canary: boolean;
  readonly changes: NonEmpty<Change>;
}

interface InHand {
  readonly wave: CourseWave;
  /** Change sets of the wave that have not come to rest. */
  readonly inHand: NonEmpty<PairState>;
  readonly waiting: readonly CourseWave[];
}

type Phases<A> = { [K in keyof A]: Kept & { readonly phase: K } & Readonly<A[K]> }[keyof A];

/** A rollout: its waves one after the other. What was never started is kept too, so that it can be said. */
export type RolloutState = Phases<{
  running: InHand;
  /** What is in hand comes to its end, then it waits for a person. */
  pausing: InHand & { why: string };
  /** What is not decided goes back, then it ends. */
  aborting: InHand & { why: string };
  /** A committed wave is watched; `watched` are its change sets. */
  soaking: { untilMs: number; watched: NonEmpty<Change>; waiting: NonEmpty<CourseWave> };
  paused: { why: string; waiting: NonEmpty<CourseWave> };
  finished: unknown;
  failed: { why: string; waiting: readonly CourseWave[] };
  aborted: { why: string; waiting: readonly CourseWave[] };
  needsPerson: { why: string; waiting: readonly CourseWave[] };
}>;

/** The state of one phase. */
export type CourseIn<P extends RolloutState['phase']> = Extract<RolloutState, { phase: P }>;

/** True while change sets are in hand. */
export const isInHand = (state: RolloutState): state is CourseIn<'running' | 'pausing' | 'aborting'> =>
  'inHand' in state;

/** True when nothing will happen any more. */
export const isOver = (
  state: RolloutState,
): state is CourseIn<'finished' | 'failed' | 'aborted' | 'needsPerson'> =>
  state.phase === 'finished' ||
  state.phase === 'failed' ||
  state.phase === 'aborted' ||
  state.phase === 'needsPerson';

/** Something that happened to a rollout. `by` is the person who asked. */
export type RolloutEvent =
  | { readonly type: 'set'; readonly tx: TxId; readonly happened: PairEvent }
  /** The watch that was to last until `untilMs` is over; `complaints` say what did not stay well. */
  | { readonly type: 'soaked'; readonly untilMs: number; readonly complaints: readonly string[] }
  | { readonly type: 'pauseAsked' | 'resumeAsked'; readonly by: string }
  | { readonly type: 'abortAsked'; readonly by: string; readonly atMs: number };

/** What the shell does; `begin` is answered by the pair's `start`, `soak` by `soaked`. */
export type RolloutEffect =
  | { readonly do: 'begin'; readonly change: Change }
  | { readonly do: 'pair'; readonly change: Change; readonly effect: PairEffect }
  | {
      readonly do: 'soak';
      readonly untilMs: number;
      readonly forMs: number;
      readonly changes: NonEmpty<Change>;
    }
  | { readonly do: 'record'; readonly fact: Fact };

/** The next state, to be stored before the effects are carried out. */
export type RolloutStepped = readonly [RolloutState, readonly RolloutEffect[]];
