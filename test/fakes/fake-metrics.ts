import type { BondState, PortLacp } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { alpha, beta } from './fake-parts.ts';
import { bond, bondReport, lacpBond, name, port } from './fake-report.ts';

/** The partner of the LACP bond. */
export const partner = '02:00:00:00:00:09';

const lacp = (aggregatorId: number, churned: number): PortLacp => ({
  aggregatorId,
  actorChurn: 'none',
  partnerChurn: churned === 0 ? 'none' : 'churned',
  actorChurnedCount: 0,
  partnerChurnedCount: churned,
  actor: null,
  partner: null,
});

/** LACP that is split: one of its ports stands aside and churns. */
export const splitLacp: BondState = {
  ...lacpBond(1, partner),
  ports: [
    port('eth2', { lacp: lacp(1, 0), linkFailureCount: 3 }),
    port('eth3', { lacp: lacp(2, 4), speedMbps: null }),
  ],
};

/** Active-backup whose second port is down. */
export const backup: BondState = bond({
  mode: 'active-backup',
  activePort: name('eth2'),
  ports: [port('eth2'), port('eth3', { miiStatus: 'down' })],
});

const withPorts = (report: HostReport): HostReport => {
  const [device] = report.state.interfaces;
  if (device === undefined) return report;
  const ports = ['eth2', 'eth3'].map((one) => ({ ...device, name: name(one), kind: 'physical' }));
  return { ...report, state: { ...report.state, interfaces: [device, ...ports] } };
};

/** What two hosts say that have, between them, everything a metric is made of. */
export const metricReports: ReadonlyMap<HostId, HostReport> = new Map([
  [
    alpha,
    {
      ...withPorts(bondReport([splitLacp])),
      kept: [{ bond: name('sync0'), kind: 'notKept', why: 'nobody owns it' }],
    },
  ],
  [
    beta,
    {
      ...withPorts(bondReport([backup], 1500)),
      iperf3Version: null,
      drift: [
        { bond: name('sync0'), sinceUnixMs: 1, differences: [{ path: 'a', wanted: '1', found: '2' }] },
        { bond: name('gone0'), sinceUnixMs: 1, differences: [{ path: 'gone0', wanted: 'x', found: 'y' }] },
      ],
    },
  ],
]);
