import type { ComparedParameters, EndParameters } from '@bondctl/proto/model/compared';
import type { Comparison, Repetition, RunFigures, TestResult } from '@bondctl/proto/model/linktest';
import type { IfName, LinkName, TestId } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { drbd, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { figuresOf, resultOf } from '../../../../test/fakes/fake-test.ts';
import { sideBySide } from './side-by-side.ts';

const end: EndParameters = {
  mode: 'balance-rr',
  transmitPolicy: null,
  mtu: 9000,
  offloads: null,
  kernel: '6.1',
  drivers: null,
  iperf3: '3.12',
};
const parameters: ComparedParameters = {
  ends: [end, end],
  streams: 1,
  seconds: 10,
  protocol: 'tcp',
  direction: 'forth',
};
const small = { ...end, mtu: 1500 };

interface Given {
  readonly figures?: Partial<RunFigures>;
  readonly result?: Partial<TestResult>;
  readonly parameters?: ComparedParameters | null;
  readonly repetition?: Repetition;
}

function viewOf(id: string, receivedBps: number, given: Given = {}): TestView {
  const run = { ok: true, figures: figuresOf({ receivedBps, ...given.figures }) } as const;
  const kept = given.parameters === undefined ? parameters : given.parameters;
  const comparison: Comparison = {
    kind: 'none',
    parameterHash: 'h',
    parameters: kept,
    receivedBps,
    results: 0,
    medianBps: null,
    floorBps: null,
    sentence: '',
  };
  return {
    ...fakeTest,
    id: id as TestId,
    result: resultOf(drbd, { run, ...given.result }),
    comparison,
    repetition: given.repetition ?? null,
  };
}

const repeated = (meanBps: number, halfWidthPercent: number): Repetition => ({
  tests: ['test_1', 'test_2', 'test_3'] as TestId[],
  meanBps,
  halfWidthPercent,
  isCertain: true,
  sentence: '',
});

describe('two tests', () => {
  test('with the same parameters: the faster one is named, and by how much', () => {
    const compared = sideBySide(viewOf('test_old', 300e6), viewOf('test_new', 390e6));
    expect(compared).toMatchObject({ kind: 'second-faster', differences: [], chancePercent: 5 });
    expect(compared.ratio).toBeCloseTo(1.3);
    expect(compared.sentence).toBe(
      'test_new is 30.0 % faster than test_old, and up to 5.0 % is chance; their parameters are the same.',
    );
  });

  test('that are as near as chance puts them are equally fast', () => {
    const compared = sideBySide(viewOf('test_a', 390e6), viewOf('test_b', 380e6));
    expect([compared.kind, compared.sentence]).toEqual([
      'same',
      'test_a and test_b are equally fast: 2.6 % apart, and up to 5.0 % is chance; their parameters are the same.',
    ]);
  });

  test('measured several times: means are compared, and chance is what they say of themselves', () => {
    const one = viewOf('test_a', 1, { repetition: repeated(380e6, 0.3) });
    const other = viewOf('test_b', 999e6, { repetition: repeated(390e6, 0.4) });
    const compared = sideBySide(one, other);
    expect(compared.tests.map((side) => [side.receivedBps, side.runs])).toEqual([
      [380e6, 3],
      [390e6, 3],
    ]);
    expect(compared.kind).toBe('second-faster');
    expect(compared.chancePercent).toBeCloseTo(0.508, 3);
  });

  test.each([
    ['what differs: mtu 9000 / 1500', { ...parameters, ends: [small, small] as const }, drbd.name],
    [
      'what differs: link drbd / spare, direction forth / back',
      { ...parameters, direction: 'back' as const },
      'spare' as LinkName,
    ],
    ['3 parameters differ', { ...parameters, streams: 2, seconds: 9, direction: 'both' as const }, drbd.name],
    ['whether their parameters differ was not kept', null, drbd.name],
  ])('say what else may be why: %s', (words, other, link) => {
    const result = { link };
    const compared = sideBySide(viewOf('test_a', 1e8), viewOf('test_b', 2e8, { parameters: other, result }));
    expect(compared.sentence).toBe(
      `test_b is 100.0 % faster than test_a, and up to 5.0 % is chance; ${words}.`,
    );
  });

  const udp = (offeredBps: number) => ({
    parameters: {
      class: 'measure',
      streams: 1,
      seconds: 10,
      protocol: 'udp',
      direction: 'forth',
      offeredBps,
    } as const,
  });

  test.each<[string, Partial<TestResult>, Partial<TestResult>]>([
    ['test_b has no figure, only probes', {}, { run: null }],
    ['test_a has no figure: busy', { run: { ok: false, fault: 'busy', message: 'busy' } }, {}],
    [
      'test_a has no figure, nothing arrived',
      { run: { ok: true, figures: figuresOf({ receivedBps: 0 }) } },
      {},
    ],
    ['one was measured with TCP and the other with UDP', {}, udp(1e8)],
    ['UDP receives what is sent at most, and 100 Mbit/s and 200 Mbit/s were sent', udp(1e8), udp(2e8)],
  ])('that say nothing about each other: %s', (why, one, other) => {
    const compared = sideBySide(
      viewOf('test_a', 1e8, { result: one }),
      viewOf('test_b', 2e8, { result: other }),
    );
    expect(compared).toMatchObject({ kind: 'not-comparable', ratio: null, chancePercent: null });
    expect(compared.sentence).toBe(`They cannot be compared: ${why}.`);
  });

  test('show what each port carried the way of the test, at both ends', () => {
    const port = (name: string, txBytes: number, rxBytes: number) => ({
      name: name as IfName,
      txBytes,
      rxBytes,
    });
    const ports = {
      sender: [port('eth1', 75, 1), port('eth2', 25, 9)],
      receiver: [port('eth1', 50, 0), port('eth2', 50, 0)],
    };
    const { tests } = sideBySide(viewOf('test_a', 1e8, { result: { ports } }), viewOf('test_b', 1e8));
    expect(tests[0].ports.map(({ side, port: name, percent }) => [side, name, percent])).toEqual([
      ['sender', 'eth1', 75],
      ['sender', 'eth2', 25],
      ['receiver', 'eth1', null],
      ['receiver', 'eth2', null],
    ]);
  });
});
