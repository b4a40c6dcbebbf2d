import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Difference, Drift } from '@bondctl/proto/model/host';
import type { End, HostId } from '@bondctl/proto/model/names';

/** A bond that drifts, as it was recorded last. */
export interface Standing extends End {
  readonly differences: readonly Difference[];
  /** Since when it has drifted exactly like this, by the controller's clock. */
  readonly sinceUnixMs: number;
}

const isSame = (a: End, b: End): boolean => a.host === b.host && a.bond === b.bond;

/** What stands after one more fact. */
export function standingAfter(standing: readonly Standing[], event: RecordedEvent): readonly Standing[] {
  const { fact, atUnixMs } = event;
  if (fact.type !== 'driftSeen' && fact.type !== 'driftEnded') return standing;
  const others = standing.filter((one) => !isSame(one, fact));
  if (fact.type === 'driftEnded') return others;
  const { host, bond, differences } = fact;
  return [...others, { host, bond, differences, sinceUnixMs: atUnixMs }];
}

const text = (differences: readonly Difference[]): string =>
  differences.map(({ path, wanted, found }) => JSON.stringify([path, wanted, found])).join();

/** What is new in a host's report against what stands of that host: a report told twice is no news. */
export function driftFacts(
  standing: readonly Standing[],
  host: HostId,
  drift: readonly Drift[],
): readonly Fact[] {
  const known = standing.filter((one) => one.host === host);
  const gone = known.filter((one) => !drift.some(({ bond }) => bond === one.bond));
  const changed = drift.filter(({ bond, differences }) => {
    const before = known.find((one) => one.bond === bond);
    return before === undefined || text(before.differences) !== text(differences);
  });
  return [
    ...gone.map(({ bond }): Fact => ({ type: 'driftEnded', host, bond })),
    ...changed.map((one): Fact => ({ type: 'driftSeen', host, ...one })),
  ];
}
