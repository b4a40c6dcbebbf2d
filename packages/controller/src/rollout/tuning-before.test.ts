import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { expect, test } from 'vitest';
import { tuningBefore } from './tuning-before.ts';

const name = (text: string) => text as IfName;
const planned = (step: PlanStep): PlannedStep => ({ step, disruption: 'none', sentence: '', loses: [] });
const gro = (device: string, from: string) =>
  planned({ do: 'setOffload', device: name(device), offload: 'gro', from, to: 'off' });

test('an offload of ports that the host found is told by the ports that the bond has and gets', () => {
  const sync0 = name('sync0');
  const desire: BondDesire = {
    state: 'present',
    allowControlPath: false,
    spec: {
      name: sync0,
      mode: 'balance-rr',
      ports: [{ driver: 'igb', count: 2 }],
      options: {},
      mtu: null,
      addresses: null,
      tuning: { gro: 'off' },
    },
  };
  const moved = [
    planned({ do: 'removePort', bond: sync0, port: name('eth1') }),
    planned({ do: 'addPort', bond: sync0, port: name('eth3') }),
  ];
  const had = [name('eth1'), name('eth2')];
  const before = (...steps: readonly PlannedStep[]) => tuningBefore(desire, had, [...moved, ...steps]);
  expect(before(gro('eth2', 'on'), gro('eth3', 'on'))).toEqual({ tuning: { gro: 'on' } });
  expect(before(gro('eth3', 'on'))).toEqual({});
});
