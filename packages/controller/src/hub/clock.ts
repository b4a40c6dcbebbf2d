import { performance } from 'node:perf_hooks';

/** Time as the hub needs it: monotonic for deadlines, wall time for records only. */
export interface HubClock {
  monotonicMs(): number;
  unixMs(): number;
  /** Calls back once after `delayMs`; returns the cancel function. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemHubClock: HubClock = {
  monotonicMs: () => performance.now(),
  unixMs: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
