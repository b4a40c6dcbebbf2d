import { expect, test } from 'vitest';
import { expiresUnixMs, isGood } from './expiry.ts';

const hourMs = 3_600_000;
const hours = (number: number): number => number * hourMs;
const at = (created: number, used: number) => ({ createdUnixMs: hours(created), usedUnixMs: hours(used) });

test.each([
  ['never used again', at(0, 0), 12],
  ['used a day later', at(0, 24), 36],
  ['used on its last day', at(0, 7 * 24 - 1), 7 * 24],
  ['used for ever', at(0, 7 * 24 * 3), 7 * 24],
])('a session %s ends when it should', (_what, session, end) => {
  expect(expiresUnixMs(session)).toBe(hours(end));
  expect(isGood(session, hours(end) - 1)).toBe(true);
  expect(isGood(session, hours(end))).toBe(false);
});

test('a clock that is set back by a month does not lengthen a session', () => {
  expect(isGood(at(720, 720), hours(719) + 1)).toBe(true);
  expect(isGood(at(720, 720), hours(10))).toBe(false);
});
