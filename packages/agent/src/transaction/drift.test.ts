import type { NamedDesire } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import { describe, expect, test } from 'vitest';
import { type FakeHost, seen } from '../../../../test/fakes/fake-host.ts';
import { bondedHost, present, sync0 } from '../../../../test/faults/transaction-scenes.ts';
import { driftOf } from './drift.ts';
import { planHost } from './plan.ts';

const name = (text: string) => text as IfName;
const confirmed = present({
  mtu: 9000,
  options: { miimon: '100' },
  addresses: ['10.9.0.1/24', 'fd00::1/64'],
  tuning: { tcp_reordering: '3', tso: 'on' },
});

/** The drift of a host after somebody took these steps by hand, as `path: found, not wanted`. */
function drift(steps: readonly PlanStep[], wish: readonly NamedDesire[] = confirmed): readonly string[] {
  const host = changed(steps);
  return driftOf(wish, host.state()).flatMap(({ bond, differences }) =>
    differences.map(({ path, found, wanted }) => `${bond}: ${path}: ${found}, not ${wanted}`),
  );
}

function changed(steps: readonly PlanStep[]): FakeHost {
  const host = bondedHost();
  for (const step of steps) host.take(step);
  return host;
}

const gone: readonly PlanStep[] = [
  { do: 'linkDown', device: sync0 },
  { do: 'deleteBond', bond: sync0, mode: 'active-backup', options: {} },
];

describe('a bond drifts by', () => {
  test.each<[string, readonly PlanStep[], readonly string[]]>([
    ['nothing', [], []],
    [
      'an option',
      [{ do: 'setOption', bond: sync0, option: 'miimon', from: '100', to: '0' }],
      ['sync0: sync0.options.miimon: 0, not 100'],
    ],
    [
      'a port that is gone, said once',
      [{ do: 'removePort', bond: sync0, port: name('eth2') }],
      ['sync0: sync0.ports: eth1, not eth1, eth2'],
    ],
    [
      'a port that came',
      [
        { do: 'linkDown', device: name('eth3') },
        { do: 'addPort', bond: sync0, port: name('eth3') },
      ],
      ['sync0: sync0.ports: eth1, eth2, eth3, not eth1, eth2'],
    ],
    [
      'a setting of the host, but not an offload, which is not read',
      [
        { do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '9' },
        { do: 'setOffload', device: sync0, offload: 'tso', from: 'on', to: 'off' },
      ],
      ['sync0: tuning.tcp_reordering: 9, not 3'],
    ],
    [
      'the MTU of one port',
      [{ do: 'setMtu', device: name('eth2'), from: 9000, to: 1500 }],
      ['sync0: eth2.mtu: 1500, not 9000'],
    ],
    [
      'an address that is gone',
      [{ do: 'removeAddress', device: sync0, cidr: '10.9.0.1/24' }],
      ['sync0: sync0.addresses: fd00::1/64, not 10.9.0.1/24, fd00::1/64'],
    ],
    [
      'being set down, which costs its IPv6 address',
      [{ do: 'linkDown', device: sync0 }],
      ['sync0: sync0.up: down, not up', 'sync0: sync0.addresses: 10.9.0.1/24, not 10.9.0.1/24, fd00::1/64'],
    ],
    ['being gone, said once', gone, ['sync0: sync0: not there, not a bond']],
  ])('%s', (_what, steps, expected) => {
    expect(drift(steps)).toEqual(expected);
  });

  test('the mode', () => {
    const wish = present({ mode: 'balance-rr', options: {} });
    expect(drift([], wish)).toEqual(['sync0: sync0.mode: active-backup, not balance-rr']);
  });

  test('being there although it shall not be', () => {
    const absent: readonly NamedDesire[] = [{ state: 'absent', name: sync0, allowControlPath: false }];
    expect(drift([], absent)).toEqual(['sync0: sync0: a bond, not not there']);
    expect(drift(gone, absent)).toEqual([]);
  });
});

test('what was not named and what is no configuration is no drift', () => {
  const silent = present({ options: {} });
  expect(
    drift(
      [
        { do: 'setOption', bond: sync0, option: 'miimon', from: '100', to: '50' },
        { do: 'setMtu', device: sync0, from: 9000, to: 1500 },
        { do: 'addAddress', device: sync0, cidr: '10.8.0.1/24' },
      ],
      silent,
    ),
  ).toEqual([]);
  const host = bondedHost();
  host.plug('eth1', false);
  expect(driftOf(confirmed, host.state())).toEqual([]);
});

test('there is drift exactly where the planner knows a way back', () => {
  const policy = { interfaces: null };
  for (const steps of [[], gone, [{ do: 'removePort', bond: sync0, port: name('eth1') } as const]]) {
    const state = seen(changed(steps));
    const way = planHost(state, confirmed, policy).steps;
    expect(way.length > 0).toBe(driftOf(confirmed, state).length > 0);
  }
});
