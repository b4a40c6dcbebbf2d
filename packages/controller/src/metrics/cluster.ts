import { gauge, info, one, states, type Table } from '@bondctl/proto/metrics/family';
import { type ProcessSight, processRows } from '@bondctl/proto/metrics/process';
import { rolloutStates, type StatusView } from '@bondctl/proto/model/view';

/** The cluster as a whole, and who serves it. */
export interface ClusterSubject {
  readonly version: string;
  readonly process: ProcessSight;
  readonly status: Pick<StatusView, 'revision' | 'attention' | 'rollout'>;
}

/** What is said once. */
export const clusterTable: Table<ClusterSubject> = {
  labels: [],
  name: () => [],
  rows: [
    gauge(
      'bondctl_needs_person',
      'Things that wait for a person; "bondctl status" names them.',
      ({ status }) => one(status.attention.length),
    ),
    gauge(
      'bondctl_accepted_revision',
      'Number of the accepted spec; absent before the first.',
      ({ status }) => one(status.revision),
    ),
    gauge(
      'bondctl_rollout_state',
      '1 for how the newest rollout stands, 0 for how it does not; absent before the first.',
      ({ status: { rollout } }) => (rollout === null ? [] : states('state', rolloutStates, rollout.state)),
      'state',
    ),
    gauge(
      'bondctl_rollout_started_timestamp_seconds',
      'When the newest rollout began.',
      ({ status: { rollout } }) => one(rollout === null ? null : rollout.startedUnixMs / 1000),
    ),
    gauge(
      'bondctl_controller_info',
      'Always 1; the version of the controller.',
      ({ version }) => info({ version }),
      'version',
    ),
    ...processRows('controller'),
  ],
};
