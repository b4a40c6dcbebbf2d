// Time that passes only when a test says so, or at once when nothing else is left to do.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../packages/agent/src/kernel/ports.ts';
import type { BootClock } from '../../packages/agent/src/transaction/boot-clock.ts';

/** A clock in a test's hands. */
export interface FakeClock extends Clock {
  readonly boot: BootClock;
  /** Lets time pass, timers firing in their order; between two, everything that was waiting gets its turn. */
  pass(ms: number): Promise<void>;
}

/** Real work (files in memory) takes real time, if little. */
const settle = () => sleep(3);

/** Makes a clock that begins at one hour after boot. */
export function createFakeClock(bootId = 'boot-1'): FakeClock {
  let nowMs = 3_600_000;
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  const next = () => [...timers].sort((a, b) => a.atMs - b.atMs)[0];
  return {
    monotonicMs: () => nowMs,
    unixMs: () => 1_700_000_000_000 + nowMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    boot: {
      nowMs: async () => await Promise.resolve(nowMs),
      bootId: async () => await Promise.resolve(bootId),
    },
    async pass(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (let timer = next(); timer !== undefined && timer.atMs <= untilMs; timer = next()) {
        nowMs = Math.max(nowMs, timer.atMs);
        timers.delete(timer);
        timer.callback();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
