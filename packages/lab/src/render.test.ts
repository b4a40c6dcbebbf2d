import { expect, test } from 'vitest';
import { farEnd, hostBatch, rootBatch } from './render.ts';
import { clusterOf, hostName } from './topology.ts';

const management = (name: string, place: number): string[] => [
  `netns add ${name}`,
  `link add ${name}.m type veth peer name mgmt0 netns ${name} address 02:1a:b0:0${place}:00:00`,
  `link set ${name}.m master mgmt up`,
];
const lab = [
  'link set lo up',
  'link add mgmt type bridge',
  'link set mgmt up',
  'addr add 10.99.0.1/16 dev mgmt',
];

test('two hosts are joined by straight cables', () => {
  expect(rootBatch(clusterOf({ hosts: 2, nics: 1 }))).toEqual([
    ...lab,
    ...management('alpha', 1),
    ...management('beta', 2),
    'link add eth1 netns alpha address 02:1a:b0:01:00:01 type veth peer name eth1 netns beta address 02:1a:b0:02:00:01',
  ]);
});

test('switch ports pass LACP before any host is up, and may have a small MTU', () => {
  expect(rootBatch(clusterOf({ hosts: 1, nics: 1, switchMtu: 1500 })).slice(lab.length)).toEqual([
    ...management('alpha', 1),
    'link add sw1 type bridge',
    'link set sw1 up',
    'link add alpha.1 type veth peer name eth1 netns alpha address 02:1a:b0:01:00:01',
    'link set alpha.1 master sw1 mtu 1500 up',
    'link set alpha.1 type bridge_slave group_fwd_mask 4',
  ]);
});

test('a NIC without a plug exists and its far end stays down', () => {
  const alone = { hosts: [{ name: 'alpha', nics: [{ name: 'eth1' }] }], cables: [], switches: [] };
  expect(rootBatch(alone).at(-1)).toBe(
    'link add alpha.1 type veth peer name eth1 netns alpha address 02:1a:b0:01:00:01',
  );
});

test('a host gets its management address, its NICs up, and a shaper where a rate is given', () => {
  const host = { name: 'h5', nics: [{ name: 'eth1', rate: '200mbit' }, { name: 'eth2' }] };
  expect(hostBatch(host, 4)).toEqual({
    ip: [
      'link set lo up',
      'addr add 10.99.0.6/16 dev mgmt0',
      'link set mgmt0 up',
      'link set eth1 up',
      'link set eth2 up',
    ],
    tc: ['qdisc add dev eth1 root handle 1: tbf rate 200mbit burst 128k latency 20ms'],
  });
});

test('no two NICs of the largest lab share a hardware address, and no interface name is too long', () => {
  const topology = clusterOf({ hosts: 200, nics: 16 });
  const lines = rootBatch(topology).join('\n');
  const addresses = [...lines.matchAll(/address (\S+)/g)].map(([, address]) => address);
  expect(new Set(addresses).size).toBe(200 * 17);
  expect(farEnd(topology, { host: hostName(199), nic: 'eth16' })).toBe('h200.16');
  for (const [, name = ''] of lines.matchAll(/link add (\S+)/g)) expect(name.length).toBeLessThan(16);
});
