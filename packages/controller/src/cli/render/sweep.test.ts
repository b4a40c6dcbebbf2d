import { describe, expect, test } from 'vitest';
import { figureAt, likeThePost, sweepOf, triedAs } from '../../../../../test/fakes/fake-candidates.ts';
import { plain } from './paint.ts';
import { renderSweep, renderSweepPlan, renderSweeps, sweepCsv } from './sweep.ts';

const refused = triedAs('802.3ad', 9000, [], { why: 'beta: eth3 takes at most MTU 1500' });

describe('a sweep as text', () => {
  test('is a ranking that lines up, with what follows below', () => {
    expect(renderSweep(sweepOf([...likeThePost, refused]), plain)).toMatchInlineSnapshot();
  });

  test('has a column for each number of streams', () => {
    const sweep = sweepOf([triedAs('802.3ad', 1500, [figureAt(1, 190), figureAt(4, 380)])]);
    expect(renderSweep(sweep, plain)).toMatch(/1 STREAM +4 STREAMS/);
  });

  test('is a plan before it begins: who is rebuilt, and by when everything is back', () => {
    const candidates = [
      ...likeThePost.map((one) => ({ ...one, deadlineMs: one.isThere ? null : 95_000, refused: '' })),
      { ...refused, deadlineMs: null, refused: refused.why },
    ];
    const plan = { link: sweepOf([]).link, streams: [1], runs: 3, seconds: 10, candidates };
    expect(renderSweepPlan({ ...plan, expectedMs: 156_000, rebuilds: 4 }, plain)).toMatchInlineSnapshot();
  });

  test('is one of a list', () => {
    expect(renderSweeps([sweepOf(likeThePost)], plain)).toMatch(
      /sw_fake12345 +1970-01-01 00:00:01Z +drbd +3 +balance-rr, MTU 9000 +finished/,
    );
    expect(renderSweeps([], plain)).toMatch(/^No sweep yet/);
  });
});

test('a sweep as CSV has a row for each candidate and number of streams, also for what was not measured', () => {
  const [head, first, ...rest] = sweepCsv(sweepOf([...likeThePost, refused]))
    .trim()
    .split('\n');
  expect(head).toMatch(/^rank,candidate,mode,mtu,streams,mean_bps,/);
  expect(first).toMatch(/^1,"balance-rr, MTU 9000",balance-rr,9000,1,390000000,1,0,/);
  expect(rest.at(-1)).toMatch(/^,"802.3ad, MTU 9000",802.3ad,9000,,,/);
});
