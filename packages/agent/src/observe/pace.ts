/** How often the host is looked at. Pure; monotonic ms. */

/** Kernel messages come in bursts; the driver's texts are read at most this often for them, in ms. */
export const quickGapMs = 10;
/** The whole state costs work of `ip`: it is read once nothing happened for this long, in ms, ... */
export const quietMs = 250;
/** ... and while things go on happening, in so long at most. */
const longestDelayMs = 5000;
/** On a slow or large host looking shall not become the load: it takes a tenth of the time, and waits 5 s at most. */
const restPerLook = 9;
const longestRestMs = 5000;

/** While nothing happens, the whole state is read on every twelfth slow look; beside a run, which would feel it, later. */
export const looksPerFullLook = (isMeasuring: boolean): number => (isMeasuring ? 36 : 12);

/** Until when to rest after a look at everything. */
export const restsUntilMs = (beganMs: number, endedMs: number): number =>
  endedMs + Math.min(restPerLook * (endedMs - beganMs), longestRestMs);

/** How long the look at everything waits that was wished for first at `wishedMs`, when something happened now. */
export function fullDelayMs(at: {
  readonly wishedMs: number;
  readonly restsUntilMs: number;
  readonly nowMs: number;
}): number {
  const leftMs = at.wishedMs + longestDelayMs - at.nowMs;
  return Math.max(0, Math.min(quietMs, leftMs), at.restsUntilMs - at.nowMs);
}
