import type { HostReport, Presence } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { StatusView } from '@bondctl/proto/model/view';
import type { HostSight } from '../record/host-view.ts';
import { bondsOf, bondTable, driftsOf, driftTable } from './bonds.ts';
import { clusterTable, type ProcessSight } from './cluster.ts';
import { type Definition, definitionsOf, type Family, familiesOf } from './family.ts';
import { hostTable } from './hosts.ts';
import { linkTable } from './links.ts';
import { portsOf, portTable } from './ports.ts';

/** Everything that one scrape is made of. */
export interface MetricsSight {
  readonly version: string;
  readonly process: ProcessSight;
  readonly hosts: readonly HostSight[];
  readonly status: Pick<StatusView, 'revision' | 'attention' | 'rollout' | 'links'>;
}

/** Every metric that there can be, in the order in which they are served. */
export const metricDefinitions: readonly Definition[] = [
  ...definitionsOf(clusterTable),
  ...definitionsOf(hostTable),
  ...definitionsOf(bondTable),
  ...definitionsOf(driftTable),
  ...definitionsOf(portTable),
  ...definitionsOf(linkTable),
];

/** The metrics with their values now; those without any are among them. */
export function metricFamilies(sight: MetricsSight): readonly Family[] {
  const heard = sight.hosts.flatMap(heardOf);
  return [
    ...familiesOf(clusterTable, [sight]),
    ...familiesOf(hostTable, sight.hosts),
    ...familiesOf(bondTable, ofAll(heard, bondsOf)),
    ...familiesOf(driftTable, ofAll(heard, driftsOf)),
    ...familiesOf(portTable, ofAll(heard, portsOf)),
    ...familiesOf(linkTable, sight.status.links),
  ];
}

interface Heard {
  readonly host: HostId;
  readonly report: HostReport;
}

/** A host that missed a heartbeat is not gone yet; one that is lost must not go on looking healthy, or broken. */
const current: ReadonlySet<Presence> = new Set(['connected', 'suspect']);

const heardOf = ({ host, presence, report }: HostSight): readonly Heard[] =>
  report !== undefined && current.has(presence) ? [{ host, report }] : [];

const ofAll = <S>(
  heard: readonly Heard[],
  read: (host: HostId, report: HostReport) => readonly S[],
): readonly S[] => heard.flatMap(({ host, report }) => read(host, report));
