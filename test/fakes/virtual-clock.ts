/** A clock that stands still until nobody has anything left to do, and then jumps to the next wake-up. */
export interface VirtualClock {
  nowUnixMs(): number;
  sleep(ms: number): Promise<void>;
  /** Calls `wake` at `atMs`. */
  at(atMs: number, wake: () => void): void;
  /** Lets time pass until `over`, or until nothing is waited for, or `limitMs` is reached. */
  run(over: () => boolean, limitMs?: number): Promise<void>;
}

interface Alarm {
  readonly atMs: number;
  readonly order: number;
  readonly wake: () => void;
}

/** A virtual clock that shows `startMs`. */
export function createVirtualClock(startMs = 1_000_000): VirtualClock {
  let nowMs = startMs;
  let order = 0;
  const alarms: Alarm[] = [];
  const at = (atMs: number, wake: () => void) => {
    order += 1;
    alarms.push({ atMs: Math.max(atMs, nowMs), order, wake });
  };
  return {
    nowUnixMs: () => nowMs,
    sleep: (ms) => new Promise((resolve) => at(nowMs + ms, resolve)),
    at,
    run: async (over, limitMs = Number.POSITIVE_INFINITY) => {
      await quiet();
      while (!over() && alarms.length > 0) {
        alarms.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
        const next = alarms[0];
        if (next === undefined || next.atMs > limitMs) return;
        alarms.shift();
        nowMs = next.atMs;
        next.wake();
        await quiet();
      }
    },
  };
}

/** Everything that can go on without time passing has gone on. */
const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));
