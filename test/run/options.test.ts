import { expect, test } from 'vitest';
import { groups, parseOptions } from './options.ts';

test('without options everything runs', () => {
  expect(parseOptions([])).toEqual({ only: new Set(groups), grep: undefined });
});

test('--only lab builds the programs that the lab runs', () => {
  expect(parseOptions(['--only', 'lab', '--grep', 'commits'])).toEqual({
    only: new Set(['package', 'lab']),
    grep: 'commits',
  });
});

test.each([
  [['--only', 'labs'], "'labs'"],
  [['--only'], '--only needs a value'],
  [['--fast', 'yes'], "'--fast'"],
])('%j is refused with a sentence that names %s', (argv, named) => {
  expect(parseOptions(argv)).toEqual({ mistake: expect.stringContaining(named) });
});
