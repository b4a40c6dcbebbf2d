import type { BondConfig, HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { compare, notCompared } from './compare.ts';

const name = (text: string) => text as IfName;

const nic: InterfaceState = {
  name: name('eth1'),
  kind: 'physical',
  mac: 'aa:00:00:00:00:01',
  permanentMac: null,
  mtu: 1500,
  up: true,
  carrier: true,
  speedMbps: 1000,
  duplex: 'full',
  master: null,
  parent: null,
  addresses: [{ cidr: '10.9.0.1/24', origin: 'static' }],
  owner: 'none',
};
const bond: BondConfig = {
  name: name('sync0'),
  mode: 'active-backup',
  options: { miimon: '100', lacp_rate: 'slow' },
  ports: [name('eth2'), name('eth3')],
};
const state: HostState = {
  interfaces: [nic, { ...nic, name: name('sync0'), kind: 'bond' }],
  bonds: [bond],
  routes: [{ device: name('eth1'), family: 'inet', text: 'default via 10.9.0.254', madeByKernel: false }],
  controlPath: [],
};
const before = { scope: [name('eth1'), name('sync0'), name('gone0')], state };

/** Another value for each field of an interface. */
const changes: { readonly [K in Exclude<keyof InterfaceState, 'name'>]-?: InterfaceState[K] } = {
  kind: 'veth',
  mac: 'aa:00:00:00:00:99',
  permanentMac: 'aa:00:00:00:00:99',
  mtu: 9000,
  up: false,
  carrier: false,
  speedMbps: 10,
  duplex: 'half',
  master: name('sync0'),
  parent: name('eth9'),
  addresses: [],
  owner: 'NetworkManager',
  vlanId: 7,
  driver: 'e1000e',
  path: 'pci-0000:03:00.0',
};

const paths = (now: HostState) => compare(before, now).map((difference) => difference.path);
const withNic = (more: Partial<InterfaceState>): HostState => ({
  ...state,
  interfaces: [{ ...nic, ...more }, ...state.interfaces.slice(1)],
});
const withBond = (more: Partial<BondConfig>): HostState => ({ ...state, bonds: [{ ...bond, ...more }] });

describe('a host after a restore against its before-image', () => {
  test('is the same as itself', () => {
    expect(compare(before, state)).toEqual([]);
  });

  test.each(Object.entries(changes))('a change of %s is seen, or left out with a reason', (field, value) => {
    const found = paths(withNic({ [field]: value }));
    if (Object.hasOwn(notCompared, field)) expect(found).toEqual([]);
    else expect(found).toContain(`eth1.${field}`);
  });

  test.each([
    ['an option', withBond({ options: { miimon: '50', lacp_rate: 'slow' } }), ['sync0.options.miimon']],
    ['an option gone', withBond({ options: { lacp_rate: 'slow' } }), ['sync0.options.miimon']],
    [
      'an option that the mode does not have',
      withBond({ options: { miimon: '100', lacp_rate: 'fast' } }),
      [],
    ],
    ['the mode', withBond({ mode: 'broadcast' }), ['sync0.mode']],
    ['a port', withBond({ ports: [name('eth2')] }), ['sync0.ports']],
    ['the order of ports', withBond({ ports: [name('eth3'), name('eth2')] }), []],
    ['a route', { ...state, routes: [] }, ['eth1.routes']],
    [
      'an address of the kernel',
      withNic({ addresses: [...nic.addresses, { cidr: 'fe80::1/64', origin: 'kernel' }] }),
      [],
    ],
    [
      'an interface that did not exist',
      { ...state, interfaces: [...state.interfaces, { ...nic, name: name('gone0') }] },
      ['gone0.exists'],
    ],
    [
      'an interface outside the scope',
      { ...state, interfaces: [...state.interfaces, { ...nic, name: name('eth7') }] },
      [],
    ],
  ] as const)('%s', (_title, now, expected) => {
    expect(paths(now)).toEqual(expected);
  });
});
