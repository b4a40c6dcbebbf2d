import { expect, test } from 'vitest';
import { moved } from './roving.ts';

// Ten tiles in rows of four: 0-3, 4-7, 8-9.
test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 9, 9],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 2, 2],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['PageDown', 0, 0],
])('%s leads from %d to %d', (key, at, to) => {
  expect(moved(key, at, 10, 4)).toBe(to);
});

test.each([['a'], ['Enter'], ['Tab'], ['toString']])('%s is no key of a grid', (key) => {
  expect(moved(key, 0, 10, 4)).toBeUndefined();
});
