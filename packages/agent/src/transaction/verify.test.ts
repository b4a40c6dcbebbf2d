import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { describe, expect, test } from 'vitest';
import type { BondTarget, InterfaceTarget, Target } from './target.ts';
import { verify } from './verify.ts';

const name = (text: string) => text as IfName;
const [sync0, eth1, eth2] = [name('sync0'), name('eth1'), name('eth2')];

const link = (more: Partial<InterfaceState>): InterfaceState => ({
  name: eth1,
  kind: 'physical',
  mac: 'aa:00:00:00:00:01',
  permanentMac: null,
  mtu: 1500,
  up: true,
  carrier: true,
  speedMbps: 1000,
  duplex: 'full',
  master: sync0,
  parent: null,
  addresses: [],
  owner: 'none',
  ...more,
});

function hostWith(options: OptionValues, links: readonly Partial<InterfaceState>[] = []): HostState {
  const base = [
    link({
      name: sync0,
      kind: 'bond',
      master: null,
      addresses: [
        { cidr: '10.9.0.1/24', origin: 'static' },
        { cidr: 'fe80::1/64', origin: 'kernel' },
      ],
    }),
    link({ name: eth1 }),
    link({ name: eth2 }),
  ];
  const change = (one: InterfaceState) => ({ ...one, ...links.find((more) => more.name === one.name) });
  return {
    interfaces: base.map(change),
    bonds: [{ name: sync0, mode: 'balance-rr', options, ports: [eth1, eth2] }],
    routes: [],
    controlPath: [],
  };
}

const alone = (more: Partial<InterfaceTarget>): InterfaceTarget => ({
  name: sync0,
  up: true,
  mtu: 1500,
  mac: null,
  bond: null,
  addresses: ['10.9.0.1/24'],
  routes: [],
  ...more,
});
const port = (one: IfName): InterfaceTarget => alone({ name: one, mtu: null, bond: sync0, addresses: [] });

const target = (
  options: OptionValues,
  bond: Partial<BondTarget> = {},
  own: Partial<InterfaceTarget> = {},
): Target => ({
  bonds: [{ name: sync0, mode: 'balance-rr', options, ports: [eth2, eth1], ...bond }],
  absent: [],
  interfaces: [alone(own), port(eth1), port(eth2)],
  sysctls: {},
  offloads: [],
});

const told = (wanted: Target, found: HostState) =>
  verify(wanted, found).map((one) => `${one.path}: ${one.wanted} / ${one.found}`);

describe('wanted against what the kernel holds', () => {
  test.each([
    ['as wanted', { miimon: '100' }, { miimon: '100', updelay: '0' }, []],
    [
      'a delay rounded down to a multiple of miimon',
      { miimon: '100', updelay: '250' },
      { miimon: '100', updelay: '200' },
      [],
    ],
    ['a delay by the miimon that the kernel has', { updelay: '250' }, { miimon: '60', updelay: '240' }, []],
    ['a delay without miimon', { updelay: '0' }, { miimon: '0', updelay: '0' }, []],
    [
      'a delay rounded otherwise',
      { miimon: '100', updelay: '250' },
      { miimon: '100', updelay: '250' },
      ['sync0.options.updelay: 200 / 250'],
    ],
    [
      'an option silently kept',
      { xmit_hash_policy: 'layer3+4' },
      { xmit_hash_policy: 'layer2' },
      ['sync0.options.xmit_hash_policy: layer3+4 / layer2'],
    ],
    [
      'an option the kernel does not have',
      { lp_interval: '2' },
      {},
      ['sync0.options.lp_interval: 2 / not there'],
    ],
    [
      'addresses of another order',
      { arp_ip_target: '10.9.0.3,10.9.0.2' },
      { arp_ip_target: '10.9.0.2,10.9.0.3' },
      [],
    ],
    ['a number for a word', { primary_reselect: '1' }, { primary_reselect: 'better' }, []],
  ] as const)('%s', (_title, wanted: OptionValues, found: OptionValues, differences) => {
    expect(told(target(wanted), hostWith(found))).toEqual(differences);
  });

  test('mode, ports, MTU of bond and each port, addresses, up', () => {
    const found = hostWith({}, [
      { name: sync0, mtu: 9000, up: false },
      { name: eth2, mtu: 1500, up: false },
      { name: eth1, mtu: 9000, addresses: [{ cidr: '192.168.1.1/24', origin: 'static' }] },
    ]);
    const wanted = target({}, { mode: '802.3ad', ports: [eth1] }, { mtu: 9000, addresses: ['10.9.0.2/24'] });
    expect(told(wanted, found)).toEqual([
      'sync0.mode: 802.3ad / balance-rr',
      'sync0.ports: eth1 / eth1, eth2',
      'sync0.up: up / down',
      'sync0.addresses: 10.9.0.2/24 / 10.9.0.1/24',
      'eth1.addresses: none / 192.168.1.1/24',
      'eth2.up: up / down',
      'eth2.mtu: 9000 / 1500',
    ]);
  });

  test('what shall not be there', () => {
    const wanted: Target = { bonds: [], absent: [sync0], interfaces: [], sysctls: {}, offloads: [] };
    expect(told(wanted, hostWith({}))).toEqual(['sync0: not there / a bond']);
  });

  test('what is not there', () => {
    const none: HostState = { interfaces: [], bonds: [], routes: [], controlPath: [] };
    expect(told(target({}), none)).toEqual(
      ['sync0', 'sync0', 'eth1', 'eth2'].map(
        (one, at) => `${one}: ${at === 0 ? 'a bond' : 'an interface'} / not there`,
      ),
    );
  });
});
