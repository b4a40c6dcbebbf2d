import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseStretches } from './runs.ts';

describe('stretches of source ports', () => {
  test.each([
    ['one is enough', [0, 0, 1, 1], 2, 2, [{ at: 1, length: 2 }]],
    ['the first of several', [0, 1, 0, 1], 2, 2, [{ at: 0, length: 2 }]],
    ['a taken port divides', [0, null, 1, 0], 2, 2, [{ at: 2, length: 2 }]],
    [
      'two, the longest first',
      [1, 1, 0, 0, 3, 3, 2, 2],
      4,
      4,
      [
        { at: 1, length: 2 },
        { at: 5, length: 2 },
      ],
    ],
    ['a difference of one', [0, 0, 1], 2, 3, [{ at: 0, length: 3 }]],
    ['no difference of two', [0, 0, 0], 2, 3, undefined],
    ['fewer streams than ports', [2, 2], 3, 1, [{ at: 0, length: 1 }]],
    ['a port that no candidate reaches', [0, 0, 0, 0], 2, 2, undefined],
    ['no candidates', [], 2, 2, undefined],
  ])('%s', (_name, candidates, ports, streams, stretches) => {
    expect(chooseStretches([candidates, candidates], ports, streams)).toEqual(stretches);
  });

  test('each process has candidates of its own and leaves what an earlier one took', () => {
    const stretches = chooseStretches(
      [
        [0, 0, 0, null, 0],
        [1, 1, 1, 1, 1],
      ],
      2,
      6,
    );
    expect(stretches).toBeUndefined();
    expect(
      chooseStretches(
        [
          [0, 0, null, 0],
          [1, 1, 1, 1],
        ],
        2,
        4,
      ),
    ).toEqual([
      { at: 0, length: 2 },
      { at: 2, length: 2 },
    ]);
  });

  test('no process has more than 128 streams, and no more run than may', () => {
    const row = Array.from({ length: 400 }, (_, n) => n % 2);
    expect(chooseStretches([row, row, row], 2, 300)?.map((one) => one.length)).toEqual([128, 128, 44]);
    expect(chooseStretches([row, row], 2, 300)).toBeUndefined();
    expect(chooseStretches([], 2, 2)).toBeUndefined();
  });

  test('one stretch is found wherever there is one', () => {
    const candidates = fc.array(fc.option(fc.nat(2), { freq: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 4 }), (indices, perPort) => {
        const isBalanced = (at: number) =>
          [0, 1, 2].every(
            (port) =>
              indices.slice(at, at + 3 * perPort).filter((index) => index === port).length === perPort,
          );
        if (!indices.some((_, at) => isBalanced(at))) return;
        expect(chooseStretches([indices], 3, 3 * perPort)).toHaveLength(1);
      }),
    );
  });
});
