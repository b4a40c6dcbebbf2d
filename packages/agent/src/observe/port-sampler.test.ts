import type { Live } from '@bondctl/proto/model/command';
import type { IfName } from '@bondctl/proto/model/names';
import { beforeEach, expect, test } from 'vitest';
import { startPortSampler } from './port-sampler.ts';

const header = 'Inter-|   Receive  |  Transmit\n face |bytes | bytes\n';
const row = (name: string, rxBytes: number, txBytes: number) =>
  `  ${name}: ${rxBytes} 1 1 2 0 0 0 0 ${txBytes} 2 3 4 0 0 0 0\n`;
const bond = { name: 'sync0' as IfName, ports: [{ name: 'eth2' as IfName }, { name: 'eth3' as IfName }] };

let nowMs: number;
let timers: { atMs: number; callback: () => void }[];
let heard: Extract<Live, { kind: 'counters' }>[];
let failures: unknown[];
let reads: string[];
let text: string | Error;
let isWanted: boolean;
let bonds: unknown[];

beforeEach(() => {
  [nowMs, timers, heard, failures, reads, isWanted, bonds] = [100, [], [], [], [], true, [bond]];
  text = header + row('lo', 5, 5) + row('eth2', 1000, 2000);
});

const start = () =>
  startPortSampler({
    files: {
      read: async (_label, path) => {
        reads.push(path);
        if (path === '/proc/uptime') return '500.25 12.5\n';
        if (text instanceof Error) throw text;
        return text;
      },
    },
    clock: {
      monotonicMs: () => nowMs,
      unixMs: () => 0,
      after(delayMs, callback) {
        const timer = { atMs: nowMs + delayMs, callback };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
    },
    everyMs: 1000,
    limit: 256,
    bonds: () => bonds as never,
    wanted: () => isWanted,
    onCounters: (counters) => heard.push(counters),
    onFailure: (why) => failures.push(why),
  });

async function second(): Promise<void> {
  const [timer] = timers.splice(0, 1);
  if (timer === undefined) throw new Error('nothing waits');
  nowMs = timer.atMs;
  timer.callback();
  await new Promise((resolve) => setImmediate(resolve));
}

test('the counters of the ports, and of nothing else, are told by the time since the host booted', async () => {
  start();
  await second();
  expect(heard).toEqual([
    {
      kind: 'counters',
      atMs: 500_250,
      ports: [
        {
          bond: 'sync0',
          port: 'eth2',
          rxBytes: 1000,
          txBytes: 2000,
          rxPackets: 1,
          txPackets: 2,
          errors: 4,
          drops: 6,
        },
      ],
    },
  ]);
});

test('samples are a second apart however long one took, and read one file each', async () => {
  start();
  await second();
  nowMs += 300;
  const [late] = timers;
  if (late !== undefined) late.atMs = 2100;
  await second();
  await second();
  expect(heard.map(({ atMs }) => atMs)).toEqual([500_250, 501_250, 502_250]);
  expect(reads).toEqual(['/proc/uptime', '/proc/net/dev', '/proc/net/dev', '/proc/net/dev']);
});

test.each([
  ['nobody takes samples', () => (isWanted = false)],
  ['there is no bond', () => (bonds = [])],
  ['no bond has a port', () => (bonds = [{ ...bond, ports: [] }])],
])('nothing is read while %s', async (_why, arrange) => {
  arrange();
  start();
  await second();
  expect([reads, heard]).toEqual([[], []]);
  expect(timers).toHaveLength(1);
});

test('a failure is told once, and again only after a sample', async () => {
  start();
  const good = text;
  for (const bad of [new Error('no'), 'nonsense', new Error('no')]) {
    text = bad;
    await second();
  }
  expect(failures).toHaveLength(1);
  text = good;
  await second();
  text = new Error('again');
  await second();
  expect(failures).toHaveLength(2);
  expect(heard).toHaveLength(1);
});

test('an end is an end, also in the middle of a sample', async () => {
  const end = start();
  const [timer] = timers.splice(0, 1);
  timer?.callback();
  end();
  await new Promise((resolve) => setImmediate(resolve));
  expect([heard, timers]).toEqual([[], []]);
});
