import type { BondDesire, NamedDesire } from '@bondctl/proto/model/bond';
import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { PortChoice } from '@bondctl/proto/model/port-choice';
import type { NonEmpty } from '@bondctl/proto/model/result';
import { describe, expect, test } from 'vitest';
import { createFakeHost, type FakeHost, type FakeNic, seen } from '../../../../test/fakes/fake-host.ts';
import { driftOf } from './drift.ts';
import { planHost } from './plan.ts';
import { choosePorts } from './ports-chosen.ts';

const name = (text: string) => text as IfName;
const anything = { interfaces: null };

/** NIC n has the MAC address aa:00:00:00:00:0n. */
const nics: readonly FakeNic[] = [
  { name: 'eth0', driver: 'igb', path: 'pci-0000:00:19.0' },
  { name: 'eth1', driver: 'e1000e', path: 'pci-0000:03:00.0' },
  { name: 'eth2', driver: 'e1000e', path: 'pci-0000:03:00.1' },
  { name: 'eth3', driver: 'r8169' },
  { name: 'br0', kind: 'bridge' },
  { name: 'eth0.5', kind: 'vlan', parent: 'eth0', driver: 'e1000e' },
];

const want = (bond: string, ...ports: NonEmpty<PortChoice | string>): BondDesire => ({
  state: 'present',
  allowControlPath: false,
  spec: {
    name: name(bond),
    mode: 'active-backup',
    ports: ports as unknown as NonEmpty<PortChoice>,
    options: { miimon: '100' },
    mtu: null,
    addresses: null,
  },
});

const portsOf = (desire: NamedDesire | undefined) =>
  desire?.state === 'present' ? desire.spec.ports : undefined;

function chosen(state: HostState, ...desired: readonly BondDesire[]) {
  const { desired: named, refusals } = choosePorts(desired, state);
  return refusals.length > 0 ? refusals.map((one) => one.message) : named.map(portsOf);
}

/** Takes the steps of a plan, and gives what is confirmed then. */
function apply(host: FakeHost, ...desired: readonly BondDesire[]): readonly NamedDesire[] {
  const state = seen(host);
  const plan = planHost(state, desired, anything);
  expect(plan.refusals).toEqual([]);
  for (const { step } of plan.steps) host.take(step);
  return choosePorts(desired, state).desired;
}

const second = { mac: 'aa:00:00:00:00:02' };
const third = { mac: 'aa:00:00:00:00:03' };
const both = { driver: 'e1000e', count: 2 };

describe('the ports of a bond are', () => {
  test.each<[string, NonEmpty<PortChoice | string>, readonly string[]]>([
    ['those it names, whether they are there or not', ['eth2', 'eth9'], ['eth2', 'eth9']],
    ['the NIC with a permanent MAC address', [third], ['eth2']],
    ['the NIC at a path', [{ path: 'pci-0000:00:19.0' }], ['eth0']],
    ['the NIC at a path that only begins so', [{ path: 'pci-0000:00:*' }], ['eth0']],
    ['all NICs of a driver, and no VLAN on one', [both], ['eth1', 'eth2']],
    [
      'the NICs of a driver that nobody chose more exactly',
      ['eth2', { driver: 'e1000e', count: 1 }],
      ['eth2', 'eth1'],
    ],
    [
      'each chosen in its own way, in the order of the choices',
      [third, 'eth3', { path: '*:19.0' }],
      ['eth2', 'eth3', 'eth0'],
    ],
  ])('%s', (_title, ports, expected) => {
    expect(chosen(createFakeHost(nics).state(), want('sync0', ...ports))).toEqual([expected]);
  });

  test('beside what people wrote, where that is more than names', () => {
    const state = createFakeHost(nics).state();
    const specOf = (desire: BondDesire) => {
      const [found] = choosePorts([desire], state).desired;
      return found?.state === 'present' ? found.spec : undefined;
    };
    expect(specOf(want('sync0', 'eth3', second))).toMatchObject({ chosen: ['eth3', second] });
    expect(specOf(want('sync0', 'eth3'))).not.toHaveProperty('chosen');
  });

  test('not a driver\u2019s NICs that other bonds of the change name', () => {
    const state = createFakeHost(nics).state();
    const wish = [want('sync0', { driver: 'e1000e', count: 1 }), want('sync1', 'eth1')];
    expect(chosen(state, ...wish)).toEqual([['eth2'], ['eth1']]);
  });
});

describe('what cannot be chosen is refused with what was found', () => {
  test.each<[string, NonEmpty<PortChoice | string>, readonly string[]]>([
    [
      'no such address',
      [{ mac: 'aa:00:00:00:00:99' }],
      [
        'sync0: no NIC has the permanent MAC address aa:00:00:00:00:99; found: eth0 aa:00:00:00:00:01 (igb, pci-0000:00:19.0), eth1 aa:00:00:00:00:02 (e1000e, pci-0000:03:00.0), eth2 aa:00:00:00:00:03 (e1000e, pci-0000:03:00.1), eth3 aa:00:00:00:00:04 (r8169).',
      ],
    ],
    [
      'no such path',
      [{ path: 'pci-0000:3:00.0' }],
      [expect.stringContaining('sync0: no NIC has the path pci-0000:3:00.0; found: eth0 ') as string],
    ],
    [
      'two at a path',
      [{ path: 'pci-0000:03:00.*' }],
      [
        'sync0: 2 NICs have the path pci-0000:03:00.*, and it must be one: eth1 aa:00:00:00:00:02 (e1000e, pci-0000:03:00.0), eth2 aa:00:00:00:00:03 (e1000e, pci-0000:03:00.1).',
      ],
    ],
    [
      'more of a driver',
      [{ driver: 'e1000e', count: 1 }],
      [
        'sync0: driver e1000e: 2 found (eth1 aa:00:00:00:00:02 (e1000e, pci-0000:03:00.0), eth2 aa:00:00:00:00:03 (e1000e, pci-0000:03:00.1)), 1 wanted.',
      ],
    ],
    [
      'fewer of a driver',
      [{ driver: 'r8169', count: 2 }],
      ['sync0: driver r8169: 1 found (eth3 aa:00:00:00:00:04 (r8169)), 2 wanted.'],
    ],
    [
      'none of a driver',
      [{ driver: 'ixgbe', count: 2 }],
      [expect.stringContaining('sync0: driver ixgbe: 0 found, 2 wanted; found: eth0 ') as string],
    ],
    [
      'the same twice',
      ['eth1', second, { path: '*03:00.0' }],
      ['sync0: eth1 is chosen twice: as eth1 and as mac aa:00:00:00:00:02 and as path *03:00.0.'],
    ],
    [
      'everything at once',
      [{ mac: 'aa:00:00:00:00:99' }, { driver: 'r8169', count: 2 }],
      [
        expect.stringContaining('no NIC has the permanent MAC address') as string,
        expect.stringContaining('driver r8169') as string,
      ],
    ],
  ])('%s', (_title, ports, expected) => {
    const host = createFakeHost(nics);
    const wish = want('sync0', ...ports);
    expect(chosen(host.state(), wish)).toEqual(expected);
    expect(planHost(host.state(), [wish], anything)).toMatchObject({
      steps: [],
      refusals: expected.map((message) => ({ subject: 'sync0', message })),
    });
  });

  test('two NICs that say they have one address', () => {
    const state = createFakeHost(nics).state();
    const interfaces = state.interfaces.map((one) => ({ ...one, mac: second.mac }));
    expect(chosen({ ...state, interfaces }, want('sync0', second))).toEqual([
      expect.stringContaining('4 NICs have the permanent MAC address aa:00:00:00:00:02, and it must be one'),
    ]);
  });

  test('a host without NICs has none', () => {
    const state = { ...createFakeHost([]).state(), interfaces: [] };
    expect(chosen(state, want('sync0', second))).toEqual([expect.stringMatching(/; found: none\.$/)]);
  });

  test('a NIC that two bonds choose in their own ways', () => {
    const wish = [want('sync0', second), want('sync1', { path: '*03:00.0' })];
    expect(planHost(createFakeHost(nics).state(), wish, anything).refusals).toContainEqual({
      subject: 'eth1',
      message: 'eth1 is a port of two bonds.',
    });
  });

  test('a driver counts no port of another bond, and not the way to the controller unless that is allowed', () => {
    const host = createFakeHost(nics);
    apply(host, want('store0', 'eth1'));
    host.controlPath = [name('eth2')];
    expect(chosen(host.state(), want('sync0', both))).toEqual([
      'sync0: driver e1000e: 0 found, 2 wanted; not counted: eth1 (a port of store0), eth2 (carries the connection to the controller).',
    ]);
    const allowed = { ...want('sync0', { driver: 'e1000e', count: 1 }), allowControlPath: true };
    expect(chosen(host.state(), allowed)).toEqual([['eth2']]);
  });
});

describe('a bond whose ports were chosen by what they are', () => {
  const wish = want('sync0', second, { path: 'pci-*:03:00.1' });

  test('has nothing to do and does not drift when its NICs are called otherwise', () => {
    const host = createFakeHost(nics);
    const confirmed = apply(host, wish);
    expect(driftOf(confirmed, host.state())).toEqual([]);
    host.rename('eth1', 'lan0');
    host.rename('eth2', 'eth1');
    expect(planHost(seen(host), [wish], anything)).toMatchObject({ steps: [], refusals: [] });
    expect(driftOf(confirmed, host.state())).toEqual([]);
  });

  test('drifts as ever, under the names of now', () => {
    const host = createFakeHost(nics);
    const confirmed = apply(host, wish);
    host.rename('eth1', 'lan0');
    host.take({ do: 'removePort', bond: name('sync0'), port: name('lan0') });
    expect(driftOf(confirmed, host.state())).toEqual([
      {
        bond: 'sync0',
        differences: [{ path: 'sync0.ports', wanted: 'eth2, lan0', found: 'eth2' }],
      },
    ]);
  });

  test('drifts when one of them is not found, whatever else it departs in', () => {
    const host = createFakeHost(nics);
    const confirmed = apply(host, wish);
    host.take({ do: 'setOption', bond: name('sync0'), option: 'miimon', from: '100', to: '50' });
    const state = host.state();
    const interfaces = state.interfaces.filter((one) => one.name !== 'eth2');
    const bonds = state.bonds.map((one) => ({ ...one, ports: [name('eth1')] }));
    expect(driftOf(confirmed, { ...state, interfaces, bonds })).toEqual([
      {
        bond: 'sync0',
        differences: [
          { path: 'sync0.ports', wanted: 'mac aa:00:00:00:00:02, path pci-*:03:00.1', found: 'eth1' },
          { path: 'sync0.options.miimon', wanted: '100', found: '50' },
        ],
      },
    ]);
    expect(driftOf(confirmed, { ...state, interfaces, bonds: [] })).toEqual([
      { bond: 'sync0', differences: [{ path: 'sync0', wanted: 'a bond', found: 'not there' }] },
    ]);
  });

  test('keeps those of a driver when one more comes, or while nobody knows the way to the controller', () => {
    const host = createFakeHost([
      ...nics,
      { name: 'eth7', driver: 'e1000e' },
      { name: 'eth8', driver: 'e1000e' },
    ]);
    host.controlPath = [name('eth7')];
    const confirmed = apply(host, want('sync0', both, 'eth8'));
    host.controlPath = [];
    expect(driftOf(confirmed, host.state())).toEqual([]);
    expect(planHost(seen(host), [want('sync0', both, 'eth8')], anything)).toMatchObject({
      steps: [],
      refusals: [],
    });
  });

  test('has the primary that is named, if that is one of them', () => {
    const withPrimary = (primary: string): BondDesire => {
      const desire = want('sync0', second, third);
      if (desire.state === 'absent') throw new Error('it shall be there');
      return { ...desire, spec: { ...desire.spec, options: { miimon: '100', primary } } };
    };
    const state = createFakeHost(nics).state();
    expect(planHost(state, [withPrimary('eth2')], anything).refusals).toEqual([]);
    expect(planHost(state, [withPrimary('eth3')], anything).refusals).toEqual([
      { subject: 'sync0', message: 'sync0: primary cannot be "eth3": "eth3" is none of its ports.' },
    ]);
  });
});
