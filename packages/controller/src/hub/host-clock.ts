import type { LinkEvent } from '@bondctl/proto/model/command';
import type { ClockAnswer } from '@bondctl/proto/model/session';

/** One question for a host's clock and its answer; `askMs` and `receivedMs` are this controller's monotonic ms, the others the host's. */
export interface Exchange extends ClockAnswer {
  readonly receivedMs: number;
}

/** What is known of a host's clock in one session: the newest exchanges, oldest first. */
export type HostClock = readonly Exchange[];

/** When something happened on the controller's clock, right to within `errorMs` either way; null where nobody can say. */
export type Happened =
  | { readonly happenedUnixMs: number; readonly errorMs: number }
  | { readonly happenedUnixMs: null; readonly errorMs: null };

const kept = 8;
/** How far two clocks that nobody sets part, as a share of the time: two crystals of 100 ppm each. */
const drift = 0.0002;
/** How far off a difference of four times in whole ms is at most. */
const roundedMs = 2;
/** A time that is less certain than this says nothing that the order of arrival does not say. */
const uselessMs = 60_000;

const nobody: Happened = { happenedUnixMs: null, errorMs: null };

/**
 * What the controller's clock was ahead of the host's at a moment of the host's: a message cannot arrive before it was
 * sent, so that no delay, however lopsided, leads out of these bounds.
 */
function bounds(exchange: Exchange, atMs: number): readonly [leastMs: number, mostMs: number] {
  const { askMs, heardMs, sentMs, receivedMs } = exchange;
  return [
    askMs - heardMs - drift * Math.abs(atMs - heardMs),
    receivedMs - sentMs + drift * Math.abs(atMs - sentMs),
  ];
}

function agree(one: Exchange, other: Exchange): boolean {
  const [least, most] = bounds(one, other.heardMs);
  const [otherLeast, otherMost] = bounds(other, other.heardMs);
  return least <= otherMost && otherLeast <= most;
}

/** The clock with one exchange more. What contradicts it is forgotten: the host slept, and its clock with it. */
export function learned(clock: HostClock, exchange: Exchange): HostClock {
  const isPossible = exchange.askMs <= exchange.receivedMs && exchange.heardMs <= exchange.sentMs;
  if (!isPossible) return clock;
  return [...clock.filter((older) => agree(older, exchange)), exchange].slice(-kept);
}

/**
 * How far the host's wall clock and its monotonic one have parted since: it was set, or the host slept. Nobody knows
 * which, so that the time slept, in which the clocks drifted too, may be missing from the bounds.
 */
function partedMs(exchange: Exchange, atUnixMs: number, atMs: number): number {
  return (1 + drift) * Math.abs(atUnixMs - atMs - (exchange.sentUnixMs - exchange.sentMs)) + roundedMs;
}

/** When an event happened, by the exchange that says it best. `now` is one moment of the controller's two clocks. */
export function happened(
  clock: HostClock,
  { atUnixMs, atMonotonicMs }: Pick<LinkEvent, 'atUnixMs' | 'atMonotonicMs'>,
  now: { readonly monotonicMs: number; readonly unixMs: number },
): Happened {
  if (atMonotonicMs === null) return nobody;
  const [best] = clock
    .map((exchange) => {
      const [least, most] = bounds(exchange, atMonotonicMs);
      const aheadMs = (least + most) / 2;
      return { aheadMs, errorMs: (most - least) / 2 + partedMs(exchange, atUnixMs, atMonotonicMs) };
    })
    .toSorted((a, b) => a.errorMs - b.errorMs);
  if (best === undefined || best.errorMs > uselessMs) return nobody;
  const agoMs = Math.max(0, now.monotonicMs - (atMonotonicMs + best.aheadMs));
  return { happenedUnixMs: Math.round(now.unixMs - agoMs), errorMs: Math.ceil(best.errorMs + 0.5) };
}
