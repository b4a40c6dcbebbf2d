import { expect, test } from 'vitest';
import { parseTimeSpan } from './time-span.ts';

test.each([
  ['100ms', 's', 100],
  ['0.1', 's', 100],
  ['0.1s', 's', 100],
  ['1min 20s', 's', 80_000],
  ['100', 'ms', 100],
  ['1s', 'ms', 1000],
  ['1500us', 's', 1],
  ['', 's', undefined],
  ['soon', 's', undefined],
  ['5 fortnights', 's', undefined],
  ['-1', 's', undefined],
] as const)('%s in %s', (text, unit, expected) => expect(parseTimeSpan(text, unit)).toBe(expected));
