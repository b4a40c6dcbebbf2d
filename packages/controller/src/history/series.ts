import type { HistoryLayer, PortSeries, SeriesPoint } from '@bondctl/proto/model/history';
import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';
import type { BucketRow } from '../store/history-ports.ts';
import { bpsOf } from './interval.ts';
import { everyMs, floorTo } from './layers.ts';
import type { Second } from './seconds.ts';

const mostPoints = 2000;

/** One interval of one port: where it ends, how much of it was measured, its mean rates and its highest. */
export interface Sample {
  readonly host: HostId;
  readonly bond: BondName;
  readonly port: IfName;
  readonly untilUnixMs: number;
  readonly measuredMs: number;
  readonly txBps: number;
  readonly rxBps: number;
  readonly txPeakBps: number;
  readonly rxPeakBps: number;
}

/** Where each layer begins; null: it has nothing. Finest first. */
export type Beginnings = readonly (readonly [HistoryLayer, number | null])[];

/** The finest layer that reaches back to a moment; where none does, the one that reaches back furthest, the finest of these. */
export function layerFor(fromUnixMs: number, beginnings: Beginnings): HistoryLayer {
  const covering = beginnings.find(
    ([layer, oldest]) => oldest !== null && oldest <= fromUnixMs + everyMs[layer],
  );
  if (covering !== undefined) return covering[0];
  const furthest = beginnings.reduce((best, one) =>
    (one[1] ?? Number.POSITIVE_INFINITY) < (best[1] ?? Number.POSITIVE_INFINITY) ? one : best,
  );
  return furthest[0];
}

/** How far apart points are so that no port has more than 2000: a multiple of what the layer has. */
export function stepFor(layer: HistoryLayer, fromUnixMs: number, untilUnixMs: number): number {
  const every = everyMs[layer];
  // One less, for the two ends of the time need not lie where intervals do.
  return every * Math.max(1, Math.ceil((untilUnixMs - fromUnixMs) / every / (mostPoints - 1)));
}

/** A row of the store as a sample. */
export const bucketSample = (layer: HistoryLayer, row: BucketRow): Sample => ({
  host: row.host,
  bond: row.bond,
  port: row.port,
  untilUnixMs: row.atUnixMs + everyMs[layer],
  measuredMs: row.measuredMs,
  txBps: row.measuredMs > 0 ? bpsOf(row.txBytes, row.measuredMs) : 0,
  rxBps: row.measuredMs > 0 ? bpsOf(row.rxBytes, row.measuredMs) : 0,
  txPeakBps: row.txPeakBps,
  rxPeakBps: row.rxPeakBps,
});

/** A second as a sample. */
export const secondSample = (
  whose: Pick<Sample, 'host' | 'bond' | 'port'>,
  [untilUnixMs, txBps, rxBps]: Second,
): Sample => ({
  ...whose,
  untilUnixMs,
  measuredMs: everyMs.second,
  txBps,
  rxBps,
  txPeakBps: txBps,
  rxPeakBps: rxBps,
});

/** Samples as a series for each port, a point for every step in which something was measured. */
export function seriesOf(samples: readonly Sample[], stepMs: number): readonly PortSeries[] {
  const ports = new Map<string, Map<number, Sample>>();
  for (const sample of samples) {
    if (sample.measuredMs <= 0) continue;
    const name = `${sample.host}/${sample.bond}/${sample.port}`;
    const steps = ports.get(name) ?? new Map<number, Sample>();
    ports.set(name, steps);
    // An interval belongs to the step in which it ends, and one that ends with the step belongs to it.
    const untilUnixMs = floorTo(sample.untilUnixMs - 1, stepMs) + stepMs;
    const before = steps.get(untilUnixMs);
    steps.set(untilUnixMs, before === undefined ? { ...sample, untilUnixMs } : joined(before, sample));
  }
  return [...ports.values()].flatMap((steps) => portSeries([...steps.values()]));
}

function portSeries(samples: readonly Sample[]): readonly PortSeries[] {
  const [first] = samples;
  if (first === undefined) return [];
  const sorted = samples.toSorted((a, b) => a.untilUnixMs - b.untilUnixMs);
  return [
    {
      host: first.host,
      bond: first.bond,
      port: first.port,
      points: sorted.map((one): SeriesPoint => [one.untilUnixMs, one.txBps, one.rxBps]),
      peaks: sorted.map((one): SeriesPoint => [one.untilUnixMs, one.txPeakBps, one.rxPeakBps]),
    },
  ];
}

/** Two samples as one: means by how much of each was measured. */
function joined(before: Sample, more: Sample): Sample {
  const measuredMs = before.measuredMs + more.measuredMs;
  const mean = (key: 'txBps' | 'rxBps') =>
    (before[key] * before.measuredMs + more[key] * more.measuredMs) / measuredMs;
  return {
    ...before,
    measuredMs,
    txBps: mean('txBps'),
    rxBps: mean('rxBps'),
    txPeakBps: Math.max(before.txPeakBps, more.txPeakBps),
    rxPeakBps: Math.max(before.rxPeakBps, more.rxPeakBps),
  };
}
