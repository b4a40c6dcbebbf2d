import { expect, test } from 'vitest';
import { type Exchange, happened, learned } from './host-clock.ts';

/** An exchange with a host whose clock shows a million more; `there` and `back` are the delays. */
const asked = (atMs: number, there: number, back: number, aheadMs = 1_000_000): Exchange => ({
  askMs: atMs,
  heardMs: atMs + there + aheadMs,
  sentMs: atMs + there + aheadMs,
  sentUnixMs: 5_000_000 + atMs + there,
  receivedMs: atMs + there + back,
});
const eventAt = (atMs: number, aheadMs = 1_000_000) => ({
  atUnixMs: 5_000_000 + atMs,
  atMonotonicMs: atMs + aheadMs,
});
const now = { monotonicMs: 100_000, unixMs: 9_100_000 };

test('half of the round trip is the error, and the quickest of several counts', () => {
  const slow = learned([], asked(0, 40, 40));
  expect(happened(slow, eventAt(0), now)).toEqual({ happenedUnixMs: 9_000_000, errorMs: 43 });
  const quick = learned(slow, asked(1000, 1, 1));
  expect(happened(quick, eventAt(1000), now)).toEqual({ happenedUnixMs: 9_001_000, errorMs: 4 });
});

test('the error grows with the time from the exchange, in both directions', () => {
  const clock = learned([], asked(50_000, 1, 1));
  expect(happened(clock, eventAt(90_000), now).errorMs).toBe(12);
  expect(happened(clock, eventAt(10_000), now).errorMs).toBe(12);
});

test('what the two clocks of a host parted by is in the error, all of it', () => {
  const event = eventAt(0);
  const set = { ...event, atUnixMs: event.atUnixMs + 34_999 };
  expect(happened(learned([], asked(0, 0, 0)), set, now).errorMs).toBeGreaterThanOrEqual(34_999);
});

test('exchanges that contradict a newer one are forgotten', () => {
  const clock = learned(learned([], asked(0, 1, 1)), asked(10_000, 1, 1, 995_000));
  expect(clock).toHaveLength(1);
  expect(happened(clock, { ...eventAt(10_000, 995_000) }, now).happenedUnixMs).toBe(9_010_000);
});

test('nobody can say when something happened without an exchange, by an older agent, or after an hour that is missing', () => {
  const clock = learned([], asked(0, 1, 1));
  const nobody = { happenedUnixMs: null, errorMs: null };
  expect(happened([], eventAt(0), now)).toEqual(nobody);
  expect(happened(clock, { atUnixMs: 1, atMonotonicMs: null }, now)).toEqual(nobody);
  const event = eventAt(0);
  expect(happened(clock, { ...event, atUnixMs: event.atUnixMs - 3_600_000 }, now)).toEqual(nobody);
});

test('nothing happened later than now, and an impossible answer teaches nothing', () => {
  const clock = learned([], asked(99_000, 900, 0));
  expect(happened(clock, eventAt(99_999), now).happenedUnixMs).toBeLessThanOrEqual(now.unixMs);
  expect(learned([], { ...asked(0, 1, 1), receivedMs: -1 })).toEqual([]);
});

test('as many exchanges are kept as are needed, not more', () => {
  const clock = Array.from({ length: 50 }, (_, at) => asked(at * 1000, 1, 1)).reduce(
    learned,
    [] as readonly Exchange[],
  );
  expect(clock).toHaveLength(8);
});
