import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline, type GoodResult } from './baseline.ts';

const of = (parameterHash: string, figures: readonly number[]): readonly GoodResult[] =>
  figures.map((receivedBps) => ({ parameterHash, receivedBps }));

/** The last figure, beside the others of the same parameters. */
function compare(figures: readonly number[], most?: number) {
  const receivedBps = figures.at(-1) ?? 0;
  return compareWithBaseline(of('a', figures.slice(0, -1)), { parameterHash: 'a', receivedBps }, most);
}

describe('by hand', () => {
  test.each<[string, readonly number[], string]>([
    ['two results are too few', [100, 100, 10], 'none'],
    ['the least that is chance: 100 - 5 %', [100, 100, 100, 95], 'within'],
    ['less than chance', [100, 100, 100, 94], 'below-once'],
    ['twice running', [100, 100, 100, 94, 94], 'regressed'],
    ['the first was compared with nothing', [100, 100, 94, 94], 'below-once'],
    ['recovered in between', [100, 100, 100, 94, 100, 94], 'below-once'],
    // Median 100, deviations 10 10 0 10 10: MAD 10, floor 70.
    ['results that spread', [90, 110, 100, 90, 110, 70], 'within'],
    ['below results that spread', [90, 110, 100, 90, 110, 69], 'below-once'],
    ['more than usual is fine', [100, 100, 100, 200], 'within'],
    ['nothing at all', [0, 0, 0, 0], 'within'],
  ])('%s', (_name, figures, kind) => {
    expect(compare(figures).kind).toBe(kind);
  });

  test('the numbers', () => {
    const baseline = { results: 5, medianBps: 100, deviationBps: 10, floorBps: 70 };
    expect(compare([90, 110, 100, 90, 110, 69])).toMatchObject({ receivedBps: 69, baseline });
  });

  test('a regression has the numbers of the result before too', () => {
    const before = {
      receivedBps: 94,
      baseline: { results: 3, medianBps: 100, deviationBps: 0, floorBps: 95 },
    };
    expect(compare([100, 100, 100, 94, 93])).toMatchObject({ receivedBps: 93, before });
  });

  test('only the last ten count, or as many as are asked for', () => {
    const figures = [...Array.from({ length: 10 }, () => 100), 200, 200, 200, 200, 200, 200, 150];
    // Of the last ten four are 100 and six are 200: median 200, MAD 0. Of all sixteen the median is 100.
    expect(compare(figures)).toMatchObject({ kind: 'below-once', baseline: { results: 10, floorBps: 190 } });
    expect(compare(figures, 16)).toMatchObject({ kind: 'within', baseline: { results: 16 } });
  });

  test('other parameters are another series', () => {
    const others = of('b', [1000, 1000, 1000, 1000]);
    const latest = { parameterHash: 'a', receivedBps: 100 };
    expect(compareWithBaseline(others, latest)).toMatchObject({ kind: 'none', results: 0 });
    expect(compareWithBaseline([...of('a', [100, 100, 100]), ...others], latest).kind).toBe('within');
  });

  test('what spreads more than its median has no floor below zero', () => {
    expect(compare([10, 100, 300, 0])).toMatchObject({ kind: 'within', baseline: { floorBps: 0 } });
  });
});

describe('in words', () => {
  const megabits = (...figures: readonly number[]) => compare(figures.map((one) => one * 1e6)).sentence;
  test.each<[string, readonly number[], string]>([
    [
      'none',
      [400, 400, 380],
      '380 Mbit/s received; a comparison takes 3 earlier results with the same parameters, 2 so far',
    ],
    [
      'within',
      [400, 400, 400, 390],
      '390 Mbit/s received; 400 Mbit/s is the median of the last 3 with the same parameters, and down to 380 Mbit/s is chance',
    ],
    [
      'below-once',
      [400, 400, 400, 300],
      '300 Mbit/s received, 25.0 % less than usual; 400 Mbit/s is the median of the last 3 with the same parameters; once may be chance, so measure again',
    ],
    [
      'regressed',
      [400, 400, 400, 300, 320],
      '320 Mbit/s received, 20.0 % less than usual, and the result before, 300 Mbit/s, was too low as well; 400 Mbit/s is the median of the last 4 with the same parameters',
    ],
  ])('%s', (_kind, figures, sentence) => {
    expect(megabits(...figures)).toBe(sentence);
  });
});

const series = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 25 });

describe('always', () => {
  test('what never changes never regresses', () => {
    const rate = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 30 }), (bps, length) => {
        const kind = compare(Array.from({ length }, () => bps)).kind;
        expect(kind).toBe(length < 4 ? 'none' : 'within');
      }),
    );
  });

  test('the unit of the figures decides nothing', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 1_000_000 }), (figures, scale) => {
        expect(compare(figures.map((one) => one * scale)).kind).toBe(compare(figures).kind);
      }),
    );
  });

  test('a regression follows a result that was below', () => {
    // Few values, far apart: regressions are common among them.
    const jumps = fc.array(fc.constantFrom(50, 100, 101), { minLength: 5, maxLength: 25 });
    fc.assert(
      fc.property(jumps, (figures) => {
        const now = compare(figures).kind;
        const before = compare(figures.slice(0, -1)).kind;
        const wasBelow = before === 'below-once' || before === 'regressed';
        if (now === 'regressed') expect(wasBelow).toBe(true);
        if (now === 'below-once') expect(wasBelow).toBe(false);
      }),
    );
  });

  test('results of other parameters in between change nothing', () => {
    fc.assert(
      fc.property(series, series, (figures, others) => {
        const latest = { parameterHash: 'a', receivedBps: figures.at(-1) ?? 0 };
        const earlier = of('a', figures.slice(0, -1));
        const mixed = earlier.flatMap((one, place) => [one, ...of('b', others.slice(place, place + 1))]);
        expect(compareWithBaseline(mixed, latest)).toEqual(compareWithBaseline(earlier, latest));
      }),
    );
  });
});
