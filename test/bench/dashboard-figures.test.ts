import { expect, test } from 'vitest';
import { figuresOf, tableOf } from './dashboard-figures.ts';

const measured = { hosts: 1_000, openedMs: 812.4, news: 30, longTasksMs: [] };

test('a page that opens in time and never pauses is as quick as was asked', () => {
  expect(tableOf(figuresOf(measured))).toBe(
    [
      'fleet page of 1000 simulated hosts',
      '  all tiles there after   812 ms  (asked: 2000 ms)',
      '  changes of the page     30',
      '  tasks over 50 ms        none  (asked: none over 100 ms)',
      'as quick as was asked',
    ].join('\n'),
  );
});

test.each([{ openedMs: 2_001 }, { longTasksMs: [60, 101] }])('%j is slower', (change) => {
  expect(figuresOf({ ...measured, ...change }).isQuick).toBe(false);
});

test('a page on which nothing happened was not measured', () => {
  expect(() => figuresOf({ ...measured, news: 0 })).toThrow('Nothing of the page changed');
});
