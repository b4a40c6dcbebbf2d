import type { Fact } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import type { HostDesire } from '@bondctl/proto/model/spec';
import { type Carrier, carryOut, startOf, watchWave } from './carry.ts';
import {
  isInHand,
  isOver,
  type RolloutEffect,
  type RolloutEvent,
  type RolloutState,
} from './course/state.ts';
import type { Change, PairEffect, PairEvent } from './pair/state.ts';
import type { RolloutPorts } from './ports.ts';
import { step } from './rollout.ts';

/** A rollout that is being carried out. */
export interface Run {
  readonly state: () => RolloutState;
  /** What a person asks; resolves once it is stored, or when it changed nothing. */
  readonly ask: (event: Extract<RolloutEvent, { by: string }>) => Promise<void>;
  /** Settles when the rollout ended, or when the store failed: then it is left to the agents' deadlines. */
  readonly settled: Promise<void>;
}

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

const storeAttempts = 5;
const storeRetryMs = 1000;

/**
 * Carries a rollout out: one event after the other is stepped, the new state is stored, and only then are its effects
 * carried out. INVARIANT: nothing is asked of a host that the stored state does not announce.
 */
export function carry(
  ports: RolloutPorts,
  origin: Origin,
  first: readonly [RolloutState, readonly RolloutEffect[]],
): Run {
  let [state] = first;
  let stored: RolloutState | undefined;
  let tail = Promise.resolve();
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const queue = (work: () => Promise<void>): Promise<void> => {
    tail = tail.then(work).catch((thrown: unknown) => {
      ports.log.error({ rollout: state.id, error: String(thrown) }, storeSentence);
      settle();
    });
    return tail;
  };
  const enter = async ([next, effects]: readonly [RolloutState, readonly RolloutEffect[]]) => {
    const owed = effects.flatMap(factsOf);
    const labels = labelsOf(stored, next);
    for (const label of labels) ports.faults.reached(`store:${label}`);
    if (next !== stored || owed.length > 0) await save(ports, origin, next, { owed, ended: false });
    for (const label of labels) ports.faults.reached(`stored:${label}`);
    state = next;
    stored = next;
    for (const effect of effects) await act(effect);
    if (!isOver(next)) return;
    // Marked as ended only once its last fact is recorded: what a crash cuts off in between is said again.
    await save(ports, origin, next, { owed: [], ended: true });
    settle();
  };
  const happened = (event: RolloutEvent): Promise<void> =>
    queue(async () => {
      const [next, effects] = step(state, event);
      if (next !== state || effects.length > 0) await enter([next, effects]);
    });
  const act = actorOf(ports, origin, (event) => void happened(event));

  void queue(() => enter(first));
  return { state: () => state, ask: happened, settled };
}

/**
 * Carries out effects; what follows from them comes back through `follow` and is not waited for: whoever acts stands in
 * the queue himself.
 */
function actorOf(
  ports: RolloutPorts,
  origin: Origin,
  follow: (event: RolloutEvent) => void,
): (effect: RolloutEffect) => Promise<void> {
  const carriers = new Map<TxId, Carrier>();
  const carrierOf = (change: Change): Carrier => {
    const carrier = carriers.get(change.tx) ?? { ports, change, attempts: new Map<string, number>() };
    carriers.set(change.tx, carrier);
    return carrier;
  };
  const launch = async (change: Change, effect: PairEffect): Promise<void> => {
    const { tx } = change;
    const then = (happened: PairEvent) => follow({ type: 'set', tx, happened });
    if (effect.do === 'record') return record(ports, origin, effect.fact);
    if (effect.do === 'storeDecision') {
      await record(ports, origin, { ...decisionFact(change), decision: effect.decision });
      return then({ type: 'decisionStored', atMs: ports.clock.nowUnixMs() });
    }
    void carryOut(carrierOf(change), effect).then((event) => event && then(event));
  };
  return async (effect) => {
    switch (effect.do) {
      case 'record':
        return record(ports, origin, effect.fact);
      case 'begin':
        return follow({ type: 'set', tx: effect.change.tx, happened: startOf(ports, effect.change) });
      case 'soak':
        return void watchWave(ports, effect).then(follow);
      case 'pair':
        return launch(effect.change, effect.effect);
      default:
        return effect satisfies never;
    }
  };
}

/** What a test may wait for: the phases of the change sets that moved, or of the rollout when none did. */
function labelsOf(before: RolloutState | undefined, next: RolloutState): readonly string[] {
  const was: readonly unknown[] = before !== undefined && isInHand(before) ? before.inHand : [];
  const moved = isInHand(next) ? next.inHand.filter((set) => !was.includes(set)) : [];
  return moved.length > 0 ? moved.map((set) => set.phase) : [next.phase];
}

const storeSentence =
  'the rollout stops here: the store does not take it, and the agents go back by themselves';

const decisionFact = ({ rollout, tx }: Change) => ({ type: 'decisionStored', rollout, tx }) as const;

/** A fact of somebody who asked is theirs; everything else follows from who started the rollout. */
const record = (ports: RolloutPorts, { actor }: Origin, fact: Fact): Promise<void> =>
  attempt(ports, () => ports.record('by' in fact ? fact.by : actor, fact));

const factsOf = (effect: RolloutEffect): readonly Fact[] => {
  if (effect.do === 'record') return [effect.fact];
  return effect.do === 'pair' && effect.effect.do === 'record' ? [effect.effect.fact] : [];
};

function save(
  ports: RolloutPorts,
  { actor, before, startedUnixMs }: Origin,
  rollout: RolloutState,
  { owed, ended }: { readonly owed: readonly Fact[]; readonly ended: boolean },
): Promise<void> {
  const { id, revision } = rollout;
  const state: StoredRollout = { actor, before, rollout, owed };
  return attempt(ports, () => ports.store.saveRollout({ id, revision, startedUnixMs, ended, state }));
}

/** The store may be busy for a moment; more than a moment is an error. */
async function attempt({ clock, log }: RolloutPorts, work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (thrown) {
      if (tries === storeAttempts) throw thrown;
      log.warn({ tries, error: String(thrown) }, 'the store did not take it; trying again');
      await clock.sleep(storeRetryMs);
    }
  }
}
