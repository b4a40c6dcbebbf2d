import type { Clock } from '../../packages/agent/src/kernel/ports.ts';
import type { Time } from './time.ts';

/**
 * A process of the world. Whatever it does to anything outside itself is an act: a dead process does none, a frozen one
 * when it goes on, and before each the world may strike.
 */
export interface Process {
  readonly name: string;
  isAlive(): boolean;
  isFrozen(): boolean;
  /** Carries out one act; never resolves when the process dies before it ends. */
  act<T>(work: () => T | Promise<T>): Promise<T>;
  /** A timer that fires in a living process only. */
  after(delayMs: number, wake: () => void): () => void;
  kill(): void;
  freeze(): void;
  goOn(): void;
  /** Called once, when it has died. */
  onDeath(listener: () => void): void;
}

/** Told before every act of a process. */
export type BeforeAct = () => void;

/** Starts a process. */
export function createProcess(name: string, time: Time, beforeAct: BeforeAct = () => undefined): Process {
  let [isAlive, isFrozen] = [true, false];
  let held: (() => void)[] = [];
  let whenDead: (() => void)[] = [];

  /** At once in a running process, later in a frozen one, never in a dead one. */
  const when = (go: () => void) => {
    if (!isAlive) return;
    if (isFrozen) held.push(go);
    else go();
  };
  const turn = () => new Promise<void>((resolve) => when(resolve));
  return {
    name,
    isAlive: () => isAlive,
    isFrozen: () => isFrozen,
    async act(work) {
      beforeAct();
      if (!isAlive || isFrozen) await turn();
      try {
        return await work();
      } finally {
        if (!isAlive || isFrozen) await turn();
      }
    },
    after: (delayMs, wake) =>
      time.after(delayMs, () => {
        // Whoever goes on finds its messages before its timers: those are late then.
        if (isFrozen) held.push(() => time.after(1, () => when(wake)));
        else when(wake);
      }),
    kill() {
      if (!isAlive) return;
      isAlive = false;
      held = [];
      for (const listener of whenDead) listener();
      whenDead = [];
    },
    freeze() {
      isFrozen = true;
    },
    goOn() {
      isFrozen = false;
      const waiting = held;
      held = [];
      for (const go of waiting) when(go);
    },
    onDeath: (listener) => whenDead.push(listener),
  };
}

/** The acts of a port, each an act of the process. */
export function actsOf<T extends object>(process: Process, port: T): T {
  const acting = Object.entries(port).map(([key, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [key, member];
    return [key, (...args: unknown[]) => process.act(() => Reflect.apply(member, port, args) as unknown)];
  });
  return Object.fromEntries(acting) as T;
}

/** The clocks of a process: monotonic time is the world's, wall time is off by what somebody set it to. */
export const clockOf = (process: Process, time: Time, offMs: () => number): Clock => ({
  monotonicMs: () => time.nowMs(),
  unixMs: () => worldBeganUnixMs + time.nowMs() + offMs(),
  after: process.after,
});

/** The wall time at which every world begins. */
export const worldBeganUnixMs = Date.UTC(2026, 0, 5);
