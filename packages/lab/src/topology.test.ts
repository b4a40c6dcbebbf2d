import { describe, expect, test } from 'vitest';
import {
  clusterOf,
  hostName,
  MOST_HOSTS,
  managementAddress,
  type Topology,
  topologyProblems,
} from './topology.ts';

describe('names and addresses', () => {
  test.each([
    [0, 'alpha', '10.99.0.2'],
    [1, 'beta', '10.99.0.3'],
    [3, 'delta', '10.99.0.5'],
    [4, 'h5', '10.99.0.6'],
    [199, 'h200', '10.99.0.201'],
    [254, 'h255', '10.99.1.0'],
  ])('host %d is %s at %s', (place, name, address) => {
    expect([hostName(place), managementAddress(place)]).toEqual([name, address]);
  });
});

const wires = ({ cables, switches }: Topology): string[] => [
  ...cables.map(({ a, b }) => `${a.host}/${a.nic}=${b.host}/${b.nic}`),
  ...switches.map(({ name, ports }) => `${name}:${ports.map(({ host, nic }) => `${host}/${nic}`).join(',')}`),
];

describe('clusterOf', () => {
  test.each([
    [{ hosts: 1, nics: 1 }, ['sw1:alpha/eth1']],
    [{ hosts: 2, nics: 2 }, ['alpha/eth1=beta/eth1', 'alpha/eth2=beta/eth2']],
    [{ hosts: 2, nics: 1, wiring: 'switches' }, ['sw1:alpha/eth1,beta/eth1']],
    [{ hosts: 3, nics: 1 }, ['sw1:alpha/eth1,beta/eth1,gamma/eth1']],
    [{ hosts: 5, nics: 1, wiring: 'pairs' }, ['alpha/eth1=beta/eth1', 'gamma/eth1=delta/eth1']],
    [{ hosts: 2, nics: 0 }, []],
  ] as const)('%j is wired %j', (size, expected) => {
    expect(wires(clusterOf(size))).toEqual(expected);
  });

  test('ten hosts in pairs are five pairs', () => {
    expect(clusterOf({ hosts: 10, nics: 2, wiring: 'pairs' }).cables).toHaveLength(10);
  });

  test.each(['cables', 'pairs', 'switches'] as const)('can always be built as %s', (wiring) => {
    for (const hosts of [1, 2, 7, MOST_HOSTS]) {
      expect(topologyProblems(clusterOf({ hosts, nics: 4, rate: '1gbit', wiring }))).toEqual([]);
    }
  });
});

describe('topologyProblems', () => {
  const alpha = { name: 'alpha', nics: [{ name: 'eth1' }] };
  const plug = { host: 'alpha', nic: 'eth1' };
  test.each<[string, Partial<Topology>, string]>([
    ['no host', { hosts: [] }, 'at least one host'],
    [
      'too many hosts',
      { hosts: Array.from({ length: 201 }, (_, k) => ({ name: `h${k}`, nics: [] })) },
      'at most 200',
    ],
    ['the same name twice', { hosts: [alpha, { name: 'alpha', nics: [] }] }, 'two hosts are called alpha'],
    ['a name with a dot', { hosts: [{ name: 'al.pha', nics: [] }] }, '"al.pha" must be'],
    ['a name that is too long', { hosts: [{ name: 'abcdefghijk', nics: [] }] }, 'must be 1 to 10'],
    [
      'a NIC twice',
      { hosts: [{ name: 'alpha', nics: [{ name: 'eth1' }, { name: 'eth1' }] }] },
      'two NICs called eth1',
    ],
    [
      'a NIC called as the lab’s own',
      { hosts: [{ name: 'alpha', nics: [{ name: 'mgmt0' }] }] },
      'called mgmt0',
    ],
    [
      'a rate in words',
      { hosts: [{ name: 'alpha', nics: [{ name: 'eth1', rate: 'fast' }] }] },
      '"fast" of alpha/eth1',
    ],
    [
      'a plug of nobody',
      { cables: [{ a: plug, b: { host: 'beta', nic: 'eth1' } }] },
      'beta/eth1 is plugged in but',
    ],
    ['a plug in two places', { cables: [{ a: plug, b: plug }] }, 'alpha/eth1 is plugged in twice'],
    [
      'a switch called as the lab’s own',
      { switches: [{ name: 'mgmt', ports: [] }] },
      'two switches are called mgmt',
    ],
    ['a switch MTU of 5', { switches: [{ name: 'sw1', ports: [], mtu: 5 }] }, 'MTU 5 of switch sw1'],
  ])('%s', (_, wrong, sentence) => {
    const problems = topologyProblems({ hosts: [alpha], cables: [], switches: [], ...wrong });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });
});
