// Roll-ups lose and invent nothing, whatever counters and clocks do.
import type { PortCounters } from '@bondctl/proto/model/command';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstToGo, tooOld } from '../../packages/controller/src/history/due.ts';
import { type Heard, type Moved, movedBetween } from '../../packages/controller/src/history/interval.ts';
import { everyMs, type HistoryRules } from '../../packages/controller/src/history/layers.ts';
import { Minutes } from '../../packages/controller/src/history/minutes.ts';
import { bytesPerPiece, Seconds } from '../../packages/controller/src/history/seconds.ts';
import {
  bucketSample,
  layerFor,
  type Sample,
  seriesOf,
  stepFor,
} from '../../packages/controller/src/history/series.ts';

const host = 'alpha' as HostId;
const bond = 'sync0' as IfName;
const port = 'eth2' as IfName;
const whole = (max: number) => fc.integer({ min: 0, max });
const dayMs = 24 * everyMs.hour;

const counters = (txBytes: number, rxBytes: number): PortCounters => ({
  bond,
  port,
  txBytes,
  rxBytes,
  txPackets: 0,
  rxPackets: 0,
  errors: 0,
  drops: 0,
});

const heardAt = (atMs: number, heardMs: number, one: PortCounters): Heard => ({
  counters: { atMs, ports: [one] },
  heardMs,
  atUnixMs: 1_700_000_000_000 + heardMs,
});

/** What happens from one sample to the next: time by both clocks, bytes, and whether the host booted. */
const step = fc.record({
  hostMs: fc.double({ min: 1, max: 5000, noNaN: true }),
  lateMs: whole(3000),
  bytes: whole(12_500_000_000),
  boots: fc.boolean(),
  lost: fc.boolean(),
});

test('no reset, boot or lost sample gives a rate that the counters do not bear out', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), (steps) => {
      let [hostMs, ourMs, sent, sinceBoot] = [100_000, 0, 0, 0];
      let before: Heard | undefined;
      let [told, moved] = [0, 0];
      for (const { hostMs: passed, lateMs, bytes, boots, lost } of steps) {
        [hostMs, ourMs] = boots ? [passed, ourMs + 60_000] : [hostMs + passed, ourMs + passed];
        sinceBoot = boots ? bytes : sinceBoot + bytes;
        sent += bytes;
        if (lost) continue;
        const now = heardAt(hostMs, ourMs + lateMs, counters(sinceBoot, 0));
        for (const one of movedBetween(before, now)) {
          expect(one.lastedMs).toBeGreaterThan(0);
          expect(one.txBytes).toBeGreaterThanOrEqual(0);
          moved += one.txBytes;
          told += 1;
        }
        before = now;
      }
      expect(moved).toBeLessThanOrEqual(sent);
      expect(told).toBeLessThan(steps.length);
    }),
  );
});

test.each<[string, Heard]>([
  ['counters that ran backwards', heardAt(2000, 2000, counters(99, 500))],
  ["a host's clock that ran backwards", heardAt(500, 2000, counters(200, 200))],
  ["a host's clock that stood still", heardAt(1000, 2000, counters(200, 200))],
  ['a pause that says nothing of how bytes were spread', heardAt(101_000, 101_000, counters(200, 200))],
  ['clocks that went apart', heardAt(2000, 30_000, counters(200, 200))],
  [
    'a port that was not there',
    {
      ...heardAt(2000, 2000, counters(9, 9)),
      counters: { atMs: 2000, ports: [{ ...counters(900, 900), port: 'eth9' as IfName }] },
    },
  ],
])('%s: nothing moved that is known', (_what, now) => {
  expect(movedBetween(heardAt(1000, 1000, counters(100, 100)), now)).toEqual([]);
  expect(movedBetween(undefined, now)).toEqual([]);
});

const anyMoved: fc.Arbitrary<Moved> = fc.record({
  bond: fc.constant(bond),
  port: fc.constantFrom(port, 'eth3' as IfName),
  untilUnixMs: fc.integer({ min: 10 * everyMs.hour, max: 13 * everyMs.hour }),
  lastedMs: fc.double({ min: 1, max: 90_000, noNaN: true }),
  txBytes: whole(2 ** 50),
  rxBytes: whole(1_000_000),
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('bytes of intervals, of minutes and of hours are the same bytes, also when a flush fails in between', () => {
  fc.assert(
    fc.property(
      fc.array(anyMoved, { maxLength: 60 }),
      fc.array(whole(60), { maxLength: 5 }),
      (all, flushes) => {
        const minutes = new Minutes();
        for (const [at, moved] of all.entries()) {
          minutes.add(host, moved);
          if (flushes.includes(at)) minutes.giveBack(minutes.takeEndedBy(12 * everyMs.hour));
        }
        const rows = minutes.takeEndedBy(Number.POSITIVE_INFINITY);
        expect(sum(rows.map((row) => row.rxBytes))).toBe(sum(all.map((moved) => moved.rxBytes)));
        expect(BigInt(0) + rows.reduce((bytes, row) => bytes + BigInt(row.txBytes), 0n)).toBe(
          all.reduce((bytes, moved) => bytes + BigInt(moved.txBytes), 0n),
        );
        const byHour = seriesOf(
          rows.map((row) => bucketSample('minute', row)),
          everyMs.hour,
        );
        const inHours = sum(
          byHour.flatMap(({ port: whose, points }) =>
            points.map(([until, , rxBps]) => {
              const mine = rows.filter(
                (row) => row.port === whose && row.atUnixMs < until && row.atUnixMs >= until - everyMs.hour,
              );
              return (rxBps * sum(mine.map((row) => row.measuredMs))) / 8000;
            }),
          ),
        );
        expect(inHours).toBeCloseTo(sum(all.map((moved) => moved.rxBytes)), 0);
      },
    ),
    { numRuns: 50 },
  );
});

test('a minute never measures more than was measured, and its peak is no lower than its mean', () => {
  fc.assert(
    fc.property(fc.array(anyMoved, { minLength: 1, maxLength: 20 }), (all) => {
      const minutes = new Minutes();
      for (const moved of all) minutes.add(host, moved);
      const rows = minutes.takeEndedBy(Number.POSITIVE_INFINITY);
      expect(sum(rows.map((row) => row.measuredMs))).toBeCloseTo(sum(all.map((moved) => moved.lastedMs)), 3);
      for (const row of rows) {
        const { rxBps, rxPeakBps } = bucketSample('minute', row);
        // Whole bytes: a share of less than a byte may be rounded up.
        expect(rxPeakBps + (all.length * 8000) / row.measuredMs).toBeGreaterThanOrEqual(rxBps);
      }
    }),
  );
});

test('what waits for the store is bounded, and the oldest minutes go first', () => {
  const minutes = new Minutes();
  for (let at = 0; at < 10; at += 1)
    minutes.add(host, {
      bond,
      port,
      untilUnixMs: at * 60_000 + 30_000,
      lastedMs: 1000,
      txBytes: 1,
      rxBytes: 1,
    });
  expect(minutes.takeBeyond(10)).toEqual([]);
  expect(minutes.takeBeyond(7).map((row) => row.atUnixMs)).toEqual([0, 60_000, 120_000]);
  expect(minutes.size()).toBe(7);
});

test('seconds stay within their memory, whatever comes, and the newest are there', () => {
  const put = fc.record({ port: whole(20), aheadMs: whole(400_000), bps: whole(1000) });
  fc.assert(
    fc.property(
      fc.array(put, { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 8 }),
      (all, pieces) => {
        const seconds = new Seconds(everyMs.hour, pieces * bytesPerPiece);
        let nowMs = 0;
        for (const { port: which, aheadMs, bps } of all) {
          nowMs += aheadMs;
          seconds.put(`a/b/${which}`, nowMs, 1000, bps, bps);
          expect(seconds.bytes()).toBeLessThanOrEqual(pieces * bytesPerPiece);
          const at = Math.floor(nowMs / 1000) * 1000;
          expect(seconds.read(`a/b/${which}`, at - 1, at)).toEqual([[at, bps, bps]]);
        }
      },
    ),
  );
});

test('an interval fills every second that ends in it, and no other', () => {
  const seconds = new Seconds(everyMs.hour, 2 ** 20);
  seconds.put('a', 1_000_400, 3000, 8, 9);
  seconds.put('a', 1_001_000, 600, 1, 2);
  expect(seconds.read('a', 0, 2_000_000)).toEqual([
    [998_000, 8, 9],
    [999_000, 8, 9],
    [1_000_000, 8, 9],
    [1_001_000, 1, 2],
  ]);
  seconds.trim(1_001_000 + 2 * everyMs.hour);
  expect([seconds.bytes(), seconds.oldestUnixMs(), seconds.read('a', 0, 2_000_000)]).toEqual([0, null, []]);
});

test('no time has more than 2000 points of a port, and means lie below peaks', () => {
  const range = fc.tuple(whole(dayMs * 400), fc.integer({ min: 1, max: dayMs * 400 }));
  fc.assert(
    fc.property(fc.constantFrom('second', 'minute', 'hour'), range, (layer, [from, length]) => {
      const every = stepFor(layer, from, from + length);
      expect(every % everyMs[layer]).toBe(0);
      expect(Math.floor((from + length) / every) - Math.floor(from / every) + 1).toBeLessThanOrEqual(2000);
    }),
  );
  const sample = (at: number): Sample => ({
    ...{ host, bond, port, untilUnixMs: at * 60_000, measuredMs: 60_000 },
    ...{ txBps: at, rxBps: 1, txPeakBps: at * 2, rxPeakBps: 1 },
  });
  const [series] = seriesOf(
    Array.from({ length: 10_080 }, (_, at) => sample(at + 1)),
    6 * 60_000,
  );
  expect(series?.points).toHaveLength(1680);
  expect(series?.points[0]).toEqual([360_000, 3.5, 1]);
  expect(series?.peaks[0]).toEqual([360_000, 12, 1]);
});

test.each([
  [1000, 500, 0, 0, 'second'],
  [1000, 5000, 0, 0, 'minute'],
  [1000, null, null, 900, 'hour'],
  [0, 700_000, 600_000, 8_000_000, 'minute'],
  [0, null, null, null, 'second'],
] as const)(
  'from %s, with seconds from %s, minutes from %s and hours from %s: %s',
  (from, second, minute, hour, layer) => {
    const begins = [
      ['second', second],
      ['minute', minute],
      ['hour', hour],
    ] as const;
    expect(layerFor(from, begins)).toBe(layer);
  },
);

const rules: HistoryRules = {
  keptMs: { second: everyMs.hour, minute: 7 * dayMs, hour: 365 * dayMs, events: 365 * dayMs },
  memoryBytes: 1,
  databaseBytes: 1,
};

test('pruning removes only what is past its layer, and room is never made of what is not summed up yet', () => {
  const moment = whole(800 * dayMs);
  fc.assert(
    fc.property(moment, moment, moment, fc.option(moment), (now, minute, hour, unrolled) => {
      const kept = { minute: { oldestUnixMs: minute, rows: 1 }, hour: { oldestUnixMs: hour, rows: 1 } };
      for (const { layer, beforeUnixMs } of tooOld(kept, rules, now))
        expect(beforeUnixMs).toBeLessThanOrEqual(now - rules.keptMs[layer]);
      const removal = firstToGo(kept, unrolled, now);
      if (removal === null) return;
      expect(removal.beforeUnixMs).toBeGreaterThan(kept[removal.layer].oldestUnixMs);
      expect(removal.beforeUnixMs).toBeLessThanOrEqual(
        now - (removal.layer === 'minute' ? 3 * everyMs.hour : dayMs),
      );
      if (removal.layer === 'minute' && unrolled !== null)
        expect(removal.beforeUnixMs).toBeLessThanOrEqual(unrolled);
    }),
  );
});
