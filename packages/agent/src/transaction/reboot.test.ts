import type { InterfaceState, Owner } from '@bondctl/proto/model/host';
import type { IfName, TxId } from '@bondctl/proto/model/names';
import type { Snapshot, Tx } from '@bondctl/proto/model/transaction';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from './journal-lines.ts';
import { absentPorts, bootDuty, guardLabel, unowned } from './reboot.ts';
import type { TxState } from './state.ts';

const name = (text: string) => text as IfName;
const tx: Tx = { id: 'tx_V1StGXR8Z5' as TxId, desired: [], deadlineInMs: 60_000 };

const one = (own: string, owner: Owner, more: Partial<InterfaceState> = {}): InterfaceState => ({
  name: name(own),
  kind: own.startsWith('eth') ? 'physical' : 'bond',
  mac: 'aa:00:00:00:00:01',
  permanentMac: own.startsWith('eth') ? `aa:00:00:00:00:0${own.slice(3)}` : null,
  mtu: 1500,
  up: true,
  carrier: true,
  speedMbps: 1000,
  duplex: 'full',
  master: null,
  parent: null,
  addresses: [],
  owner,
  ...more,
});

const bond = (own: string, ports: readonly string[]) => ({
  name: name(own),
  mode: 'active-backup',
  options: {},
  ports: ports.map(name),
});

/** sync0 is ifupdown's; store0 is nobody's and in a bridge; mixed0 is nobody's on a port of ifupdown; eth6 was free. */
const before: Snapshot = {
  scope: ['sync0', 'eth1', 'store0', 'eth2', 'eth3', 'mixed0', 'eth4', 'eth5', 'eth6', 'new0'].map(name),
  state: {
    interfaces: [
      one('sync0', 'ifupdown'),
      one('eth1', 'ifupdown', { master: name('sync0') }),
      one('store0', 'none', { master: name('br0') }),
      one('eth2', 'none', { master: name('store0') }),
      one('eth3', 'none', { master: name('store0') }),
      one('mixed0', 'none'),
      one('eth4', 'none', { master: name('mixed0') }),
      one('eth5', 'ifupdown', { master: name('mixed0') }),
      one('eth6', 'none'),
    ],
    bonds: [bond('sync0', ['eth1']), bond('store0', ['eth2', 'eth3']), bond('mixed0', ['eth4', 'eth5'])],
    routes: [
      { device: name('store0'), family: 'inet', text: '10.66.0.0/16', madeByKernel: false },
      { device: name('sync0'), family: 'inet', text: '10.77.0.0/16', madeByKernel: false },
    ],
    controlPath: [],
  },
};
const owned: Snapshot = {
  ...before,
  state: { ...before.state, bonds: before.state.bonds.filter((each) => each.name === 'sync0') },
};

const watchdog = { pid: 77, startTicks: 7 };
const why = { kind: 'asked', message: 'it was asked for' } as const;
const begun = { tx, deadlineMs: 60_000 };
const armed = (image: Snapshot) => ({ ...begun, before: image, steps: [], watchdog });
const verification = { differences: [], bonds: [], state: before.state };

const line = (state: TxState, boot = 'boot-1', label = 'journal:7'): JournalEntry => ({
  seq: 7,
  label,
  atUnixMs: 0,
  opened: 1,
  by: watchdog,
  boot,
  state,
});

const awaiting = (image: Snapshot): TxState => ({ phase: 'awaitingConfirm', ...armed(image), verification });
const lost = (image: Snapshot, label: string, boot: string): JournalEntry =>
  line({ phase: 'rollingBack', tx, before: image, why, watchdog: null }, boot, label);

interface Case {
  readonly title: string;
  readonly history: readonly JournalEntry[];
  readonly says: string;
}

const rebooted =
  'close: the host was rebooted before it was confirmed, and came up with its own configuration';
const brings =
  'bringBack: the host was rebooted before it was confirmed; the boot guard brings back what no configuration file describes: store0';
const again =
  'close: the host was rebooted before it was confirmed, and once more while the boot guard brought bonds back; it is taken as it booted';

const cases: readonly Case[] = [
  { title: 'no transaction', history: [], says: 'nothing' },
  { title: 'a forgotten one', history: [line({ phase: 'idle' })], says: 'nothing' },
  {
    title: 'a committed one',
    history: [line({ phase: 'committed', tx, before, watchdog })],
    says: 'nothing',
  },
  { title: 'one that is rolled back', history: [line({ phase: 'rolledBack', tx, why })], says: 'nothing' },
  {
    title: 'one that is stuck, which a person ends',
    history: [line({ phase: 'stuck', tx, before, why, differences: [] })],
    says: 'nothing',
  },
  { title: 'an open one of this boot', history: [line(awaiting(before), 'boot-2')], says: 'nothing' },
  { title: 'snapshotting', history: [line({ phase: 'snapshotting', ...begun })], says: rebooted },
  { title: 'arming', history: [line({ phase: 'arming', ...begun, before, steps: [] })], says: rebooted },
  { title: 'prepared', history: [line({ phase: 'prepared', ...armed(before) })], says: rebooted },
  {
    title: 'applying',
    history: [line({ phase: 'applying', ...armed(before), step: 0, settleMs: 1 })],
    says: brings,
  },
  { title: 'verifying', history: [line({ phase: 'verifying', ...armed(before), untilMs: 1 })], says: brings },
  { title: 'awaitingConfirm', history: [line(awaiting(before))], says: brings },
  { title: 'rollingBack', history: [lost(before, 'restore:1:addPort', 'boot-1')], says: brings },
  {
    title: 'awaitingConfirm, and files describe every bond',
    history: [line(awaiting(owned))],
    says: rebooted,
  },
  {
    title: 'an attempt of an earlier boot',
    history: [line(awaiting(before), 'boot-0'), lost(unowned(before), guardLabel('attempt'), 'boot-1')],
    says: again,
  },
  {
    title: 'an attempt of an earlier boot that an agent took over',
    history: [
      line(awaiting(before), 'boot-0'),
      lost(unowned(before), guardLabel('attempt'), 'boot-1'),
      lost(unowned(before), 'restore:0:createBond', 'boot-1'),
    ],
    says: again,
  },
];

describe('what the boot guard does about', () => {
  test.each(cases)('$title', ({ history, says }) => {
    const duty = bootDuty(history, 'boot-2');
    expect(duty.do === 'nothing' ? duty.do : `${duty.do}: ${duty.why.message}`).toBe(says);
  });
});

test('only bonds that are nobody’s, on ports that are nobody’s, are brought back, without the bridge above', () => {
  const { scope, state } = unowned(before);
  expect(scope).toEqual(['store0', 'eth2', 'eth3']);
  expect(state.bonds.map((each) => each.name)).toEqual(['store0']);
  expect(state.interfaces.map((each) => [each.name, each.master])).toEqual([
    ['store0', null],
    ['eth2', 'store0'],
    ['eth3', 'store0'],
  ]);
  expect(state.routes.map((route) => route.device)).toEqual(['store0']);
});

test('a port is there when a NIC of its name has its own MAC address', () => {
  const now = (...interfaces: readonly InterfaceState[]) => ({ ...before.state, interfaces });
  const free = (own: string, mac: string) => one(own, 'none', { mac, permanentMac: null });
  const whys = (...interfaces: readonly InterfaceState[]) =>
    absentPorts(unowned(before), now(...interfaces)).map((port) => port.why);
  expect(whys(free('eth2', 'aa:00:00:00:00:02'), free('eth3', 'aa:00:00:00:00:03'))).toEqual([]);
  expect(whys(free('eth2', 'aa:00:00:00:00:03'))).toEqual([
    'eth2 has the MAC address aa:00:00:00:00:03 and not aa:00:00:00:00:02',
    'there is no eth3',
  ]);
  const joined = one('eth3', 'none', { mac: 'aa:00:00:00:00:02', permanentMac: 'aa:00:00:00:00:03' });
  expect(whys(free('eth2', 'aa:00:00:00:00:02'), joined)).toEqual([]);
});
