import { expect, test } from 'vitest';
import { studentT95 } from './student.ts';

test.each([
  [1, 12.706],
  [2, 4.303],
  [9, 2.262],
  [29, 2.045],
  [30, 2.042],
])('%i degrees of freedom, from the table', (degrees, quantile) => {
  expect(studentT95(degrees)).toBe(quantile);
});

test.each([
  [31, 2.0395],
  [40, 2.0211],
  [66, 1.9966],
  [100, 1.984],
  [1000, 1.9623],
])('%i degrees of freedom, past the table', (degrees, quantile) => {
  expect(Math.abs(studentT95(degrees) - quantile)).toBeLessThan(0.0008);
});

test('more measurements never make a mean less certain', () => {
  const quantiles = Array.from({ length: 500 }, (_, place) => studentT95(place + 1));
  expect(quantiles.toSorted((a, b) => b - a)).toEqual(quantiles);
  expect(Math.min(...quantiles)).toBeGreaterThan(1.96);
});
