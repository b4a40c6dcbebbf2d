import type { LinkName, SweepId } from '@bondctl/proto/model/names';
import type { RankedCandidate, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { expect, test } from 'vitest';
import { rankingRows } from './ranking.ts';

const figure = (meanBps: number | null, halfWidthPercent: number | null): SweepFigure => ({
  streams: 1,
  tests: [],
  goodRuns: 3,
  meanBps,
  halfWidthPercent,
  retransmitPercent: 0,
  percentOfConfiguration: null,
  percentOfHardware: null,
  why: meanBps === null ? 'nothing arrived' : '',
});

const candidate = (name: string, ...figures: readonly SweepFigure[]): RankedCandidate => ({
  name,
  setting: { mode: 'balance-rr', mtu: null, options: {}, tuning: {} },
  disruption: 'none',
  isThere: false,
  figures,
  why: '',
  rank: 1,
  scorePercent: 100,
  isAmongBest: true,
});

const sweep = (...ranking: readonly RankedCandidate[]): SweepView => ({
  id: 'sw_1' as SweepId,
  link: 'drbd' as LinkName,
  actor: 'ada',
  startedUnixMs: 0,
  endedUnixMs: 1,
  ending: 'finished',
  why: '',
  runs: 3,
  seconds: 10,
  ranking,
  best: 'rr',
  advice: [],
  besideThePost: [],
});

test('bars and their intervals fit beside the fastest', () => {
  const [best, other] = rankingRows(
    sweep(candidate('rr', figure(800e6, 25)), candidate('ad', figure(500e6, null))),
  );
  expect(best).toMatchObject({
    isBest: true,
    bars: [{ percent: 80, interval: [60, 100], figure: '800 Mbit/s ±25 %' }],
  });
  expect(other).toMatchObject({
    isBest: false,
    bars: [{ percent: 50, interval: null, figure: '500 Mbit/s' }],
  });
});

test('an interval that is wider than its figure begins at nothing', () => {
  expect(rankingRows(sweep(candidate('rr', figure(100e6, 150))))[0]?.bars[0]?.interval).toEqual([0, 100]);
});

test('what gave no figure says why', () => {
  expect(rankingRows(sweep(candidate('rr', figure(null, null))))[0]?.bars[0]).toEqual({
    name: '1 stream',
    figure: 'not measured',
    percent: null,
    interval: null,
    why: 'nothing arrived',
  });
});
