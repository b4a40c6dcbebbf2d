import { expect, test } from 'vitest';
import { ageText, durationText, spanText } from './age.ts';

test.each([
  [-5, '0 s'],
  [999, '0 s'],
  [12_400, '12 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 h'],
  [47 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 d'],
])('%d ms are %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});

test('what is of this second, or of a clock ahead of ours, is now', () => {
  expect(ageText(10_000, 10_500)).toBe('now');
  expect(ageText(10_000, 5_000)).toBe('now');
  expect(ageText(10_000, 22_000)).toBe('12 s ago');
});

test.each([
  [24_000, '24 s'],
  [119_400, '119 s'],
  [120_000, '2 min'],
  [250_000, '4 min 10 s'],
])('a deadline of %d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
