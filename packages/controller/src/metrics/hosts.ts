import { gauge, one, type Table } from '@bondctl/proto/metrics/family';
import type { HostSight } from '../record/host-view.ts';

/** What is said of every host of the cluster, also while nobody hears from it. */
export const hostTable: Table<HostSight> = {
  labels: ['host'],
  name: ({ host }) => [host],
  rows: [
    gauge('bondctl_host_connected', 'Whether the agent is connected and heard of in time.', ({ presence }) =>
      one(presence === 'connected'),
    ),
    gauge(
      'bondctl_host_last_seen_timestamp_seconds',
      'When this controller heard of the host last; absent until it has.',
      ({ lastSeenUnixMs }) => one(lastSeenUnixMs === undefined ? null : lastSeenUnixMs / 1000),
    ),
  ],
};
