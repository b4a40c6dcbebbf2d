import { type RunFigures, tcpForth } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { endFactsOf, figuresOf, portsNamed, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import type { EndFacts } from './ends.ts';
import { checkSpread, planSpread } from './spread.ts';

const lacp: Partial<EndFacts> = { mode: '802.3ad', xmitHashPolicy: 'layer3+4 (1)' };
const planOf = (change: Partial<EndFacts>) => testPlanOf({ from: endFactsOf('alpha', change) });
const run = (streams: number) => ({ streams, seconds: 10, ...tcpForth });

describe('how the streams of a run are spread', () => {
  test.each<[string, Partial<EndFacts>, number, string, readonly number[], RegExp | null]>([
    ['four streams over two ports', lacp, 4, 'balanced', [2, 2], null],
    ['eight over four', { ...lacp, usable: portsNamed(4) }, 8, 'balanced', [2, 2, 2, 2], null],
    ['one stream', lacp, 1, 'uneven', [1, 0], /2 would be/],
    [
      'layer2 sees no streams',
      { ...lacp, xmitHashPolicy: 'layer2 (0)' },
      4,
      'unplanned',
      [4, 0],
      /layer2 does not/,
    ],
    ['a policy nobody knows', { ...lacp, xmitHashPolicy: 'new (9)' }, 4, 'unplanned', [], /"new \(9\)"/],
    ['balance-rr', {}, 4, 'per-packet', [], /every stream/],
    ['active-backup', { mode: 'active-backup' }, 4, 'unplanned', [], /active port/],
  ])('%s', (_name, change, streams, kind, loads, why) => {
    const spread = planSpread(planOf(change), run(streams), 5300);
    expect(spread.kind).toBe(kind);
    expect(spread.planned.map((port) => port.streams).toSorted((a, b) => b - a)).toEqual(loads);
    if (why === null) expect(spread.why).toBeNull();
    else expect(spread.why).toMatch(why);
    expect(spread.sourcePort === null).toBe(['unplanned', 'per-packet'].includes(kind));
  });
});

describe('the forecast beside the counters', () => {
  const plan = planOf(lacp);
  const spread = planSpread(plan, run(4), 5300);
  const first = spread.sourcePort ?? 0;
  const streams: RunFigures['streams'] = [0, 1, 2, 3].map((nth) => ({
    sourcePort: first + nth,
    serverPort: 5300,
    sentBytes: 100,
  }));
  const shares = (eth1: number, eth2: number) =>
    portsNamed(2).map((name, at) => ({ name, txBytes: at === 0 ? eth1 : eth2, rxBytes: 0 }));

  test('agrees where the ports carried what the hash says', () => {
    const checked = checkSpread(plan, spread, figuresOf({ streams }), shares(208, 204));
    expect(checked).toMatchObject({ kind: 'balanced', agrees: true });
    expect(checked.forecast.map(({ forecastPercent }) => forecastPercent)).toEqual([50, 50]);
  });

  test('disagrees where a stream took another port', () => {
    expect(checkSpread(plan, spread, figuresOf({ streams }), shares(300, 100)).agrees).toBe(false);
  });

  test.each([
    ['nothing was measured', null, shares(1, 1)],
    ['the document named no streams', figuresOf(), shares(1, 1)],
    ['nothing was counted', figuresOf({ streams }), []],
  ] as const)('is silent where %s', (_name, figures, counted) => {
    expect(checkSpread(plan, spread, figures, counted)).toMatchObject({ forecast: [], agrees: null });
  });
});

const balanced = {
  sourcePort: 11_000,
  kind: 'balanced',
  why: null,
  planned: [{ port: 'eth1' as IfName, streams: 1 }],
} as const;
const from = (sourcePort: number) =>
  figuresOf({ streams: [{ sourcePort, serverPort: 20_111, sentBytes: 1e6 }] });

describe('what was planned of the streams', () => {
  test.each([
    ['stands where they left from the chosen ports', from(11_000)],
    ['stands where the document does not name them', figuresOf()],
    ['stands where nothing was measured', null],
  ])('%s', (_what, figures) => {
    expect(checkSpread(testPlanOf(), balanced, figures, [])).toMatchObject({
      kind: 'balanced',
      planned: balanced.planned,
    });
  });

  test('is void where they left from others, as both ways with iperf3 before 3.12', () => {
    expect(checkSpread(testPlanOf(), balanced, from(40_000), [])).toMatchObject({
      kind: 'unplanned',
      why: expect.stringContaining('3.12'),
      planned: [],
    });
  });
});
