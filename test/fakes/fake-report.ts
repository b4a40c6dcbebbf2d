import type { BondState, PortState } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';

/** An interface name of a test. */
export const name = (text: string): IfName => text as IfName;

/** A port that is up. */
export const port = (text: string, over: Partial<PortState> = {}): PortState => ({
  name: name(text),
  miiStatus: 'up',
  speedMbps: 1000,
  duplex: 'full',
  linkFailureCount: 0,
  permanentMac: '52:54:00:00:00:01',
  queueId: 0,
  priority: null,
  lacp: null,
  ...over,
});

/** A bond `sync0` of two ports in balance-rr. */
export const bond = (over: Partial<BondState> = {}): BondState => ({
  name: name('sync0'),
  driver: 'v6.1.0',
  mode: 'balance-rr',
  modeText: 'load balancing (round-robin)',
  failOverMac: null,
  xmitHashPolicy: null,
  primary: null,
  activePort: null,
  miiStatus: 'up',
  miimonMs: 100,
  updelayMs: 0,
  downdelayMs: 0,
  peerNotifDelayMs: null,
  arp: null,
  lacp: null,
  ports: [port('eth2'), port('eth3')],
  ...over,
});

/** A bond in 802.3ad whose aggregator has `ports` ports and this partner. */
export const lacpBond = (ports: number, partnerMac: string): BondState =>
  bond({
    mode: '802.3ad',
    lacp: {
      active: 'on',
      rate: 'fast',
      minLinks: 0,
      adSelect: 'stable',
      systemPriority: null,
      systemMac: null,
      aggregator: { id: 1, ports, actorKey: 9, partnerKey: 9, partnerMac },
    },
  });

/** What a host reports that has these bonds, each with this MTU. */
export function bondReport(bonds: readonly BondState[] = [bond()], mtu = 9000): HostReport {
  return {
    kernel: '6.1.0',
    agentVersion: '0.1.0',
    iperf3Version: '3.12',
    bootId: 'b1',
    bonds,
    unknownLines: [],
    transaction: null,
    drift: [],
    state: {
      bonds: [],
      routes: [],
      controlPath: [],
      interfaces: bonds.map((one) => ({
        name: one.name,
        kind: 'bond',
        mac: '52:54:00:00:00:01',
        permanentMac: null,
        mtu,
        up: true,
        carrier: true,
        speedMbps: null,
        duplex: null,
        master: null,
        parent: null,
        addresses: [
          { cidr: '10.9.0.1/24', origin: 'static' },
          { cidr: 'fe80::1/64', origin: 'kernel' },
        ],
        owner: 'none',
      })),
    },
  };
}
