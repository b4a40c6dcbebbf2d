import type { Fact } from '@bondctl/proto/model/event';
import type { HostDesire } from '@bondctl/proto/model/spec';
import type { RolloutState } from './course/state.ts';
import type { RolloutPorts } from './ports.ts';

/** Who started a rollout and when, and what its hosts had before. */
export interface Origin {
  readonly actor: string;
  readonly startedUnixMs: number;
  readonly before: readonly HostDesire[];
}

/** What a rollout's row holds; `actor` is who started it, also after a restart. */
export interface StoredRollout {
  readonly actor: string;
  readonly before: readonly HostDesire[];
  readonly rollout: RolloutState;
  /** Facts that this state brought and that may not be recorded yet: a crash in between loses none. */
  readonly owed: readonly Fact[];
}

/** Keeps a rollout: what it is asked to keep is there when it resolves, however long the store takes nothing. */
export interface Keeper {
  readonly save: (
    rollout: RolloutState,
    how: { readonly owed: readonly Fact[]; readonly ended: boolean },
  ) => Promise<void>;
  readonly record: (fact: Fact) => Promise<void>;
  /** Why nothing can be kept at the moment; null while the store takes what it is given. */
  readonly stalled: () => string | null;
}

const firstWaitMs = 1000;
const longestWaitMs = 30_000;
/** The store may be busy for a moment; this often it is no more than that. */
const busyTries = 3;

/** A keeper of one rollout. It tries again for as long as the controller runs, at last every half minute. */
export function createKeeper({ store, record, clock, log }: RolloutPorts, origin: Origin): Keeper {
  const { actor, before, startedUnixMs } = origin;
  let why: string | null = null;

  const untilTaken = async (work: () => Promise<unknown>): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await work();
        if (why !== null) log.warn({ tries }, 'the store takes what it is given again; the rollout goes on');
        why = null;
        return;
      } catch (thrown) {
        if (tries > busyTries) why = `The controller cannot store anything (${String(thrown)})`;
        complain(tries, thrown);
        await clock.sleep(Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs));
      }
    }
  };
  const complain = (tries: number, thrown: unknown) => {
    const fields = { tries, error: String(thrown) };
    if (why === null) log.warn(fields, 'the store did not take it; trying again');
    else log.error(fields, standing);
  };
  return {
    save: (rollout, { owed, ended }) => {
      const state: StoredRollout = { actor, before, rollout, owed };
      const { id, revision } = rollout;
      return untilTaken(() => store.saveRollout({ id, revision, startedUnixMs, ended, state }));
    },
    // A fact of somebody who asked is theirs; everything else follows from who started the rollout.
    record: (fact) => untilTaken(() => record('by' in fact ? fact.by : actor, fact)),
    stalled: () => why,
  };
}

const standing =
  'the rollout stands until the store takes it: nothing is asked of a host, and at their deadline the agents go back';
