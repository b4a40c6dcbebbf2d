import type { BondName, HostId, IfName } from './names.ts';

/** How fast one port of a bond moves bytes, in bit/s. */
export interface BondPortRate {
  readonly bond: BondName;
  readonly port: IfName;
  readonly txBps: number;
  readonly rxBps: number;
}

/** The rates of one host's ports, at a moment of the controller's clock. */
export interface HostRates {
  readonly host: HostId;
  readonly atUnixMs: number;
  readonly ports: readonly BondPortRate[];
}

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

/** How fine samples are kept. */
export const historyLayers = ['second', 'minute', 'hour'] as const;

/** How fine samples are kept. */
export type HistoryLayer = (typeof historyLayers)[number];

/** One layer: how long it is meant to be kept, and what is there. */
export interface HistoryLayerView {
  readonly layer: HistoryLayer;
  readonly everyMs: number;
  readonly place: 'memory' | 'database';
  readonly keptMs: number;
  /** null: there is nothing yet. */
  readonly oldestUnixMs: number | null;
  readonly rows: number;
}

/** Samples that are not there although they were measured, and why. */
export interface HistoryGap {
  readonly fromUnixMs: number;
  readonly untilUnixMs: number;
  readonly why: string;
}

/** What is kept of the past, and how much room it takes, as it was looked at last: once a minute. */
export interface HistoryView {
  readonly atUnixMs: number;
  readonly layers: readonly HistoryLayerView[];
  readonly events: { readonly keptMs: number; readonly oldestUnixMs: number | null; readonly rows: number };
  readonly memoryBytes: number;
  readonly memoryLimitBytes: number;
  /** What is in use; the file itself never becomes smaller, what is free in it is used again. */
  readonly databaseBytes: number;
  readonly databaseFileBytes: number;
  readonly databaseLimitBytes: number;
  /** Samples of one port and minute that are in no layer, since the controller started. */
  readonly lostRows: number;
  /** The newest, oldest first. */
  readonly gaps: readonly HistoryGap[];
}
