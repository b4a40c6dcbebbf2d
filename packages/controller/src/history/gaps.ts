import type { HistoryGap } from '@bondctl/proto/model/history';

const gapsKept = 100;

/** A gap more; one that goes on where the last one of its kind ended makes that longer. Only the newest are remembered. */
export function withGap(gaps: readonly HistoryGap[], gap: HistoryGap): readonly HistoryGap[] {
  const last = gaps.at(-1);
  if (last !== undefined && last.why === gap.why && gap.fromUnixMs <= last.untilUnixMs) {
    const untilUnixMs = Math.max(last.untilUnixMs, gap.untilUnixMs);
    const fromUnixMs = Math.min(last.fromUnixMs, gap.fromUnixMs);
    return [...gaps.slice(0, -1), { ...last, fromUnixMs, untilUnixMs }];
  }
  return [...gaps, gap].slice(-gapsKept);
}
