/** Time that stands still until nobody has anything left to do, and then jumps to the next wake-up. */
export interface Time {
  /** Milliseconds since the world began. */
  nowMs(): number;
  /** Calls back once after `delayMs`, in whole milliseconds and at least one, as timers do; returns the cancel function. */
  after(delayMs: number, wake: () => void): () => void;
  sleep(ms: number): Promise<void>;
  /** Lets time pass until `over`; says why it stopped. */
  run(over: () => boolean, limits: { readonly untilMs: number; readonly wakes: number }): Promise<Stopped>;
}

/** `idle`: nothing is waited for any more; `late` and `busy`: a limit was reached first. */
export type Stopped = 'over' | 'idle' | 'late' | 'busy';

interface Alarm {
  readonly atMs: number;
  readonly order: number;
  wake: (() => void) | null;
}

const isBefore = (a: Alarm, b: Alarm): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** Alarms by time, the earliest first: a binary heap. */
function createAlarms() {
  const heap: Alarm[] = [];
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as Alarm, heap[a] as Alarm];
  };
  const before = (a: number, b: number) => isBefore(heap[a] as Alarm, heap[b] as Alarm);
  return {
    first: (): Alarm | undefined => heap[0],
    add(alarm: Alarm): void {
      let at = heap.push(alarm) - 1;
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); at = up, up = (at - 1) >> 1) swap(at, up);
    },
    dropFirst(): void {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < heap.length && before(child, least)) least = child;
        if (least === at) return;
        swap(at, least);
        at = least;
      }
    },
  };
}

/** Everything that can go on without time passing has gone on. */
const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time at its beginning. */
export function createTime(): Time {
  const alarms = createAlarms();
  let [nowMs, order] = [0, 0];
  const after = (delayMs: number, wake: () => void) => {
    order += 1;
    const alarm: Alarm = { atMs: nowMs + Math.max(Math.trunc(delayMs), 1), order, wake };
    alarms.add(alarm);
    return () => {
      alarm.wake = null;
    };
  };
  return {
    nowMs: () => nowMs,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    async run(over, { untilMs, wakes }) {
      await quiet();
      for (let count = 0; !over(); ) {
        const next = alarms.first();
        if (next === undefined) return 'idle';
        if (next.wake !== null && next.atMs > untilMs) return 'late';
        alarms.dropFirst();
        if (next.wake === null) continue;
        count += 1;
        if (count > wakes) return 'busy';
        nowMs = next.atMs;
        next.wake();
        await quiet();
      }
      return 'over';
    },
  };
}
