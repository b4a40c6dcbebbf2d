import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import { type Carrier, carryOut, startOf, watchWave } from './carry.ts';
import {
  isInHand,
  isOver,
  type RolloutEffect,
  type RolloutEvent,
  type RolloutState,
} from './course/state.ts';
import { createKeeper, type Keeper, type Origin } from './keeper.ts';
import type { Change, PairEffect, PairEvent } from './pair/state.ts';
import type { RolloutPorts } from './ports.ts';
import { step } from './rollout.ts';

/** A rollout that is being carried out. */
export interface Run {
  readonly state: () => RolloutState;
  /** What a person asks; resolves once it is stored, or when it changed nothing. Throws `failed` while the store takes nothing. */
  readonly ask: (event: Extract<RolloutEvent, { by: string }>) => Promise<void>;
  /** Settles when the rollout ended. */
  readonly settled: Promise<void>;
}

/**
 * Carries a rollout out: one event after the other is stepped, the new state is stored, and only then are its effects
 * carried out. INVARIANT: nothing is asked of a host that the stored state does not announce: while the store takes
 * nothing the rollout stands, and the agents go back by themselves.
 */
export function carry(
  ports: RolloutPorts,
  origin: Origin,
  first: readonly [RolloutState, readonly RolloutEffect[]],
): Run {
  const keeper = createKeeper(ports, origin);
  let [state] = first;
  let stored: RolloutState | undefined;
  let tail = Promise.resolve();
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const queue = (work: () => Promise<void>): Promise<void> => {
    tail = tail.then(work);
    return tail;
  };
  const enter = async ([next, effects]: readonly [RolloutState, readonly RolloutEffect[]]) => {
    const owed = effects.flatMap(factsOf);
    const labels = labelsOf(stored, next);
    for (const label of labels) ports.faults.reached(`store:${label}`);
    if (next !== stored || owed.length > 0) await keeper.save(next, { owed, ended: false });
    for (const label of labels) ports.faults.reached(`stored:${label}`);
    state = next;
    stored = next;
    for (const effect of effects) await act(effect);
    if (!isOver(next)) return;
    // Marked as ended only once its last fact is recorded: what a crash cuts off in between is said again.
    await keeper.save(next, { owed: [], ended: true });
    settle();
  };
  const happened = (event: RolloutEvent): Promise<void> =>
    queue(async () => {
      const [next, effects] = step(state, event);
      if (next !== state || effects.length > 0) await enter([next, effects]);
    });
  const act = actorOf(ports, keeper, (event) => void happened(event));
  const ask: Run['ask'] = async (event) => {
    const why = keeper.stalled();
    if (why !== null) throw new BondctlError('failed', `${why}; mend it and repeat.`);
    await happened(event);
  };

  void queue(() => enter(first));
  return { state: () => state, ask, settled };
}

/**
 * Carries out effects; what follows from them comes back through `follow` and is not waited for: whoever acts stands in
 * the queue himself.
 */
function actorOf(
  ports: RolloutPorts,
  keeper: Keeper,
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
    if (effect.do === 'record') return keeper.record(effect.fact);
    if (effect.do === 'storeDecision') {
      await keeper.record({ ...decisionFact(change), decision: effect.decision });
      return then({ type: 'decisionStored', atMs: ports.clock.nowUnixMs() });
    }
    void carryOut(carrierOf(change), ports.prover, effect).then((event) => event && then(event));
  };
  return async (effect) => {
    switch (effect.do) {
      case 'record':
        return keeper.record(effect.fact);
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

const decisionFact = ({ rollout, tx }: Change) => ({ type: 'decisionStored', rollout, tx }) as const;

const factsOf = (effect: RolloutEffect): readonly Fact[] => {
  if (effect.do === 'record') return [effect.fact];
  return effect.do === 'pair' && effect.effect.do === 'record' ? [effect.effect.fact] : [];
};
