import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import { asked } from '../rollout/carry.ts';
import { rollBack } from '../rollout/pair/back.ts';
import {
  type Change,
  isRested,
  type PairEffect,
  type PairEvent,
  type PairState,
  patienceMs,
  type Rested,
  type Stepped,
} from '../rollout/pair/state.ts';
import { step } from '../rollout/pair.ts';
import type { RolloutPorts } from '../rollout/ports.ts';

/** What trying a change needs of the world. */
export interface TrialPorts extends Pick<RolloutPorts, 'agents' | 'clock' | 'ids' | 'log'> {
  readonly record: (fact: Fact) => Promise<unknown>;
}

/** What is done while the candidate is there; it ends when `signal` says so. */
export type Work = (signal: AbortSignal) => Promise<void>;

/** What a trial that went as it should says of itself on its way back. */
export const onlyTried = 'it was only tried';

/**
 * Applies a change on all its participants, does the work, and takes it back everywhere. INVARIANT: it never confirms. The
 * machine decides only on links that are judged, and here nothing is ever judged: what ends the proof is that the change
 * is abandoned.
 */
export function tryOut(
  ports: TrialPorts,
  change: Change,
  start: PairEvent,
  work: Work,
  signal: AbortSignal,
): Promise<Rested> {
  const first = step({ phase: 'queued', change }, start);
  return carry(ports, first, work, signal);
}

/** Takes back what an earlier controller was trying when it went away; a host that never heard of it has nothing to take back. */
export function takeBack(ports: TrialPorts, change: Change): Promise<Rested> {
  const how = { touched: false, untilMs: ports.clock.nowUnixMs() + change.set.deadline.totalMs + patienceMs };
  const first = rollBack(change, 'the controller restarted while it was tried', how);
  return carry(ports, first, async () => undefined, new AbortController().signal);
}

/** Steps the machine from effect to event until it rests. Its own timeouts bound it. */
function carry(ports: TrialPorts, first: Stepped, work: Work, signal: AbortSignal): Promise<Rested> {
  const [{ change }] = first;
  const carrier = { ports, change, attempts: new Map<string, number>() };
  const ending = new AbortController();
  return new Promise((resolve, reject) => {
    let state: PairState = first[0];
    const abandon = (why: string) => happened({ type: 'abandoned', why, atMs: ports.clock.nowUnixMs() });
    const onAbort = () => abandon('the sweep was broken off');
    const enter = ([next, effects]: Stepped) => {
      state = next;
      for (const effect of effects) act(effect);
      if (!isRested(next)) return;
      signal.removeEventListener('abort', onAbort);
      ending.abort();
      resolve(next);
    };
    const happened = (event: PairEvent) => {
      if (isRested(state)) return;
      enter(step(state, event));
    };
    const act = (effect: PairEffect) => {
      switch (effect.do) {
        case 'ask':
          void asked(carrier, effect).then((event) => event && happened(event));
          return;
        case 'runProof':
          void worked(ports, change, work, AbortSignal.any([signal, ending.signal])).then(abandon);
          return;
        case 'record':
          ports
            .record(effect.fact)
            .catch((thrown: unknown) => abandon(`nothing can be recorded (${String(thrown)})`));
          return;
        case 'confirm':
        case 'storeDecision':
          return reject(new BondctlError('internal', `a trial of ${change.set.name} came to a decision`));
        default:
          effect satisfies never;
      }
    };
    signal.addEventListener('abort', onAbort);
    enter(first);
    if (signal.aborted) onAbort();
  });
}

/** Does the work within the time that the deadline has for it; resolves with why the change goes back now. */
async function worked(ports: TrialPorts, { set }: Change, work: Work, signal: AbortSignal): Promise<string> {
  const late = new AbortController();
  const { ms } = set.deadline.proof;
  const timer = ports.clock.sleep(ms).then(() => late.abort());
  try {
    await Promise.race([work(AbortSignal.any([signal, late.signal])), timer]);
    return late.signal.aborted ? `its measurements did not end within ${ms / 1000} s` : onlyTried;
  } catch (thrown) {
    return BondctlError.from(thrown).message;
  }
}
