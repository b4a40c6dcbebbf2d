import type { PortSample, PortSeries, PortShare, RatePoint } from '@bondctl/proto/model/linktest';

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

/** Throughput over time, port by port. A sample closer than `leastMs` to the one before is joined with the next. */
export function seriesOf(samples: readonly PortSample[], leastMs = 250): readonly PortSeries[] {
  const names = [...new Set(samples.map((sample) => sample.port))];
  const firstMs = Math.min(...samples.map((sample) => sample.atMs));
  return names.map((name) => {
    const own = samples.filter((sample) => sample.port === name);
    return { name, points: pointsOf(own, firstMs, leastMs) };
  });
}

function pointsOf(samples: readonly PortSample[], firstMs: number, leastMs: number): readonly RatePoint[] {
  const points: RatePoint[] = [];
  let [before] = samples;
  for (const sample of samples.slice(1)) {
    if (before === undefined || sample.atMs - before.atMs < leastMs) continue;
    points.push(pointBetween(before, sample, firstMs));
    before = sample;
  }
  return points;
}

function pointBetween(before: PortSample, after: PortSample, firstMs: number): RatePoint {
  const bps = (bytes: number): number => Math.round((8000 * Math.max(0, bytes)) / (after.atMs - before.atMs));
  return {
    fromS: (before.atMs - firstMs) / 1000,
    toS: (after.atMs - firstMs) / 1000,
    txBps: bps(after.txBytes - before.txBytes),
    rxBps: bps(after.rxBytes - before.rxBytes),
  };
}
