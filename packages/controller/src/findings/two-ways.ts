import type { RttFigures } from '@bondctl/proto/model/vitals';
import type { TestEvidence } from './evidence.ts';

/** Two ways of unequal length, by the round-trip times of a bond that takes its legs in turn. */
export interface TwoWays {
  readonly fastMs: number;
  readonly slowMs: number;
  readonly fact: string;
}

/** Less than this is the scheduler of a busy host. */
const leastGapMs = 3;
const timesSlower = 3;

/**
 * Idle round-trip times that fall into two groups: a quarter at least is near the shortest, and the others lie close together
 * far away. One late answer in eight moves no quartile, and may be late by as much as the two ways differ; what a busy host
 * adds is not the same each time, so that the middle answer is in neither group. Times under load do not count: between the
 * packets of a stream every ping may take the same leg. Modes that hash send all pings one way.
 */
export function twoWays({ result: { mode, latency } }: TestEvidence): TwoWays | null {
  const idle = latency?.idle ?? null;
  if (mode !== 'balance-rr' || idle === null) return null;
  const groups = groupsOf(idle);
  if (groups === null) return null;
  const { fastMs, slowMs } = groups;
  const fact = `ping before the run: a quarter within ${fastMs.toFixed(2)} ms, a quarter from ${slowMs.toFixed(2)} ms on, of ${idle.count}`;
  return { fastMs, slowMs, fact };
}

function groupsOf({
  minMs,
  p25Ms,
  p50Ms,
  p75Ms,
  p99Ms,
}: RttFigures): Pick<TwoWays, 'fastMs' | 'slowMs'> | null {
  if (minMs === null || p25Ms === null || p75Ms === null) return null;
  const gap = p75Ms - p25Ms;
  if (gap < leastGapMs || p75Ms < timesSlower * p25Ms) return null;
  // Times that are spread evenly have no groups.
  const isMiddleInOne = Math.min(p50Ms - p25Ms, p75Ms - p50Ms) < gap / 4;
  const areTight = isMiddleInOne && p25Ms - minMs < gap / 3 && p99Ms - p75Ms < gap;
  return areTight ? { fastMs: p25Ms, slowMs: p75Ms } : null;
}
