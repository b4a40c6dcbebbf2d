import type { HistoryView, SeriesView } from '@bondctl/proto/model/history';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import type { History } from '../../packages/controller/src/history/ports.ts';
import { createRates, type RateKeeper } from '../../packages/controller/src/history/rates.ts';

/** Two seconds of one port. */
export const fakeSeries: SeriesView = {
  everyMs: 1000,
  fromUnixMs: 0,
  untilUnixMs: 2000,
  series: [
    {
      host: 'alpha' as HostId,
      bond: 'sync0' as IfName,
      port: 'eth2' as IfName,
      points: [
        [1000, 940_000_000, 8_000],
        [2000, 941_000_000, 8_000],
      ],
      peaks: [
        [1000, 940_000_000, 8_000],
        [2000, 941_000_000, 8_000],
      ],
    },
  ],
};

/** What is kept after an hour of two ports. */
export const fakeKept: HistoryView = {
  atUnixMs: 3_600_000,
  layers: [
    { layer: 'second', everyMs: 1000, place: 'memory', keptMs: 3_600_000, oldestUnixMs: 1000, rows: 7_200 },
    { layer: 'minute', everyMs: 60_000, place: 'database', keptMs: 604_800_000, oldestUnixMs: 0, rows: 120 },
    {
      layer: 'hour',
      everyMs: 3_600_000,
      place: 'database',
      keptMs: 31_536_000_000,
      oldestUnixMs: null,
      rows: 0,
    },
  ],
  events: { keptMs: 31_536_000_000, oldestUnixMs: 500, rows: 12 },
  memoryBytes: 57_600,
  memoryLimitBytes: 268_435_456,
  databaseBytes: 98_304,
  databaseFileBytes: 102_400,
  databaseLimitBytes: 2_147_483_648,
  lostRows: 0,
  gaps: [],
};

/** A history with rates of its own, and a past that is always the same. */
export function fakeHistory(): History & { readonly rates: RateKeeper } {
  const rates = createRates((thrown) => {
    throw thrown;
  });
  return { rates, series: async () => fakeSeries, view: async () => fakeKept };
}
