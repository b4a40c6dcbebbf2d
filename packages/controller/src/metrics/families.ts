import { type Definition, definitionsOf, type Family, familiesOf } from '@bondctl/proto/metrics/family';
import { type Heard, hostInfoTable, reportDefinitions, reportFamilies } from '@bondctl/proto/metrics/hosts';
import type { ProcessSight } from '@bondctl/proto/metrics/process';
import type { HistoryView } from '@bondctl/proto/model/history';
import type { Presence } from '@bondctl/proto/model/host';
import type { StatusView } from '@bondctl/proto/model/view';
import type { HostSight } from '../record/host-view.ts';
import { type AlertCounts, alertTable, deliveryTable } from './alerts.ts';
import { clusterTable } from './cluster.ts';
import { historyTable } from './history.ts';
import { hostTable } from './hosts.ts';
import { linkTable } from './links.ts';

/** Everything that one scrape is made of. */
export interface MetricsSight {
  readonly version: string;
  readonly process: ProcessSight;
  readonly history: HistoryView;
  readonly hosts: readonly HostSight[];
  readonly status: Pick<StatusView, 'revision' | 'attention' | 'rollout' | 'links'>;
  readonly alerts: AlertCounts;
}

/** Every metric that there can be, in the order in which they are served. */
export const metricDefinitions: readonly Definition[] = [
  ...definitionsOf(clusterTable),
  ...definitionsOf(historyTable),
  ...definitionsOf(alertTable),
  ...definitionsOf(deliveryTable),
  ...definitionsOf(hostTable),
  ...definitionsOf(hostInfoTable),
  ...reportDefinitions,
  ...definitionsOf(linkTable),
];

/** The metrics with their values now; those without any are among them. */
export function metricFamilies(sight: MetricsSight): readonly Family[] {
  return [
    ...familiesOf(clusterTable, [sight]),
    ...familiesOf(historyTable, [sight.history]),
    ...familiesOf(alertTable, sight.alerts.rules),
    ...familiesOf(deliveryTable, [sight.alerts.deliveries]),
    ...familiesOf(hostTable, sight.hosts),
    ...familiesOf(hostInfoTable, sight.hosts.flatMap(everHeard)),
    ...reportFamilies(sight.hosts.filter(isCurrent).flatMap(everHeard)),
    ...familiesOf(linkTable, sight.status.links),
  ];
}

const everHeard = ({ host, report }: HostSight): readonly Heard[] =>
  report === undefined ? [] : [{ host, report }];

/** A host that missed a heartbeat is not gone yet; one that is lost must not go on looking healthy, or broken. */
const current: ReadonlySet<Presence> = new Set(['connected', 'suspect']);

const isCurrent = ({ presence }: HostSight): boolean => current.has(presence);
