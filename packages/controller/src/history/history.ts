import type { HistoryView, SeriesView } from '@bondctl/proto/model/history';
import type { History } from './ports.ts';
import { createRates, type RateKeeper } from './rates.ts';

/** History of this process. */
export function createHistory(
  onFailure: (thrown: unknown) => void,
): History & { readonly rates: RateKeeper } {
  return {
    rates: createRates(onFailure),
    series: async (wish): Promise<SeriesView> => ({ ...wish, everyMs: 1000, series: [] }),
    view: async (): Promise<HistoryView> => ({
      atUnixMs: 0,
      layers: [],
      events: { keptMs: 0, oldestUnixMs: null, rows: 0 },
      memoryBytes: 0,
      memoryLimitBytes: 0,
      databaseBytes: 0,
      databaseFileBytes: 0,
      databaseLimitBytes: 0,
      gaps: [],
    }),
  };
}
