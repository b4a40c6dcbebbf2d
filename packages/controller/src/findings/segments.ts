import type { TestEvidence } from './evidence.ts';
import { percentOf } from './traffic.ts';

/** What the sender's TCP sent again, and how much of it the other end had already. */
export interface SentAgain {
  readonly again: number;
  readonly segments: number;
  /** As DSACK tells it; null where the kernel does not count that. */
  readonly needless: number | null;
  /** Whether `needless` counts segments: reports of many segments each say too little (Linux before 5.11). */
  readonly isExact: boolean;
}

/** Fewer than these are an accident of starting and ending. */
const leastSegments = 20;
const leastShare = 0.001;

/** Segments sent again, where they are many: a thousandth of all at least. */
export function sentAgain({ result: { vitals } }: TestEvidence): SentAgain | null {
  const { tcp } = vitals.sender ?? {};
  const [again, segments] = [tcp?.retransSegs ?? 0, tcp?.outSegs ?? 0];
  if (tcp === undefined || again < leastSegments || again < leastShare * segments) return null;
  const reported = tcp.dsackRecvSegs ?? tcp.dsackRecv;
  // A report may be of a segment that was sent again before the run began.
  const needless = reported === null ? null : Math.min(reported, again);
  return { again, segments, needless, isExact: tcp.dsackRecvSegs !== null };
}

/** Most of what was sent again had arrived: nothing was lost, it came in another order. */
export const isReordering = ({ again, needless, isExact }: SentAgain): boolean =>
  needless !== null && needless > (isExact ? 0.5 : 0.2) * again;

/** How much of what was sent again really had been lost; null where nobody can tell. */
export const lostOf = ({ again, needless }: SentAgain): number | null =>
  needless === null ? null : again - needless;

/** Whether the losses are many by the count of TCP alone. */
export function isLoss(one: SentAgain): boolean {
  const lost = lostOf(one) ?? 0;
  const leastLost = one.isExact ? 0.5 : 0.9;
  return isMuch(lost, one) && lost > leastLost * one.again;
}

/** Whether the losses would be many if packets are known to get lost otherwise. */
export const maybeLoss = (one: SentAgain): boolean => isMuch(lostOf(one) ?? one.again, one);

const isMuch = (lost: number, { segments }: SentAgain): boolean =>
  lost >= leastSegments && lost >= leastShare * segments;

/** `iperf3 on alpha: 312 of 40000 segments sent again (0.78 %), 300 of them needlessly` */
export function sentAgainFact(host: string, { again, segments, needless, isExact }: SentAgain): string {
  const share = segments === 0 ? '' : ` (${percentOf(again, segments)})`;
  const reports = isExact ? `${needless} of them needlessly` : `${needless} DSACK reports of needless ones`;
  const known = needless === null ? '' : `, ${reports}`;
  return `TCP of ${host}: ${again} of ${segments} segments sent again${share}${known}`;
}
