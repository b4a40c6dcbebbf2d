import type { BondState } from '@bondctl/proto/model/bond';
import { dailyBond } from '@bondctl/proto/model/daily';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import type { DailyRow, DailyView } from '@bondctl/proto/model/view';
import type { HostSight } from './host-view.ts';

/** One day. */
export const dayMs = 86_400_000;

/**
 * Every bond of the hosts as their daily log has it, with what the record knows of the last 24 hours: link failures as the
 * kernel counted them, and whether events of the host were lost in that time.
 */
export function dailyView(
  sights: readonly HostSight[],
  events: readonly RecordedEvent[],
  nowUnixMs: number,
): DailyView {
  const sinceUnixMs = nowUnixMs - dayMs;
  const recent = events.filter(({ atUnixMs }) => atUnixMs >= sinceUnixMs);
  const rows = sights.flatMap(({ host, presence, report }): readonly DailyRow[] => {
    if (report === undefined) return [];
    const isCurrent = presence === 'connected';
    const hasGap = recent.some(({ fact }) => fact.type === 'eventsLost' && fact.host === host);
    return report.bonds.map((bond) => ({
      host,
      isCurrent,
      hasGap,
      ...dailyBond(report, bond, newFailuresIn(recent, host, bond)),
    }));
  });
  return { sinceUnixMs, untilUnixMs: nowUnixMs, rows };
}

/** What the kernel's counters of a bond's ports grew by, as far as it was recorded. */
function newFailuresIn(events: readonly RecordedEvent[], host: HostId, { name }: BondState): number {
  return events.reduce((sum, { fact }) => {
    if (fact.type === 'failuresUnseen' && fact.host === host && fact.bond === name)
      return sum + fact.failures;
    if (fact.type !== 'linkEventSeen' || fact.host !== host || fact.bond !== name) return sum;
    return fact.what === 'link failures' ? sum + Number(fact.after) - Number(fact.before) : sum;
  }, 0);
}
