// What the hosts of a test say of themselves.
import type { HostSurroundings, HostVitals } from '@bondctl/proto/model/vitals';
import { name } from '../fakes/fake-report.ts';

/** What a kernel counted that sent `again` segments twice. */
export const countedBy = (again: number): HostVitals => ({
  tcp: {
    retransSegs: again,
    outSegs: 278_112,
    inSegs: 41_220,
    dsackRecv: 4,
    dsackRecvSegs: null,
    sackReorder: 1,
    tsReorder: 0,
    timeouts: 0,
    mtuProbeFail: 0,
    lostRetransmit: 0,
    fastRetrans: again,
  },
  softnet: { dropped: 0, squeezed: 2 },
  cpus: [{ cpu: 3, busyPercent: 71.5, softirqPercent: 40 }],
  meanBusyPercent: 22,
  meanSoftirqPercent: 12,
  ports: [],
});

/** A bond over ports of one driver. */
export const surroundingsOf = (...ports: readonly string[]): HostSurroundings => ({
  kernel: '6.1.0-28-amd64',
  interfaces: [
    { name: name('sync0'), driver: null, offloads: { tso: true, gso: true, gro: true } },
    ...ports.map((port) => ({
      name: name(port),
      driver: 'ixgbe',
      offloads: { tso: true, gso: true, gro: false },
    })),
  ],
});
