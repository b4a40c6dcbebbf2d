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
 * Idle round-trip times that fall into two groups: a quarter at least is near the shortest, a quarter far away. One late answer
 * in eight moves no quartile. Under load a queue spreads them too, so those only confirm; modes that hash send all pings one way.
 */
export function twoWays({ result: { mode, latency } }: TestEvidence): TwoWays | null {
  const idle = latency?.idle ?? null;
  if (mode !== 'balance-rr' || idle === null) return null;
  const groups = groupsOf(idle);
  if (groups === null || isGone(groups, latency?.loaded ?? null)) return null;
  const { fastMs, slowMs } = groups;
  const fact = `ping before the run: a quarter within ${fastMs.toFixed(2)} ms, a quarter from ${slowMs.toFixed(2)} ms on, of ${idle.count}`;
  return { fastMs, slowMs, fact };
}

/** What a leg adds it adds under load too; what the host added by chance comes and goes. */
const isGone = ({ fastMs, slowMs }: Pick<TwoWays, 'fastMs' | 'slowMs'>, loaded: RttFigures | null): boolean =>
  loaded !== null &&
  loaded.p25Ms !== null &&
  loaded.p75Ms !== null &&
  loaded.p75Ms - loaded.p25Ms < (slowMs - fastMs) / 2;

function groupsOf({ minMs, p25Ms, p75Ms }: RttFigures): Pick<TwoWays, 'fastMs' | 'slowMs'> | null {
  if (minMs === null || p25Ms === null || p75Ms === null) return null;
  const gap = p75Ms - p25Ms;
  if (gap < leastGapMs || p75Ms < timesSlower * p25Ms) return null;
  // Times that are spread evenly have no groups.
  return p25Ms - minMs < gap / 3 ? { fastMs: p25Ms, slowMs: p75Ms } : null;
}
