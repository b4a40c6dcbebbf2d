import { expect, test } from 'vitest';
import { outcomeLines } from './outcome-line.ts';

test.each([
  ['', 0],
  ['{"kind":"passed","na', 0],
  ['{"kind":"passed","name":"a","ms":1}\n{"kind":"en', 1],
  ['{"kind":"passed","name":"a","ms":1}\n{"kind":"end"}\n', 2],
])('%j has %d whole lines', (text, count) => {
  expect(outcomeLines(text)).toHaveLength(count);
});
