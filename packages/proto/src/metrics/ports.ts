import type { BondState, PortLacp, PortState } from '../model/bond.ts';
import type { HostReport, InterfaceState } from '../model/host.ts';
import type { HostId } from '../model/names.ts';
import { counter, gauge, one, type Sample, type Table } from './family.ts';

/** One port of a bond, as the host said last. */
export interface PortSubject {
  readonly host: HostId;
  readonly bond: BondState;
  readonly port: PortState;
  readonly device: InterfaceState | undefined;
}

/** The ports of all bonds of a host's report. */
export const portsOf = (host: HostId, report: HostReport): readonly PortSubject[] =>
  report.bonds.flatMap((bond) =>
    bond.ports.map((port) => ({
      host,
      bond,
      port,
      device: report.state.interfaces.find(({ name }) => name === port.name),
    })),
  );

const bytesPerSecond = (mbps: number | null): number | null => (mbps === null ? null : mbps * 125_000);

/** Only these modes have one active port; in the others every port that is up carries traffic. */
const withActivePort: ReadonlySet<string | null> = new Set(['active-backup', 'balance-tlb', 'balance-alb']);

const isActive = ({ bond, port }: PortSubject): boolean | null =>
  withActivePort.has(bond.mode) ? bond.activePort === port.name : null;

type Read = (lacp: PortLacp) => number | boolean | null;

const bothSides =
  (actor: Read, partner: Read) =>
  ({ port: { lacp } }: PortSubject): readonly Sample[] =>
    lacp === null ? [] : [...ofSide('actor', actor(lacp)), ...ofSide('partner', partner(lacp))];

const ofSide = (side: string, value: number | boolean | null): readonly Sample[] =>
  one(value).map((sample) => ({ ...sample, labels: { side } }));

const isChurned = (state: string | null): boolean | null => (state === null ? null : state === 'churned');

/** What is said of every port; that there is a series at all says that it is a port of the bond. */
export const portTable: Table<PortSubject> = {
  labels: ['host', 'bond', 'port'],
  name: ({ host, bond, port }) => [host, bond.name, port.name],
  rows: [
    gauge('bondctl_port_up', 'Whether the port is up (MII status).', ({ port }) =>
      one(port.miiStatus === 'up'),
    ),
    gauge('bondctl_port_active', 'Whether it is the active port, in modes that have one.', (subject) =>
      one(isActive(subject)),
    ),
    gauge('bondctl_port_speed_bytes_per_second', 'Negotiated speed; absent while unknown.', ({ port }) =>
      one(bytesPerSecond(port.speedMbps)),
    ),
    gauge(
      'bondctl_port_full_duplex',
      'Whether the negotiated duplex is full; absent while unknown.',
      ({ port: { duplex } }) => one(duplex === null ? null : duplex === 'full'),
    ),
    gauge('bondctl_port_mtu_bytes', 'MTU of the port.', ({ device }) => one(device?.mtu)),
    counter(
      'bondctl_port_link_failures_total',
      'Link failures as the kernel counts them since this became a port of the bond.',
      ({ port }) => one(port.linkFailureCount),
    ),
    gauge('bondctl_port_lacp_aggregator_id', 'Number of the aggregator the port is in.', ({ port }) =>
      one(port.lacp?.aggregatorId),
    ),
    gauge(
      'bondctl_port_lacp_in_churn',
      'Whether the end stays out of sync for longer than 802.3ad allows.',
      bothSides(
        (lacp) => isChurned(lacp.actorChurn),
        (lacp) => isChurned(lacp.partnerChurn),
      ),
      'side',
    ),
    counter(
      'bondctl_port_lacp_churned_total',
      'How often an end stayed out of sync, as the kernel counts it.',
      bothSides(
        (lacp) => lacp.actorChurnedCount,
        (lacp) => lacp.partnerChurnedCount,
      ),
      'side',
    ),
  ],
};
