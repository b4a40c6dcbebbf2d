import type { HostSight } from '../record/host-view.ts';
import { gauge, info, one, type Table } from './family.ts';

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
    gauge(
      'bondctl_host_info',
      'Always 1; what runs on the host. An empty iperf3_version: none is installed.',
      ({ report }) =>
        report === undefined
          ? []
          : info({
              kernel: report.kernel,
              agent_version: report.agentVersion,
              iperf3_version: report.iperf3Version ?? '',
            }),
      'kernel',
      'agent_version',
      'iperf3_version',
    ),
  ],
};
