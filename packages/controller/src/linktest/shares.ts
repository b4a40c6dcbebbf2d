import type { PortSample, PortShare } from '@bondctl/proto/model/linktest';

/** How much each port carried between its first and last sample, in the order in which the ports appear. */
export function sharesOf(samples: readonly PortSample[]): readonly PortShare[] {
  const names = [...new Set(samples.map((sample) => sample.port))];
  return names.map((name) => {
    const own = samples.filter((sample) => sample.port === name);
    return { name, txBytes: counted(own, 'txBytes'), rxBytes: counted(own, 'rxBytes') };
  });
}

/** The sum of what a cumulative counter gained; a port that was made anew counts from zero again. */
function counted(samples: readonly PortSample[], key: 'txBytes' | 'rxBytes'): number {
  return samples.slice(1).reduce((sum, sample, index) => {
    const before = samples[index]?.[key] ?? 0;
    return sum + (sample[key] >= before ? sample[key] - before : sample[key]);
  }, 0);
}

/** What one port did between two samples, in bit/s, with the middle of the interval in seconds after the first sample. */
export interface RatePoint {
  readonly atS: number;
  readonly txBps: number;
  readonly rxBps: number;
}

/** A port's throughput over time. Samples closer than `leastMs` to the one before are joined with the next. */
export function ratesOf(samples: readonly PortSample[], port: string, leastMs = 250): readonly RatePoint[] {
  const own = samples.filter((sample) => sample.port === port);
  const first = own[0];
  if (first === undefined) return [];
  const points: RatePoint[] = [];
  let before = first;
  for (const sample of own.slice(1)) {
    const seconds = (sample.atMs - before.atMs) / 1000;
    if (seconds * 1000 < leastMs) continue;
    points.push({
      atS: ((sample.atMs + before.atMs) / 2 - first.atMs) / 1000,
      txBps: (8 * Math.max(0, sample.txBytes - before.txBytes)) / seconds,
      rxBps: (8 * Math.max(0, sample.rxBytes - before.rxBytes)) / seconds,
    });
    before = sample;
  }
  return points;
}
