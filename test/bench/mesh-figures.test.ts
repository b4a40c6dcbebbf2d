import { expect, test } from 'vitest';
import { figuresOf, tableOf } from './mesh-figures.ts';

const measured = {
  tests: 28,
  rounds: 7,
  bound: 7,
  failed: 0,
  oursMs: 77_000,
  scriptMs: 70_000,
  withPingsMs: 75_000,
};

test('the ratio is our time over that of the script', () => {
  expect(figuresOf(measured).ratio).toBeCloseTo(1.1, 6);
  expect(tableOf(figuresOf(measured))).toMatch(
    /28 tests in 7 rounds .*\n\n.*77\.0 s\n.*70\.0 s\nratio +1\.100 +at most 1\.15, as it shall be\n\n.*\n.*75\.0 s\nratio +1\.027/,
  );
});

test('a mesh that takes too long is said to', () => {
  expect(tableOf(figuresOf({ ...measured, oursMs: 81_000 }))).toContain(
    '1.157   more than the 1.15 that it shall be',
  );
});

test('a script that took no time compares with nothing', () => {
  expect(() => figuresOf({ ...measured, scriptMs: 0 })).toThrow('no ratio');
});
