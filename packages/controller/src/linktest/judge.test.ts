import type { PathProbe, RunVerdict, TestResult } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, IfName, LinkName } from '@bondctl/proto/model/names';
import type { Expectations } from '@bondctl/proto/model/spec';
import { describe, expect, test } from 'vitest';
import { figuresOf, resultOf } from '../../../../test/fakes/fake-test.ts';
import type { Ceiling } from './ceiling.ts';
import { judge } from './judge.ts';

const alpha = { host: 'alpha' as HostId, bond: 'sync0' as BondName };
const beta = { host: 'beta' as HostId, bond: 'sync0' as BondName };
const probe = (change: Partial<PathProbe> = {}): PathProbe => ({
  from: alpha,
  to: beta,
  ipBytes: 9000,
  sent: 4,
  received: 4,
  complaint: null,
  port: null,
  ...change,
});
const back = probe({ from: beta, to: alpha });
const figures = figuresOf();
const good: RunVerdict = { ok: true, figures };
const result = (change: Partial<TestResult> = {}): TestResult =>
  resultOf(
    { name: 'drbd' as LinkName, ends: [alpha, beta] },
    { probes: [probe(), back], run: good, ...change },
  );
const ceiling: Ceiling = { ceilingBps: 400e6, hardwareBps: 400e6, isUpperBound: false, sentence: '' };
const nothing: Expectations = { throughput: null, pathMtu: false, retransmitsAtMostPercent: null };
const percent = (value: number): Expectations => ({
  ...nothing,
  throughput: { streams: 1, seconds: 10, atLeast: { kind: 'percent', percent: value } },
});
const rate = (rateBps: number): Expectations => ({
  ...nothing,
  throughput: { streams: 1, seconds: 10, atLeast: { kind: 'rate', rateBps } },
});
const path: Expectations = { ...nothing, pathMtu: true };

test('a few packets lost on the way of one port are no matter of size', () => {
  const port = 'eth1' as IfName;
  const probes = [probe({ port, received: 1 }), probe({ ...back, port, received: 3 })];
  expect(judge(result({ probes }), path, ceiling).verdicts[0]).toMatchObject({ held: 'yes' });
  const swallowed = [probe({ port, received: 0 }), probe({ ...back, port })];
  expect(judge(result({ probes: swallowed }), path, ceiling).verdicts[0]).toMatchObject({
    held: 'no',
    sentence: expect.stringContaining('alpha to beta by eth1: 0 of 4'),
  });
});

describe('path MTU', () => {
  test.each<[string, readonly PathProbe[], string, RegExp]>([
    ['both ways', [probe(), back], 'yes', /pass both ways/],
    [
      'a black hole',
      [probe({ received: 0 }), back, probe({ ipBytes: 84 })],
      'no',
      /nobody complained.*raise its MTU/,
    ],
    ['one leg', [probe({ received: 2 }), back, probe({ received: 2 })], 'no', /2 of 4.*one leg/],
    ['a packet that was lost once', [probe({ received: 3 }), back, probe()], 'yes', /pass both ways/],
    ['the other way only', [probe(), { ...back, received: 0 }], 'no', /: beta to alpha: /],
    ['a router complains', [probe({ received: 0, complaint: 'Frag needed' }), back], 'no', /Frag needed/],
    [
      'nobody there',
      [probe({ received: 0 }), back, probe({ ipBytes: 84, received: 0 })],
      'no',
      /not even small/,
    ],
    [
      'ping did not run',
      [probe({ sent: 0, received: 0, complaint: 'unknown iface' }), back],
      'inconclusive',
      /unknown iface/,
    ],
    ['one direction only', [probe()], 'inconclusive', /both ways/],
    ['nothing probed', [], 'inconclusive', /both ways/],
  ])('%s', (_name, probes, held, sentence) => {
    const { verdicts, passed } = judge(result({ probes }), path, ceiling);
    expect(verdicts).toMatchObject([{ expectation: 'pathMtu', held }]);
    expect(verdicts[0]?.sentence).toMatch(sentence);
    expect(passed).toBe(held === 'yes');
  });
});

const failed: RunVerdict = {
  ok: false,
  fault: 'interrupted',
  message: 'iperf3 said: control socket has closed',
};
const unknown: Ceiling = { ...ceiling, ceilingBps: null, hardwareBps: null };

describe('throughput', () => {
  test.each<[string, RunVerdict | null, Expectations, Ceiling, string, RegExp]>([
    [
      'enough',
      good,
      percent(90),
      ceiling,
      'yes',
      /380 Mbit\/s received, 95.0 % of what this configuration can do; 90 %/,
    ],
    ['exactly enough', good, percent(95), ceiling, 'yes', /95.0 %/],
    ['too little', good, percent(96), ceiling, 'no', /95.0 %/],
    ['a rate', good, rate(380e6), ceiling, 'yes', /380 Mbit\/s expected/],
    ['a rate missed', good, rate(1.8e9), ceiling, 'no', /1.80 Gbit\/s expected/],
    ['a rate needs no capacity', good, rate(300e6), unknown, 'yes', /300/],
    [
      'an upper bound is called one',
      good,
      percent(90),
      { ...ceiling, isUpperBound: true },
      'yes',
      /at most can do/,
    ],
    ['a failed run is inconclusive, not slow', failed, percent(1), ceiling, 'inconclusive', /control socket/],
    ['a failed run, for a rate too', failed, rate(1), ceiling, 'inconclusive', /control socket/],
    ['nothing measured', null, percent(90), ceiling, 'inconclusive', /not measured/],
    ['an unknown speed is no percentage', good, percent(1), unknown, 'inconclusive', /lineRate/],
    [
      'more than possible is a wrong ceiling',
      good,
      percent(1),
      { ...ceiling, ceilingBps: 300e6 },
      'inconclusive',
      /more than/,
    ],
  ])('%s', (_name, run, expectations, ceilings, held, sentence) => {
    const { verdicts, passed } = judge(result({ run }), expectations, ceilings);
    expect(verdicts).toMatchObject([{ expectation: 'throughput', held }]);
    expect(verdicts[0]?.sentence).toMatch(sentence);
    expect(passed).toBe(held === 'yes');
  });

  test('two percentages', () => {
    const { percentOfConfiguration, percentOfHardware } = judge(result(), nothing, {
      ...ceiling,
      ceilingBps: 400e6,
      hardwareBps: 800e6,
    });
    expect([percentOfConfiguration, percentOfHardware]).toEqual([95, 47.5]);
  });

  test('no capacity, no percentages', () => {
    expect(judge(result(), nothing, unknown)).toMatchObject({
      percentOfConfiguration: null,
      percentOfHardware: null,
    });
  });

  test('a run that was wanted and gave nothing never passes', () => {
    expect(judge(result({ run: failed }), nothing, ceiling).passed).toBe(false);
  });
});

describe('retransmissions are a share of segments', () => {
  const atMost = (value: number): Expectations => ({ ...nothing, retransmitsAtMostPercent: value });
  // 100 segments of 8948 bytes among 476 MB: 0.188 %
  test.each([
    [0.19, 'yes'],
    [0.18, 'no'],
  ])('at most %d %%', (value, held) => {
    expect(judge(result(), atMost(value), ceiling).verdicts).toMatchObject([
      { expectation: 'retransmits', held },
    ]);
  });
  test('not counted is inconclusive', () => {
    const run: RunVerdict = { ok: true, figures: { ...figures, retransmits: null } };
    expect(judge(result({ run }), atMost(1), ceiling).verdicts).toMatchObject([{ held: 'inconclusive' }]);
  });
});
