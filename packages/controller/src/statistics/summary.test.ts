import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfWidth95, mean, median, medianDeviation, percentile, standardDeviation } from './summary.ts';

const eight = [2, 4, 4, 4, 5, 5, 7, 9];

describe('by hand', () => {
  test.each([
    ['mean', mean, 5],
    // The squares of the deviations add up to 32: sqrt(32 / 7).
    ['standard deviation', standardDeviation, 2.13809],
    ['median', median, 4.5],
    // 0.5 five times, 2.5 twice, 4.5 once.
    ['median deviation', medianDeviation, 0.5],
    // 2.365 * 2.13809 / sqrt(8)
    ['half width', halfWidth95, 1.78777],
  ] as const)('%s of eight values', (_name, of, value) => {
    expect(of(eight)).toBeCloseTo(value, 5);
  });

  test.each([
    [[1, 1, 2, 2, 4, 6, 9], 2, 1],
    [[9, 1, 5], 5, 4],
    [[4, 8], 6, 2],
    [[100, 20], 60, 40],
  ])('%j: median %d, median deviation %d', (values, middle, deviation) => {
    expect([median(values), medianDeviation(values)]).toEqual([middle, deviation]);
  });

  test.each([
    [0, 10],
    [25, 17.5],
    [50, 25],
    [90, 37],
    [100, 40],
  ])('percentile %d of 40, 10, 30, 20 is %d', (percent, value) => {
    expect(percentile([40, 10, 30, 20], percent)).toBe(value);
  });
});

describe('too little to say anything', () => {
  test.each([
    ['mean', mean, 7],
    ['median', median, 7],
    ['a percentile', (values: readonly number[]) => percentile(values, 90), 7],
    ['standard deviation', standardDeviation, null],
    ['median deviation', medianDeviation, null],
    ['half width', halfWidth95, null],
  ] as const)('%s of nothing, and of one value', (_name, of, ofOne) => {
    expect([of([]), of([7])]).toEqual([null, ofOne]);
  });

  test.each([-1, 101, Number.NaN])('%d is no percentage', (percent) => {
    expect(percentile([1, 2, 3], percent)).toBeNull();
  });
});

test('numbers in, numbers out, and what is in the middle lies between the ends', () => {
  const rates = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(rates, fc.double({ min: 0, max: 100, noNaN: true }), (values, percent) => {
      for (const spread of [standardDeviation, medianDeviation, halfWidth95])
        expect(spread(values)).toBeGreaterThanOrEqual(0);
      const place = percentile(values, percent);
      expect(place).toBeGreaterThanOrEqual(Math.min(...values));
      // Interpolating rounds once.
      expect(place).toBeLessThanOrEqual(Math.max(...values) * (1 + Number.EPSILON));
    }),
  );
});

test('the order of the values means nothing, and they stay as they are', () => {
  const values = [3, 1, 2];
  expect([median(values), medianDeviation(values)]).toEqual([2, 1]);
  expect(values).toEqual([3, 1, 2]);
});
