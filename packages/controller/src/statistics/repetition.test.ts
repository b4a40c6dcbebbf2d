import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RepetitionRules, type RunsSoFar, repeatOrStop } from './repetition.ts';

const rules: RepetitionRules = { least: 3, most: 10, withinPercent: 2.5, budgetMs: 300_000, runMs: 12_000 };
const runs = (goodBps: readonly number[], change: Partial<RunsSoFar> = {}): RunsSoFar => ({
  goodBps,
  inconclusive: 0,
  usedMs: 0,
  ...change,
});

describe('by hand', () => {
  // Half widths: t * s / sqrt(n).
  test.each<[string, readonly number[], number]>([
    ['4.303 * 1 / sqrt(3)', [99, 100, 101], 2.48434],
    ['2.776 * sqrt(8 / 4) / sqrt(5)', [98, 100, 102, 100, 100], 1.75569],
    ['no spread at all', [100, 100, 100], 0],
  ])('%s is enough', (_name, goodBps, halfWidth) => {
    const decision = repeatOrStop(runs(goodBps), rules);
    expect(decision).toMatchObject({ kind: 'enough', mean: 100 });
    expect(decision).toHaveProperty('halfWidthPercent', expect.closeTo(halfWidth, 4));
  });

  test.each<[string, RunsSoFar]>([
    ['nothing yet', runs([])],
    ['one run', runs([100])],
    ['two that agree are fewer than three', runs([100, 100])],
    ['4.303 * 2 / sqrt(3) = 4.97', runs([98, 100, 102])],
    ['3.182 * sqrt(8 / 3) / 2 = 2.60', runs([98, 100, 102, 100])],
    ['two without a figure do not make up for the third', runs([100, 100], { inconclusive: 2 })],
    ['just time for one more', runs([100], { usedMs: 288_000 })],
  ])('%s: again', (_name, sofar) => {
    expect(repeatOrStop(sofar, rules)).toEqual({ kind: 'again' });
  });

  test.each<[string, RunsSoFar, RegExp, number | null, number | null]>([
    [
      'the most runs',
      runs([98, 100, 102], { inconclusive: 7 }),
      /^10 of at most 10 runs were made, 7 of them/,
      100,
      4.9687,
    ],
    [
      'no time for one more',
      runs([98, 100, 102], { usedMs: 288_001 }),
      /^288 s of 300 s are used, and a run takes 12 s$/,
      100,
      4.9687,
    ],
    ['one good run', runs([100], { inconclusive: 9 }), /10 of at most 10/, 100, null],
    ['no good run', runs([], { inconclusive: 10 }), /10 of at most 10/, null, null],
    ['nothing arrived', runs([0, 0, 0], { inconclusive: 7 }), /10 of at most 10/, 0, null],
    ['a budget too small for one run', runs([], { usedMs: 299_000 }), /299 s of 300 s/, null, null],
  ])('%s: spent', (_name, sofar, why, mean, halfWidth) => {
    const decision = repeatOrStop(sofar, rules);
    expect(decision).toMatchObject({ kind: 'spent', why: expect.stringMatching(why), mean });
    expect(decision).toHaveProperty(
      'halfWidthPercent',
      halfWidth === null ? null : expect.closeTo(halfWidth, 4),
    );
  });

  test('a certain mean is enough also when everything is used up', () => {
    const sofar = runs([99, 100, 101], { inconclusive: 7, usedMs: 300_000 });
    expect(repeatOrStop(sofar, rules).kind).toBe('enough');
  });
});

/** Close enough to each other to suffice now and then. */
const figures = fc.array(fc.integer({ min: 95, max: 105 }), { maxLength: 12 });
const anyRuns = fc.record({ goodBps: figures, inconclusive: fc.nat(12), usedMs: fc.nat(320_000) });

/** What is known when no more runs are allowed. */
function certainty(sofar: RunsSoFar) {
  const decision = repeatOrStop(sofar, { ...rules, most: 0 });
  return decision.kind === 'again' ? null : [decision.kind, decision.mean, decision.halfWidthPercent];
}

/** What one run comes to: its figure, or null. */
const outcome = fc.option(fc.integer({ min: 1, max: 1000 }));

describe('always', () => {
  test('it ends within the most runs and within the budget', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(150_000),
        (outcomes, most, budgetMs) => {
          const bounded = { ...rules, least: Math.min(rules.least, most), most, budgetMs };
          let sofar = runs([]);
          for (const bps of outcomes) {
            if (repeatOrStop(sofar, bounded).kind !== 'again') break;
            sofar = {
              goodBps: bps === null ? sofar.goodBps : [...sofar.goodBps, bps],
              inconclusive: sofar.inconclusive + (bps === null ? 1 : 0),
              usedMs: sofar.usedMs + rules.runMs,
            };
          }
          expect(repeatOrStop(sofar, bounded).kind).not.toBe('again');
          expect(sofar.goodBps.length + sofar.inconclusive).toBeLessThanOrEqual(most);
          expect(sofar.usedMs).toBeLessThanOrEqual(budgetMs);
        },
      ),
    );
  });

  test('a run without a figure changes neither mean nor certainty', () => {
    fc.assert(
      fc.property(anyRuns, (sofar) => {
        expect(certainty({ ...sofar, inconclusive: sofar.inconclusive + 1 })).toEqual(certainty(sofar));
      }),
    );
  });

  test('the unit of the figures decides nothing', () => {
    fc.assert(
      fc.property(anyRuns, fc.integer({ min: -20, max: 20 }), (sofar, power) => {
        // Powers of two scale without rounding, so that what lies exactly on a limit stays there.
        const scaled = { ...sofar, goodBps: sofar.goodBps.map((bps) => bps * 2 ** power) };
        expect(repeatOrStop(scaled, rules).kind).toBe(repeatOrStop(sofar, rules).kind);
      }),
    );
  });
});
