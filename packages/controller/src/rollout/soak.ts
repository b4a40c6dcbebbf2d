import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { CourseIn } from './course/state.ts';
import { type EndSight, type HostSight, sightOf, unchangedEnds, verifyAll } from './evidence.ts';
import type { Change } from './pair/state.ts';

type Watched = CourseIn<'soaking'>['watched'];
type Sights = (host: HostId) => HostReport | undefined;

/** How often each port of the changed bonds has failed, by the kernel's own counters. */
export type FailureCounts = ReadonlyMap<string, number>;

/** Counts as the hosts report them now. */
export function failureCounts(changes: Watched, reportOf: Sights): FailureCounts {
  const ports = changes.flatMap((change) =>
    endsOf(change, reportOf).flatMap(({ end, bond }) =>
      (bond?.ports ?? []).map(
        (port) => [`${end.host}/${end.bond} ${port.name}`, port.linkFailureCount] as const,
      ),
    ),
  );
  return new Map(ports);
}

/** What did not stay as it was verified: a bond that is not well, and a port that failed and came back. */
export function soakComplaints(changes: Watched, before: FailureCounts, reportOf: Sights): readonly string[] {
  const flapped = [...failureCounts(changes, reportOf)].filter(
    ([port, count]) => count > (before.get(port) ?? count),
  );
  return [
    ...changes.flatMap((change) => complaintsOf(change, reportOf)),
    ...flapped.map(([port]) => `${port} lost its link`),
  ];
}

function complaintsOf({ set }: Change, reportOf: Sights): readonly string[] {
  const silent = set.participants.filter(({ host }) => reportOf(host) === undefined);
  if (silent.length > 0) return silent.map(({ host }) => `${host} does not answer`);
  const sights = set.participants.map(
    ({ host, desired }): HostSight => ({
      host,
      differences: [],
      ends: desired.flatMap((desire) =>
        seen({ host, bond: desire.state === 'present' ? desire.spec.name : desire.name }, reportOf),
      ),
    }),
  );
  const verified = verifyAll(
    set,
    sights,
    unchangedEnds(set).flatMap((end) => seen(end, reportOf)),
  );
  return verified.ok ? [] : verified.error;
}

const endsOf = ({ set }: Change, reportOf: Sights): readonly EndSight[] =>
  set.participants.flatMap(({ host, desired }) =>
    desired.flatMap((desire) =>
      desire.state === 'present' ? seen({ host, bond: desire.spec.name }, reportOf) : [],
    ),
  );

function seen(end: EndSight['end'], reportOf: Sights): readonly EndSight[] {
  const report = reportOf(end.host);
  return report === undefined ? [] : [sightOf(end, report)];
}
