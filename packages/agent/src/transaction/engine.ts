import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import { carryOut, type EffectParts } from './effects.ts';
import type { Transition, TxEvent, TxState } from './state.ts';
import { step } from './transaction.ts';

/** A running machine: one queue of events, one effect at a time. */
export interface Engine {
  state(): TxState;
  /** Takes an event; resolves when the machine rests again. */
  send(event: TxEvent): Promise<void>;
  /** Begins with a transition found from the journal. */
  begin(transition: Transition): Promise<void>;
}

// A suspended host's timers stand still; looking at the boot clock each second finds the deadline soon after it wakes.
const longestLookMs = 1000;

/**
 * INVARIANTS. One event at a time, its effects in order, each finished before the next. A journal effect that fails
 * skips the effects behind it. The agent's own deadline fires from here; the watchdog's is a different process.
 */
export function createEngine(parts: EffectParts, initial: TxState): Engine {
  const events: TxEvent[] = [];
  let state = initial;
  let resting: Promise<void> | null = null;
  let cancelLook: () => void = () => undefined;

  async function look(tx: TxId, deadlineMs: number): Promise<void> {
    if (state.phase === 'idle' || state.tx.id !== tx || !('deadlineMs' in state)) return;
    const leftMs = deadlineMs - (await parts.boot.nowMs());
    if (leftMs <= 0) return await send({ type: 'deadlinePassed', tx });
    cancelLook = parts.clock.after(Math.min(leftMs, longestLookMs), () => keepLooking(tx, deadlineMs));
  }

  function keepLooking(tx: TxId, deadlineMs: number): void {
    cancelLook();
    const early = async (thrown: unknown) => {
      parts.log(
        `The clock cannot be read, so the change is taken back now: ${BondctlError.from(thrown).message}`,
      );
      await send({ type: 'deadlinePassed', tx });
    };
    look(tx, deadlineMs)
      .catch(early)
      .catch((thrown: unknown) => parts.log(BondctlError.from(thrown).message));
  }

  async function enter([next, effects]: Transition, isFirst: boolean): Promise<void> {
    const begins = next.phase === 'snapshotting' && state.phase !== 'snapshotting';
    state = next;
    if (begins) keepLooking(next.tx.id, next.deadlineMs);
    for (const effect of effects) {
      const answer = await carryOut(parts, next, effect, isFirst);
      if (answer !== null) events.push(answer);
      if (answer?.type === 'journalFailed') return;
    }
  }

  async function drain(): Promise<void> {
    for (let event = events.shift(); event !== undefined; event = events.shift()) {
      const before = state.phase;
      const transition = step(state, event);
      await enter(transition, transition[0].phase !== before);
    }
  }

  function run(work: () => Promise<void>): Promise<void> {
    const running = (resting ?? Promise.resolve()).then(work);
    resting = running.catch(() => undefined);
    return running;
  }

  function send(event: TxEvent): Promise<void> {
    events.push(event);
    return run(drain);
  }

  return {
    state: () => state,
    send,
    begin: (transition) =>
      run(async () => {
        await enter(transition, true);
        await drain();
      }),
  };
}
