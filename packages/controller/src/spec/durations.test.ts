import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './durations.ts';

test.each([
  ['30s', 30_000],
  ['1.5 min', 90_000],
  ['2h', 7_200_000],
  ['0s', 0],
  ['24h', 86_400_000],
])('%s is %d ms, and is written so that it reads the same', (text, ms) => {
  expect(parseDuration(text)).toEqual({ ok: true, value: ms });
  expect(parseDuration(formatDuration(ms))).toEqual({ ok: true, value: ms });
});

test.each(['', '30', 's', '-1s', '25h', '1d', 30, null, '1e3s'])('%j is no time', (text) => {
  expect(parseDuration(text).ok).toBe(false);
});
