// A host's clock against a true one: whatever the delays, the true moment lies within the error that is said.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Exchange,
  type HostClock,
  happened,
  learned,
} from '../../packages/controller/src/hub/host-clock.ts';

/** The host's monotonic clock, and its wall clock, at a moment of the controller's. */
interface Clocks {
  /** How far the two clocks part in a millisecond of the host's; at most what the estimate allows for. */
  readonly drift: number;
  readonly monotonicMs: number;
  readonly wallMs: number;
}
const hostMs = ({ drift, monotonicMs }: Clocks, atMs: number): number => (atMs - monotonicMs) / (1 + drift);
const hostUnixMs = (clocks: Clocks, atMs: number): number => Math.round(hostMs(clocks, atMs) + clocks.wallMs);

/** What a session goes through: one question, with its two delays and the time the host took. */
const turn = fc.record({
  pauseMs: fc.integer({ min: 0, max: 30_000 }),
  thereMs: fc.integer({ min: 0, max: 3000 }),
  thinksMs: fc.integer({ min: 0, max: 200 }),
  backMs: fc.integer({ min: 0, max: 3000 }),
});

const world = fc.record({
  drift: fc.double({ min: -0.0002, max: 0.0002, noNaN: true }),
  monotonicMs: fc.integer({ min: -1e9, max: 1e9 }),
  wallMs: fc.integer({ min: 1.6e12, max: 1.9e12 }),
  turns: fc.array(turn, { minLength: 1, maxLength: 20 }),
  /** Before the first question, or after it. */
  eventMs: fc.integer({ min: -3_600_000, max: 300_000 }),
});

function session(clocks: Clocks, turns: readonly (typeof turn extends fc.Arbitrary<infer T> ? T : never)[]) {
  let nowMs = 0;
  let clock: HostClock = [];
  for (const { pauseMs, thereMs, thinksMs, backMs } of turns) {
    const askMs = nowMs + pauseMs;
    const heardAtMs = askMs + thereMs;
    const sentAtMs = heardAtMs + thinksMs;
    const exchange: Exchange = {
      askMs,
      heardMs: hostMs(clocks, heardAtMs),
      sentMs: hostMs(clocks, sentAtMs),
      sentUnixMs: hostUnixMs(clocks, sentAtMs),
      receivedMs: sentAtMs + backMs,
    };
    clock = learned(clock, exchange);
    nowMs = exchange.receivedMs;
  }
  return { clock, nowMs };
}

const controllerWallMs = 1.7e12;

test('the true moment of an event is always within the error', () => {
  fc.assert(
    fc.property(world, ({ turns, eventMs, ...clocks }) => {
      const { clock, nowMs } = session(clocks, turns);
      const monotonicMs = Math.max(nowMs, eventMs);
      const event = { atUnixMs: hostUnixMs(clocks, eventMs), atMonotonicMs: hostMs(clocks, eventMs) };
      const said = happened(clock, event, { monotonicMs, unixMs: controllerWallMs + monotonicMs });
      if (said.happenedUnixMs === null) return;
      expect(Math.abs(said.happenedUnixMs - (controllerWallMs + eventMs))).toBeLessThanOrEqual(said.errorMs);
    }),
    { numRuns: 20_000 },
  );
});

test('a host that sleeps, or whose clock is set, between the event and the session makes the error grow by as much', () => {
  const away = fc.integer({ min: 0, max: 50_000 });
  fc.assert(
    fc.property(world, away, fc.boolean(), ({ turns, ...clocks }, awayMs, isSleep) => {
      const eventMs = -60_000;
      const { clock, nowMs } = session(clocks, turns);
      // Asleep, the monotonic clock stands; set, the wall clock jumps: both show the same difference.
      const event = {
        atUnixMs: hostUnixMs(clocks, eventMs) + (isSleep ? 0 : awayMs),
        atMonotonicMs: hostMs(clocks, eventMs) + (isSleep ? awayMs : 0),
      };
      const said = happened(clock, event, { monotonicMs: nowMs, unixMs: controllerWallMs + nowMs });
      if (said.happenedUnixMs === null) return;
      expect(Math.abs(said.happenedUnixMs - (controllerWallMs + eventMs))).toBeLessThanOrEqual(said.errorMs);
      expect(said.errorMs).toBeGreaterThanOrEqual(awayMs - 3);
    }),
    { numRuns: 20_000 },
  );
});
