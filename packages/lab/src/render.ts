/**
 * A topology as batch files for `ip` and `tc`: one for the lab's own namespace, one pair for each host. Pure.
 * Batches, because one `ip` process costs 30 ms in the guest and one batch line under 1 ms.
 */
import { type LabHost, managementAddress, type NicRef, type Switch, type Topology } from './topology.ts';

/** The batch lines of one lab host, run in its own namespace. */
export type HostBatch = { readonly ip: readonly string[]; readonly tc: readonly string[] };

/** A line rate in tc's words, as measured: with this burst 200mbit carries 200 Mbit/s, and the queue is one short buffer. */
export const shaper = (rate: string): string => `tbf rate ${rate} burst 128k latency 20ms`;
/** Bit 2 lets frames to 01:80:C2:00:00:02 (LACP) pass a bridge port; without it a bridge swallows them. */
const LACP_PASSES = 'group_fwd_mask 4';

/** The name, in the lab's own namespace, of the far end of a NIC that is plugged into a switch or into nothing. */
export function farEnd(topology: Topology, { host, nic }: NicRef): string {
  const place =
    topology.hosts.find(({ name }) => name === host)?.nics.findIndex(({ name }) => name === nic) ?? -1;
  return `${host}.${place + 1}`;
}

/** The lines for `ip -batch` in the lab's own namespace: namespaces, management network, cables, switches. */
export function rootBatch(topology: Topology): string[] {
  return [
    'link set lo up',
    'link add mgmt type bridge',
    'link set mgmt up',
    'addr add 10.99.0.1/16 dev mgmt',
    ...topology.hosts.flatMap(({ name }, place) => managementLines(name, place)),
    ...topology.cables.map(
      ({ a, b }) => `link add ${nicEnd(topology, a)} type veth peer ${peerEnd(topology, b)}`,
    ),
    ...topology.switches.flatMap((one) => switchLines(topology, one)),
    ...unplugged(topology).map(
      (ref) => `link add ${farEnd(topology, ref)} type veth peer ${peerEnd(topology, ref)}`,
    ),
  ];
}

/** The batches of one host: every NIC up, its management address, its line rates. */
export function hostBatch(host: LabHost, place: number): HostBatch {
  return {
    ip: [
      'link set lo up',
      `addr add ${managementAddress(place)}/16 dev mgmt0`,
      'link set mgmt0 up',
      ...host.nics.map(({ name }) => `link set ${name} up`),
    ],
    tc: host.nics.flatMap(({ name, rate }) =>
      rate === undefined ? [] : [`qdisc add dev ${name} root handle 1: ${shaper(rate)}`],
    ),
  };
}

function managementLines(name: string, place: number): string[] {
  return [
    `netns add ${name}`,
    `link add ${name}.m type veth peer name mgmt0 netns ${name} address ${hardwareAddress(place, 0)}`,
    `link set ${name}.m master mgmt up`,
  ];
}

function switchLines(topology: Topology, { name, ports, mtu }: Switch): string[] {
  return [
    `link add ${name} type bridge`,
    `link set ${name} up`,
    ...ports.flatMap((ref) => {
      const port = farEnd(topology, ref);
      return [
        `link add ${port} type veth peer ${peerEnd(topology, ref)}`,
        `link set ${port} master ${name} ${mtu === undefined ? '' : `mtu ${mtu} `}up`,
        `link set ${port} type bridge_slave ${LACP_PASSES}`,
      ];
    }),
  ];
}

function unplugged({ hosts, cables, switches }: Topology): NicRef[] {
  const plugs = [...cables.flatMap(({ a, b }) => [a, b]), ...switches.flatMap(({ ports }) => ports)];
  const plugged = new Set(plugs.map(({ host, nic }) => `${host}/${nic}`));
  const all = hosts.flatMap(({ name: host, nics }) => nics.map(({ name: nic }) => ({ host, nic })));
  return all.filter(({ host, nic }) => !plugged.has(`${host}/${nic}`));
}

const nicEnd = (topology: Topology, ref: NicRef): string =>
  `${ref.nic} netns ${ref.host} address ${nicAddress(topology, ref)}`;

const peerEnd = (topology: Topology, ref: NicRef): string => `name ${nicEnd(topology, ref)}`;

function nicAddress({ hosts }: Topology, { host, nic }: NicRef): string {
  const place = hosts.findIndex(({ name }) => name === host);
  return hardwareAddress(place, (hosts[place]?.nics.findIndex(({ name }) => name === nic) ?? 0) + 1);
}

/** Locally administered and the same in every run, so that recorded texts compare. */
function hardwareAddress(place: number, nic: number): string {
  return ['02', '1a', 'b0', place + 1, 0, nic].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
