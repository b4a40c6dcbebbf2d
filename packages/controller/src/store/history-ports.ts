import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';

/** How fine samples are kept in the store. */
export type StoredLayer = 'minute' | 'hour';

/** What one port moved in a minute or an hour that begins at `atUnixMs`, as far as it was measured. */
export interface BucketRow {
  readonly host: HostId;
  readonly bond: BondName;
  readonly port: IfName;
  readonly atUnixMs: number;
  readonly txBytes: number;
  readonly rxBytes: number;
  /** The highest rate between two samples. */
  readonly txPeakBps: number;
  readonly rxPeakBps: number;
  /** How much of the time was measured. */
  readonly measuredMs: number;
}

/** Which buckets of a host; null: all. */
export interface BucketQuery {
  readonly layer: StoredLayer;
  readonly host: HostId;
  readonly bond: BondName | null;
  readonly port: IfName | null;
  /** Where buckets begin: from here on, and before there. */
  readonly fromUnixMs: number;
  readonly untilUnixMs: number;
  readonly seriesAtMost: number;
}

/** What there is of something. */
export interface StoredKept {
  readonly oldestUnixMs: number | null;
  readonly rows: number;
}

/** How large the database is; what is not in use is used again, and never given back. */
export interface DatabaseSize {
  readonly fileBytes: number;
  readonly usedBytes: number;
}

/**
 * Samples by minute and hour. What goes over all ports does so in pages: `after` is the last id of the page before, 0 at
 * first, and the answer is where the next one goes on, null at the end.
 */
export interface HistoryStore {
  /** Adds to what is there of the same port and minute. All of it or nothing. */
  addMinutes(rows: readonly BucketRow[]): Promise<void>;
  /** Hours that have minutes which were not rolled up, oldest first. */
  unrolledHours(beforeUnixMs: number, limit: number): Promise<readonly number[]>;
  /** Writes an hour as the sum of its minutes. */
  rollUp(hourUnixMs: number, after: number, limit: number): Promise<number | null>;
  buckets(query: BucketQuery): Promise<readonly BucketRow[]>;
  /** Removes what began before a moment. */
  prune(layer: StoredLayer, beforeUnixMs: number, after: number, limit: number): Promise<number | null>;
  /** Forgets the names of ports of which nothing is left. */
  forgetEmpty(after: number, limit: number): Promise<number | null>;
  kept(layer: StoredLayer): Promise<StoredKept>;
  size(): Promise<DatabaseSize>;
}
