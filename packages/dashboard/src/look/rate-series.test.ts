import { expect, test } from 'vitest';
import { columnsOf, lastRate, type PortLine, withRates } from './rate-series.ts';

const line = (port: string, ...points: readonly (readonly [number, number, number])[]): PortLine => ({
  host: 'alpha',
  bond: 'sync0',
  port,
  points,
});

const rates = (atUnixMs: number, ...ports: readonly string[]) => ({
  host: 'alpha',
  atUnixMs,
  ports: ports.map((port) => ({ bond: 'sync0', port, txBps: 7, rxBps: 8 })),
});

test('what comes is added, what is too old goes, and a port that is new gets a line', () => {
  const lines = withRates([line('eth2', [1_000, 1, 2], [2_000, 3, 4])], rates(3_000, 'eth2', 'eth3'), 2_000);
  expect(lines).toEqual([line('eth2', [2_000, 3, 4], [3_000, 7, 8]), line('eth3', [3_000, 7, 8])]);
});

test('what is known already is not added again, nor what came late', () => {
  const lines = [line('eth2', [3_000, 1, 2])];
  expect(withRates(lines, rates(3_000, 'eth2'), 0)).toEqual(lines);
  expect(withRates(lines, rates(2_000, 'eth2'), 0)).toEqual(lines);
});

test('columns share their times, and a hole stays one', () => {
  const lines = [line('eth2', [1_000, 1, 2], [2_000, 3, 4], [9_000, 5, 6]), line('eth3', [2_000, 9, 9])];
  expect(columnsOf(lines, 'sent', 4_000)).toEqual([
    [1, 2, 4, 9],
    [1, 3, null, 5],
    [null, 9, null, null],
  ]);
  expect(columnsOf(lines, 'received', 4_000)[1]).toEqual([2, 4, null, 6]);
  expect(columnsOf([], 'sent', 1)).toEqual([[]]);
});

test('a rate that is old says nothing of now', () => {
  const one = line('eth2', [1_000, 1, 2]);
  expect(lastRate(one, 4_000, 5_000)).toEqual([1_000, 1, 2]);
  expect(lastRate(one, 7_000, 5_000)).toBeNull();
  expect(lastRate(line('eth2'), 0, 5_000)).toBeNull();
});
