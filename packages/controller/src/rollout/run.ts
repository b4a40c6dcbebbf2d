import type { Fact } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import { type Carrier, carryOut, startOf } from './carry.ts';
import type { Change, PairEffect, PairEvent } from './pair/state.ts';
import type { RolloutPorts } from './ports.ts';
import { type RolloutEffect, type RolloutState, step } from './rollout.ts';

/** A rollout that is being carried out. */
export interface Run {
  readonly state: () => RolloutState;
  /** Settles when the rollout ended, or when the store failed: then it is left to the agents' deadlines. */
  readonly settled: Promise<void>;
}

/** Who started a rollout, and when. */
export interface Origin {
  readonly actor: string;
  readonly startedUnixMs: number;
}

/** What a rollout's row holds; `actor` is who started it, also after a restart. */
export interface StoredRollout {
  readonly actor: string;
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

  let carrier: Carrier | undefined;
  const carrierOf = (change: Change): Carrier => {
    if (carrier?.change.tx !== change.tx) carrier = { ports, change, attempts: new Map() };
    return carrier;
  };
  const queue = (work: () => Promise<void>) => {
    tail = tail.then(work).catch((thrown: unknown) => {
      ports.log.error({ rollout: state.id, error: String(thrown) }, storeSentence);
      settle();
    });
  };
  const enter = async ([next, effects]: readonly [RolloutState, readonly RolloutEffect[]]) => {
    const owed = effects.flatMap(factsOf);
    const phase = next.phase === 'running' ? next.current.phase : next.phase;
    ports.faults.reached(`store:${phase}`);
    if (next !== stored || owed.length > 0) await save(ports, origin, next, { owed, ended: false });
    ports.faults.reached(`stored:${phase}`);
    state = next;
    stored = next;
    for (const effect of effects) await act(effect);
    if (next.phase === 'running') return;
    // Marked as ended only once its last fact is recorded: what a crash cuts off in between is said again.
    await save(ports, origin, next, { owed: [], ended: true });
    settle();
  };
  const happened = (tx: TxId, event: PairEvent) =>
    queue(async () => {
      const [next, effects] = step(state, { tx, happened: event });
      if (next !== state || effects.length > 0) await enter([next, effects]);
    });
  const act = async (effect: RolloutEffect): Promise<void> => {
    if (effect.do === 'record') return record(ports, origin, effect.fact);
    if (effect.do === 'begin') return happened(effect.change.tx, startOf(ports, effect.change));
    return launch(effect.change, effect.effect);
  };
  const launch = async (change: Change, effect: PairEffect): Promise<void> => {
    if (effect.do === 'record') return record(ports, origin, effect.fact);
    if (effect.do === 'storeDecision') {
      await record(ports, origin, { ...decisionFact(change), decision: effect.decision });
      return happened(change.tx, { type: 'decisionStored', atMs: ports.clock.nowUnixMs() });
    }
    // Not waited for: what follows comes back as an event.
    void carryOut(carrierOf(change), effect).then((event) => event && happened(change.tx, event));
  };

  queue(() => enter(first));
  return { state: () => state, settled };
}

const storeSentence =
  'the rollout stops here: the store does not take it, and the agents go back by themselves';

const decisionFact = ({ rollout, tx }: Change) => ({ type: 'decisionStored', rollout, tx }) as const;

const record = (ports: RolloutPorts, { actor }: Origin, fact: Fact): Promise<void> =>
  attempt(ports, () => ports.record(actor, fact));

const factsOf = (effect: RolloutEffect): readonly Fact[] => {
  if (effect.do === 'record') return [effect.fact];
  return effect.do === 'pair' && effect.effect.do === 'record' ? [effect.effect.fact] : [];
};

function save(
  ports: RolloutPorts,
  { actor, startedUnixMs }: Origin,
  rollout: RolloutState,
  { owed, ended }: { readonly owed: readonly Fact[]; readonly ended: boolean },
): Promise<void> {
  const { id, revision } = rollout;
  const state: StoredRollout = { actor, rollout, owed };
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
