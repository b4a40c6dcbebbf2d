import type { RttFigures } from '@bondctl/proto/model/vitals';
import type { PingTimes } from '../parse/ping-times.ts';

/** Round-trip times as figures; null when nothing came back. */
export function rttOf({ timesMs, sent }: PingTimes): RttFigures | null {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  if (sorted.length === 0) return null;
  return {
    minMs: at(0),
    p25Ms: at(0.25),
    p50Ms: at(0.5),
    p75Ms: at(0.75),
    p99Ms: at(0.99),
    count: sorted.length,
    lost: Math.max(0, sent - sorted.length),
  };
}
