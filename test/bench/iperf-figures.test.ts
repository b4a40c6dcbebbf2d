import { expect, test } from 'vitest';
import { figuresOf, tableOf } from './iperf-figures.ts';

test('the ratio is of medians, so that one bad run on either side has no say', () => {
  const figures = figuresOf({ oursBps: [100e6, 99e6, 10e6], byHandBps: [100e6, 100e6, 110e6] });
  expect(figures).toMatchObject({ oursMedianBps: 99e6, byHandMedianBps: 100e6, ratio: 0.99 });
  expect(tableOf(figures)).toMatch(/ratio of medians +0\.9900/);
});

test('without runs there is no ratio', () => {
  expect(() => figuresOf({ oursBps: [], byHandBps: [1] })).toThrow('no run');
  expect(() => figuresOf({ oursBps: [1], byHandBps: [0] })).toThrow('no run');
});
