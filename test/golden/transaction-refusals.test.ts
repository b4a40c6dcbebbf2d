import type { BondDesire, BondSpec } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { describe, expect, test } from 'vitest';
import { planHost } from '../../packages/agent/src/transaction/plan.ts';
import type { ChangePolicy } from '../../packages/agent/src/transaction/policy.ts';
import { createFakeHost, type FakeHost, type FakeNic } from '../fakes/fake-host.ts';

const name = (text: string) => text as IfName;
const anything: ChangePolicy = { interfaces: null };

const present = (more: Partial<BondSpec>, allowControlPath = false): BondDesire => ({
  state: 'present',
  allowControlPath,
  spec: {
    name: name('sync0'),
    mode: 'active-backup',
    ports: [name('eth1'), name('eth2')],
    options: { miimon: '100' },
    mtu: null,
    addresses: null,
    ...more,
  },
});
const absent = (bond = 'sync0'): BondDesire => ({
  state: 'absent',
  name: name(bond),
  allowControlPath: false,
});

/** eth1 and eth2 free, eth3 a port of store0; more NICs as a case needs them. */
function hostWith(...more: readonly FakeNic[]): FakeHost {
  const own = new Set(more.map((one) => one.name));
  const base = ['eth1', 'eth2', 'eth3'].filter((one) => !own.has(one)).map((one): FakeNic => ({ name: one }));
  const host = createFakeHost([...base, ...more]);
  host.take({ do: 'createBond', bond: name('store0'), mode: 'active-backup', options: { miimon: '100' } });
  host.take({ do: 'linkDown', device: name('eth3') });
  host.take({ do: 'addPort', bond: name('store0'), port: name('eth3') });
  host.take({ do: 'linkUp', device: name('store0') });
  return host;
}

const options = (mode: BondSpec['mode'], values: Readonly<Record<string, string>>) =>
  present({ mode, options: values as OptionValues });

interface Case {
  readonly title: string;
  readonly desired: readonly BondDesire[];
  readonly host?: FakeHost;
  readonly policy?: ChangePolicy;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'an interface that does not exist',
    desired: [present({ ports: [name('eth1'), name('eth9')] })],
    says: ['sync0: there is no interface eth9.'],
  },
  {
    title: 'a port of another bond',
    desired: [present({ ports: [name('eth1'), name('eth3')] })],
    says: ['sync0: eth3 is a port of store0; take it out there first.'],
  },
  {
    title: 'a port that another bond of the same change lets go of',
    desired: [present({ ports: [name('eth1'), name('eth3')] }), absent('store0')],
    says: [],
  },
  {
    title: 'a bond, a bridge',
    desired: [present({ ports: [name('store0'), name('br0')] })],
    host: hostWith({ name: 'br0', kind: 'bridge' }),
    says: [
      'sync0: store0 is a bond, which cannot be a port.',
      'sync0: br0 is a bridge, which cannot be a port.',
    ],
  },
  {
    title: 'a NIC that carries a VLAN',
    desired: [present({})],
    host: hostWith({ name: 'eth1.5', kind: 'vlan', parent: 'eth1' }),
    says: ['sync0: eth1 carries eth1.5; remove that first.'],
  },
  {
    title: 'a name that is not a bond’s',
    desired: [present({ name: name('br0') })],
    host: hostWith({ name: 'br0', kind: 'bridge' }),
    says: ['br0 exists and is a bridge, not a bond.'],
  },
  {
    title: 'interfaces of programs that manage networking, which do not fight',
    desired: [present({})],
    host: hostWith({ name: 'eth1', owner: 'NetworkManager' }, { name: 'eth2', owner: 'systemd-networkd' }),
    says: [],
  },
  {
    title: 'an interface that agent.yaml does not allow',
    desired: [present({})],
    policy: { interfaces: ['sync*', 'eth1'] },
    says: ['eth2 is not among the interfaces that agent.yaml allows.'],
  },
  {
    title: 'LACP over half duplex and unknown speed',
    desired: [present({ mode: '802.3ad' })],
    host: hostWith(
      { name: 'eth1', duplex: 'half', speedMbps: 100 },
      { name: 'eth2', speedMbps: null, duplex: null },
    ),
    says: [
      'sync0: eth1 runs at half duplex, which 802.3ad cannot aggregate.',
      'sync0: eth2 does not tell its speed and duplex, which 802.3ad needs.',
    ],
  },
  {
    title: 'LACP over a NIC that is down',
    desired: [present({ mode: '802.3ad' })],
    host: hostWith({ name: 'eth1', up: false, speedMbps: null, duplex: null }),
    says: ['sync0: eth1 is down, so its speed is unknown, and 802.3ad needs it; set it up and plan again.'],
  },
  {
    title: 'unknown speed where nobody asks for it',
    desired: [present({})],
    host: hostWith({ name: 'eth2', speedMbps: null, duplex: null }),
    says: [],
  },
  {
    title: 'an option the mode refuses',
    desired: [options('balance-rr', { miimon: '100', lacp_rate: 'fast', primary: 'eth1' })],
    says: [
      'sync0: lacp_rate is refused by the kernel in mode balance-rr; leave it out.',
      'sync0: primary is refused by the kernel in mode balance-rr; leave it out.',
    ],
  },
  {
    title: 'an option nobody knows',
    desired: [options('balance-rr', { mimon: '100' })],
    says: ['sync0: mimon is no bonding option.'],
  },
  {
    title: 'values out of range',
    desired: [
      options('active-backup', {
        miimon: '-1',
        num_grat_arp: '300',
        xmit_hash_policy: 'layer4',
        primary: 'eth7',
        arp_ip_target: '10.9.0',
      }),
    ],
    says: [
      'sync0: miimon cannot be "-1": it takes a whole number from 0 to 2147483647.',
      'sync0: num_grat_arp cannot be "300": it takes a whole number from 0 to 255.',
      'sync0: xmit_hash_policy cannot be "layer4": it takes one of layer2, layer3+4, layer2+3, encap2+3, encap3+4, vlan+srcmac.',
      'sync0: primary cannot be "eth7": "eth7" is none of its ports.',
      'sync0: arp_ip_target cannot be "10.9.0": "10.9.0" is no IPv4 address.',
    ],
  },
  {
    title: 'two ways of monitoring, and one without a target',
    desired: [options('active-backup', { miimon: '100', arp_interval: '200' })],
    says: [
      'sync0: miimon and arp_interval exclude each other; keep one.',
      'sync0: arp_interval needs arp_ip_target, or every port counts as dead.',
    ],
  },
  {
    title: 'a delay without miimon',
    desired: [options('active-backup', { updelay: '200' })],
    says: ['sync0: updelay needs miimon above 0, of which it is a multiple.'],
  },
  {
    title: 'an MTU that is none, and one too small for IPv6',
    desired: [
      present({ mtu: 40 }),
      { ...present({ name: name('bond9'), ports: [name('eth4')], mtu: 1000, addresses: ['fd00::1/64'] }) },
    ],
    host: hostWith({ name: 'eth4' }),
    says: [
      'sync0: the MTU 40 is outside 68 to 65535.',
      'bond9: the MTU 1000 is below 1280, with which fd00::1/64 cannot be.',
    ],
  },
  {
    title: 'addresses that are none, twice, or elsewhere',
    desired: [present({ addresses: ['10.9.0.1', '10.9.0.2/24', '10.9.0.2/24', '10.7.0.1/24'] })],
    host: (() => {
      const host = hostWith({ name: 'mgmt0' });
      host.take({ do: 'addAddress', device: name('mgmt0'), cidr: '10.7.0.1/24' });
      return host;
    })(),
    says: [
      'sync0: "10.9.0.1" is no address with a prefix length.',
      'sync0: 10.9.0.2/24 is named twice.',
      'sync0: 10.7.0.1/24 is already on mgmt0.',
    ],
  },
  {
    title: 'the same bond and the same port twice',
    desired: [present({}), present({ ports: [name('eth1')] })],
    says: ['sync0 is described twice.', 'eth1 is a port of two bonds.'],
  },
  {
    title: 'deleting a bond with a VLAN on it',
    desired: [absent('store0')],
    host: hostWith({ name: 'store0.7', kind: 'vlan', parent: 'store0', up: false }),
    says: ['store0 carries store0.7; remove that first.'],
  },
  { title: 'deleting what is not there', desired: [absent('sync0')], says: [] },
];

describe('a host refuses by name, all at once', () => {
  test.each(cases)('$title', ({ desired, host = hostWith(), policy = anything, says }) => {
    const plan = planHost(host.state(), desired, policy);
    expect(plan.refusals.map((refusal) => refusal.message)).toEqual(says);
    if (says.length > 0) expect(plan.steps).toEqual([]);
  });

  test('the interface that carries the controller connection, unless the spec says so', () => {
    const host = hostWith();
    host.controlPath = [name('eth1')];
    const says =
      'eth1 carries the connection to the controller; say allowControlPath: true if it shall be changed all the same.';
    expect(planHost(host.state(), [present({})], anything).refusals.map((one) => one.message)).toEqual([
      says,
    ]);
    expect(planHost(host.state(), [present({}, true)], anything).refusals).toEqual([]);
  });

  test('a plan for ports that NetworkManager manages has it let go of them first, and only of those', () => {
    const host = hostWith({ name: 'eth1', owner: 'NetworkManager' }, { name: 'eth2', owner: 'ifupdown' });
    host.own('eth3', 'NetworkManager');
    const { steps } = planHost(host.state(), [present({})], anything);
    expect(steps.filter(({ step }) => step.do === 'setManaged').map(({ sentence }) => sentence)).toEqual([
      'Ask NetworkManager to let go of eth1.',
    ]);
    expect(steps[0]?.step.do).toBe('setManaged');
  });

  test('what changes no port is done while NetworkManager looks on', () => {
    const host = hostWith({ name: 'eth1' }, { name: 'eth2' });
    for (const { step } of planHost(host.state(), [present({})], anything).steps) host.take(step);
    for (const one of ['sync0', 'eth1', 'eth2']) host.own(one, 'NetworkManager');
    const { steps } = planHost(host.state(), [present({ options: { miimon: '250' } })], anything);
    expect(steps.map(({ step }) => step.do)).toEqual(['setOption']);
  });

  test('the basis of a plan changes with the host, not with cables', () => {
    const [host, other] = [hostWith(), hostWith()];
    const basis = (one: FakeHost) => planHost(one.state(), [present({})], anything).basis;
    other.plug('eth1', false);
    expect(basis(other)).toBe(basis(host));
    other.take({ do: 'addAddress', device: name('eth1'), cidr: '10.0.0.1/8' });
    expect(basis(other)).not.toBe(basis(host));
  });
});
