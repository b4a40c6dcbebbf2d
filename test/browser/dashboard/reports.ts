// What hosts report, in the shapes that the pages of a link and of a host take.
import type { BondState, PortLacp, PortState } from '@bondctl/proto/model/bond';
import type { HostReport, Presence } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';
import { bond, bondReport, lacpBond, name, port } from '../../fakes/fake-report.ts';
import { sceneUnixMs } from './scene.ts';

const macs = { alpha: '52:54:00:00:00:0a', beta: '52:54:00:00:00:0b' };

const heard = (mac: string, number: number, aggregatorId = 1): PortLacp => ({
  aggregatorId,
  actorChurn: 'none',
  partnerChurn: 'none',
  actorChurnedCount: 0,
  partnerChurnedCount: 0,
  actor: side(number, aggregatorId === 1 ? 0x3f : 0x47),
  partner: { ...side(3 - number, aggregatorId === 1 ? 0x3f : 0x01), systemMac: mac },
});

const side = (portNumber: number, portState: number) => ({
  systemPriority: 65_535,
  systemMac: null,
  portKey: 9,
  portPriority: 255,
  portNumber,
  portState,
});

/** LACP in which every port faces one of the other end, crossed over. */
export const inLacp = (own: string, other: string, second: Partial<PortState> = {}): BondState => {
  const whole = lacpBond(2, other);
  return {
    ...whole,
    lacp: whole.lacp === null ? null : { ...whole.lacp, systemMac: own },
    ports: [port('eth2', { lacp: heard(other, 1) }), port('eth3', { lacp: heard(other, 2), ...second })],
  };
};

/** Both ends speak LACP and all is well. */
export const wellInLacp = {
  alpha: bondReport([inLacp(macs.alpha, macs.beta)]),
  beta: bondReport([inLacp(macs.beta, macs.alpha)]),
};

/** One port at one end lost its carrier, and the other hears nobody there. */
export const brokenCable = {
  alpha: bondReport([
    inLacp(macs.alpha, macs.beta, { miiStatus: 'down', speedMbps: null, duplex: null, linkFailureCount: 4 }),
  ]),
  beta: bondReport([inLacp(macs.beta, macs.alpha, { lacp: heard('00:00:00:00:00:00', 2, 2) })]),
};

/** Without LACP, and the ends disagree about the MTU. */
export const inTurn = { alpha: bondReport([bond()], 9000), beta: bondReport([bond()], 1500) };

/** A host of which much is to be told. */
export const drifted: HostReport = {
  ...bondReport([
    bond({
      mode: 'active-backup',
      activePort: name('eth3'),
      ports: [port('eth2', { miiStatus: 'down', linkFailureCount: 2 }), port('eth3')],
    }),
    { ...inLacp(macs.alpha, macs.beta), name: name('store0') },
  ]),
  transaction: { id: 'tx_V1StGXR8Z5', phase: 'awaitingConfirm' },
  unknownLines: ['sync0: Something New: 4'],
  kept: [
    {
      bond: name('sync0'),
      kind: 'inFiles',
      backend: 'networkd',
      files: ['/etc/systemd/network/30-sync0.netdev', '/etc/systemd/network/30-sync0.network'],
      untilReboot: ['tlb_dynamic_lb'],
      unread: null,
    },
  ],
  drift: [
    {
      bond: name('sync0'),
      sinceUnixMs: sceneUnixMs - 7_500_000,
      differences: [
        { path: 'sync0.options.miimon', wanted: '100', found: '0' },
        { path: 'sync0.mtu', wanted: '9000', found: '1500' },
      ],
    },
  ],
};

/** The parts of an API that hears these hosts. */
export const hearing =
  (reports: Readonly<Record<string, HostReport>>, presence: Presence = 'connected') =>
  (parts: Parts): Parts => ({
    ...parts,
    nowUnixMs: () => sceneUnixMs,
    agents: {
      presence: (host: HostId) => (reports[host] === undefined ? 'unknown' : presence),
      lastSeenUnixMs: (host: HostId) => (reports[host] === undefined ? undefined : sceneUnixMs - 42_000),
      report: (host: HostId) => reports[host],
    },
  });
