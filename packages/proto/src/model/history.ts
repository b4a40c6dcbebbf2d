import type { BondName, HostId, IfName } from './names.ts';

/** Where an interval ends (Unix ms), and its rates: `[atUnixMs, txBps, rxBps]`. */
export type SeriesPoint = readonly [number, number, number];

/** One port over time, oldest first. Where nothing is known there is no point. */
export interface PortSeries {
  readonly host: HostId;
  readonly bond: BondName;
  readonly port: IfName;
  /** Means of each interval. */
  readonly points: readonly SeriesPoint[];
  /** The highest rates within each interval: as many as there are points, at the same times. */
  readonly peaks: readonly SeriesPoint[];
}

/** Rates of one host's ports over time; `everyMs` is how far points are apart where none is missing. */
export interface SeriesView {
  readonly everyMs: number;
  readonly fromUnixMs: number;
  readonly untilUnixMs: number;
  readonly series: readonly PortSeries[];
}
