import type { HistoryView, HostRates, SeriesView } from '@bondctl/proto/model/history';
import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';

/** What ports move now. */
export interface Rates {
  /** Undefined while the host has not sent counters twice. */
  latest(host: HostId): HostRates | undefined;
  /** Hears the rates of every host as they come; returns what ends it. */
  on(listener: (rates: HostRates) => void): () => void;
}

/** Which part of the past: all ports of a host, or those that are named. */
export interface SeriesWish {
  readonly host: HostId;
  readonly bond: BondName | null;
  readonly port: IfName | null;
  readonly fromUnixMs: number;
  readonly untilUnixMs: number;
}

/** Samples of ports, now and before. */
export interface History {
  readonly rates: Rates;
  /** From the finest layer that still covers the beginning; at most 2000 points of each port. */
  series(wish: SeriesWish): Promise<SeriesView>;
  /** What is kept and how much room it takes. */
  view(): Promise<HistoryView>;
}
