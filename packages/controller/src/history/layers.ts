import type { HistoryLayer } from '@bondctl/proto/model/history';

/** How far apart samples of each layer are. */
export const everyMs: Readonly<Record<HistoryLayer, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
};

/** How long each layer and events are kept, and how much room they may take. */
export interface HistoryRules {
  readonly keptMs: Readonly<Record<HistoryLayer | 'events', number>>;
  readonly memoryBytes: number;
  readonly databaseBytes: number;
}

/** The last moment at or before `atUnixMs` at which an interval of this length begins. */
export const floorTo = (atUnixMs: number, lengthMs: number): number =>
  Math.floor(atUnixMs / lengthMs) * lengthMs;
