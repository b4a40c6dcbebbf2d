import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { expect, test } from 'vitest';
import { changesOf } from './plan-diff.ts';

const bond = 'sync0' as BondName;
const device = 'sync0' as IfName;
const eth2 = 'eth2' as IfName;
const lines = (...steps: readonly PlanStep[]) =>
  changesOf(steps.map((step): PlannedStep => ({ step, disruption: 'none', sentence: '', loses: [] }))).map(
    ({ subject, what, before, after }) => `${subject} ${what}: ${before} -> ${after}`,
  );

test('a bond that is made shows its mode, its options and what it holds', () => {
  expect(
    lines(
      { do: 'createBond', bond, mode: 'balance-rr', options: { miimon: '100' } },
      { do: 'addPort', bond, port: eth2 },
      { do: 'linkUp', device },
      { do: 'addAddress', device, cidr: '10.9.0.1/24' },
    ),
  ).toEqual([
    'sync0 mode: null -> balance-rr',
    'sync0 miimon: null -> 100',
    'sync0 port: null -> eth2',
    'sync0 address: null -> 10.9.0.1/24',
  ]);
});

test('what is taken away only to be put back is no change', () => {
  expect(
    lines(
      { do: 'linkDown', device },
      { do: 'removePort', bond, port: eth2 },
      { do: 'setMode', bond, from: '802.3ad', to: 'balance-rr' },
      { do: 'addPort', bond, port: eth2 },
      { do: 'linkUp', device },
    ),
  ).toEqual(['sync0 mode: 802.3ad -> balance-rr']);
});

test('a bond that is made anew shows only what it will have otherwise', () => {
  expect(
    lines(
      { do: 'deleteBond', bond, mode: '802.3ad', options: { miimon: '100', lacp_rate: 'fast' } },
      { do: 'createBond', bond, mode: 'balance-rr', options: { miimon: '100' } },
    ),
  ).toEqual(['sync0 mode: 802.3ad -> balance-rr', 'sync0 lacp_rate: fast -> null']);
});

test('of two changes of one thing the first before and the last after count', () => {
  expect(
    lines(
      { do: 'setMtu', device, from: 9000, to: 1500 },
      { do: 'setMtu', device, from: 1500, to: 4000 },
      { do: 'setOption', bond, option: 'primary', from: '', to: 'eth2' },
      { do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '127' },
    ),
  ).toEqual(['sync0 MTU: 9000 -> 4000', 'sync0 primary: null -> eth2', 'this host tcp_reordering: 3 -> 127']);
});
