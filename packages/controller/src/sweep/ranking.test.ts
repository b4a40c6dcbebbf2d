import type { CandidateView } from '@bondctl/proto/model/sweep';
import { describe, expect, test } from 'vitest';
import { figureAt, triedAs } from '../../../../test/fakes/fake-candidates.ts';
import { adviceOf } from './advice.ts';
import { bestOf, ranked } from './ranking.ts';
import { besideThePost } from './the-post.ts';

const there = triedAs('802.3ad', 1500, [figureAt(1, 190)], { isThere: true, disruption: 'none' });
const slow = triedAs('balance-rr', 1500, [figureAt(1, 150)]);
const fast = triedAs('balance-rr', 9000, [figureAt(1, 390)]);
const namesOf = (candidates: readonly CandidateView[]) => ranked(candidates).map(({ name }) => name);
const best = (candidates: readonly CandidateView[]) => bestOf(ranked(candidates))?.name;

describe('the ranking', () => {
  test('has the fastest first, and whoever has no figure last and unranked', () => {
    const none = triedAs('802.3ad', 9000, [figureAt(1, null)]);
    expect(ranked([none, slow, fast, there]).map(({ name, rank }) => [rank, name])).toEqual([
      [1, 'balance-rr, MTU 9000'],
      [2, '802.3ad, MTU 1500'],
      [3, 'balance-rr, MTU 1500'],
      [null, '802.3ad, MTU 9000'],
    ]);
  });

  test('counts every number of streams alike', () => {
    const wide = triedAs('802.3ad', 9000, [figureAt(1, 200), figureAt(4, 400)]);
    const narrow = triedAs('balance-rr', 9000, [figureAt(1, 300), figureAt(4, 200)]);
    expect(ranked([wide, narrow]).map(({ scorePercent }) => Math.round(scorePercent ?? 0))).toEqual([83, 75]);
    expect(ranked([wide, narrow]).map(({ isAmongBest }) => isAmongBest)).toEqual([false, false]);
    expect(best([wide, narrow])).toBe(wide.name);
  });

  test('does not depend on the order in which candidates were tried', () => {
    expect(namesOf([fast, there, slow])).toEqual(namesOf([slow, there, fast]));
  });
});

describe('the best', () => {
  test.each<[string, readonly CandidateView[], string | undefined]>([
    ['is the fastest', [there, fast], fast.name],
    [
      'is what is there where nothing is faster by more than chance',
      [there, triedAs('balance-xor', 1500, [figureAt(1, 191)])],
      there.name,
    ],
    [
      'is the milder of two that are equally fast',
      [
        triedAs('balance-rr', 9000, [figureAt(1, 391)]),
        triedAs('balance-xor', 9000, [figureAt(1, 390)], { disruption: 'none' }),
      ],
      'balance-xor, MTU 9000',
    ],
    ['is none where nothing was measured', [triedAs('802.3ad', 9000, [])], undefined],
  ])('%s', (_what, candidates, name) => {
    expect(best(candidates)).toBe(name);
  });

  test('of single runs needs five per cent', () => {
    const once = { halfWidthPercent: null, goodRuns: 1 };
    const one = triedAs('802.3ad', 1500, [figureAt(1, 190, once)], { isThere: true });
    expect(best([one, triedAs('balance-rr', 1500, [figureAt(1, 198, once)])])).toBe(one.name);
    expect(best([one, triedAs('balance-rr', 1500, [figureAt(1, 210, once)])])).toBe('balance-rr, MTU 1500');
  });
});

test('two runs are apart by what lies between them, not by an interval that says nothing', () => {
  // 346 and 370 Mbit/s: their mean is certain to 43 % by Student, and nobody doubts that it is above 197.
  const twice = triedAs('balance-rr', 9000, [figureAt(1, 358, { halfWidthPercent: 42.6, goodRuns: 2 })]);
  const other = triedAs('802.3ad', 9000, [figureAt(1, 197, { halfWidthPercent: 1, goodRuns: 2 })], {
    disruption: 'port flap',
  });
  expect(best([other, twice])).toBe(twice.name);
  const near = triedAs('802.3ad', 9000, [figureAt(1, 340, { halfWidthPercent: 1, goodRuns: 2 })], {
    disruption: 'port flap',
  });
  expect(best([near, twice])).toBe(near.name);
});

describe('the advice', () => {
  const adviceFor = (candidates: readonly CandidateView[]) => {
    const ranking = ranked(candidates);
    return adviceOf(ranking, bestOf(ranking)).join('\n');
  };

  test('says what is gained, what it costs and what it needs', () => {
    const said = adviceFor([there, fast]);
    expect(said).toContain('Keep balance-rr, MTU 9000: 390 Mbit/s with 1 stream, 2.05 times the 190 Mbit/s');
    expect(said).toContain('To change to it, the bonds are rebuilt.');
    expect(said).toMatch(/isolated switch for each port/);
    expect(said).toMatch(/MTU 9000 must pass at every device/);
  });

  test('leaves what is as good as anything', () => {
    expect(adviceFor([there, slow])).toMatch(/^Leave it as it is: nothing that was tried is faster/);
  });

  test('says of vague figures that they are, and of none that there are none', () => {
    const vague = triedAs('balance-rr', 1500, [figureAt(1, 150, { halfWidthPercent: 9 })]);
    expect(adviceFor([there, vague])).toMatch(/balance-rr, MTU 1500: the runs differ by more than 5 %/);
    expect(adviceFor([triedAs('802.3ad', 9000, [])])).toMatch(/^Nothing could be measured/);
  });
});

describe('beside the post', () => {
  test('the same order is said to be the same', () => {
    expect(besideThePost([there, slow, fast])).toEqual([
      expect.stringMatching(/^As in the post, balance-rr at MTU 9000 .* is faster than 802.3ad at MTU 1500/),
      expect.stringMatching(
        /^As in the post, balance-rr at MTU 9000 .* is faster than balance-rr at MTU 1500/,
      ),
      expect.stringMatching(/^As in the post, 802.3ad at MTU 1500 .* is faster than balance-rr at MTU 1500/),
    ]);
  });

  test('another order is said with the figures of both and a reason from what was counted', () => {
    const [said = ''] = besideThePost([there, triedAs('balance-rr', 1500, [figureAt(1, 370)])]);
    expect(said).toContain(
      'Otherwise than in the post, balance-rr at MTU 1500 (there 720 Mbit/s, here 370 Mbit/s)',
    );
    expect(said).toContain('Here 0.0 % of the segments were sent again: packets hardly overtake each other');
    const [resent = ''] = besideThePost([
      there,
      triedAs('balance-rr', 1500, [figureAt(1, 370, { retransmitPercent: 4 })]),
    ]);
    expect(resent).toContain('packets do overtake each other, but a kernel that waits');
  });

  test('what the post did not try is not compared', () => {
    expect(besideThePost([triedAs('balance-xor', 1500, [figureAt(1, 370)]), there])).toEqual([]);
  });
});
