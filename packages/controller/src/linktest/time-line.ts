import type { PortSeries } from '@bondctl/proto/model/linktest';

/** What is less than this share of the peak is not the test yet. */
const onsetShare = 0.1;

/**
 * The receiver's series on the sender's time line. Each host has a clock of its own, and a server is watched from before its
 * client comes; the moment at which traffic set in is the same on both. Times before the sender was watched are left out.
 */
export function onSenderTime(
  sender: readonly PortSeries[],
  receiver: readonly PortSeries[],
): readonly PortSeries[] {
  const [there, here] = [onsetS(sender), onsetS(receiver)];
  if (there === undefined || here === undefined) return receiver;
  const shift = (seconds: number): number => Math.max(0, Math.round((seconds + there - here) * 1000) / 1000);
  return receiver.map(({ name, points }) => ({
    name,
    points: points
      .map((point) => ({ ...point, fromS: shift(point.fromS), toS: shift(point.toS) }))
      .filter(({ fromS, toS }) => toS > fromS),
  }));
}

interface Interval {
  readonly fromS: number;
  readonly toS: number;
  readonly bps: number;
}

/** When traffic set in: within the first busy interval, as late as its bytes at the following rate would say. */
function onsetS(series: readonly PortSeries[]): number | undefined {
  const intervals = together(series);
  const peak = Math.max(0, ...intervals.map(({ bps }) => bps));
  const at = intervals.findIndex(({ bps }) => bps > 0 && bps >= onsetShare * peak);
  const first = intervals[at];
  if (first === undefined) return undefined;
  const after = intervals[at + 1]?.bps ?? first.bps;
  const busyShare = Math.min(1, first.bps / Math.max(first.bps, after));
  return first.toS - busyShare * (first.toS - first.fromS);
}

/** All ports of an end as one, whichever way they carried more. */
function together(series: readonly PortSeries[]): readonly Interval[] {
  const [first] = series;
  return (first?.points ?? []).map(({ fromS, toS }, nth) => {
    const sum = (key: 'txBps' | 'rxBps') =>
      series.reduce((total, { points }) => total + (points[nth]?.[key] ?? 0), 0);
    return { fromS, toS, bps: Math.max(sum('txBps'), sum('rxBps')) };
  });
}
