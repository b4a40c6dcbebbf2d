import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureAt, likeThePost, sweepOf, triedAs } from '../../../../../test/fakes/fake-candidates.ts';
import { plain } from './paint.ts';
import { renderSweep, renderSweepPlan, renderSweeps, sweepCsv } from './sweep.ts';

const refused = triedAs('802.3ad', 9000, [], { why: 'beta: eth3 takes at most MTU 1500' });

describe('a sweep as text', () => {
  test('is a ranking that lines up, with what follows below', () => {
    expect(renderSweep(sweepOf([...likeThePost, refused]), plain)).toMatchInlineSnapshot(`
      "drbd: balance-rr, MTU 9000 is best  sw_fake12345, 3 runs of 10 s each

      RANK   CANDIDATE              1 STREAM            OF CONFIG   OF HARDWARE   SENT AGAIN   DISRUPTION
      1      balance-rr, MTU 9000   390 Mbit/s ±1.0 %   99.0 %      50.0 %        0.00 %       bond rebuilt   best
      2      802.3ad, MTU 1500      190 Mbit/s ±1.0 %   99.0 %      50.0 %        0.00 %       none           there now
      3      balance-rr, MTU 1500   150 Mbit/s ±1.0 %   99.0 %      50.0 %        2.40 %       bond rebuilt
      -      802.3ad, MTU 9000      -                   -           -             -            bond rebuilt   beta: eth3 takes at most MTU 1500

      - Keep balance-rr, MTU 9000: 390 Mbit/s with 1 stream, 2.05 times the 190 Mbit/s of what is there now. To change to it, the bonds are rebuilt.
      - balance-rr is the only mode in which one stream exceeds one port. It needs a cable or an isolated switch for each port: on one switch a flow comes back to one link.
      - MTU 9000 must pass at every device between the hosts, and at every host of the same network.
      - As in the post, balance-rr at MTU 9000 (there 1.96 Gbit/s, here 390 Mbit/s) is faster than 802.3ad at MTU 1500 (there 944 Mbit/s, here 190 Mbit/s).
      - As in the post, balance-rr at MTU 9000 (there 1.96 Gbit/s, here 390 Mbit/s) is faster than balance-rr at MTU 1500 (there 720 Mbit/s, here 150 Mbit/s).
      - As in the post, 802.3ad at MTU 1500 (there 944 Mbit/s, here 190 Mbit/s) is faster than balance-rr at MTU 1500 (there 720 Mbit/s, here 150 Mbit/s).
      "
    `);
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
    expect(renderSweepPlan({ ...plan, expectedMs: 156_000, rebuilds: 4 }, plain)).toMatchInlineSnapshot(`
      "drbd: 3 candidates, each 3 times 10 s with 1 stream; bonds are rebuilt 4 times on each host; about 3 min

          CANDIDATE              DISRUPTION     BACK AT THE LATEST
      1   802.3ad, MTU 1500      none           -                    there now, nothing is changed
      2   balance-rr, MTU 1500   bond rebuilt   95 s
      3   balance-rr, MTU 9000   bond rebuilt   95 s
      4   802.3ad, MTU 9000      -              -                    not tried: beta: eth3 takes at most MTU 1500
      "
    `);
  });

  test('is one of a list', () => {
    expect(renderSweeps([sweepOf(likeThePost)], plain)).toMatch(
      /sw_fake12345 +1970-01-01 00:00:01Z +drbd +3 +balance-rr, MTU 9000 +finished/,
    );
    expect(renderSweeps([], plain)).toMatch(/^No sweep yet/);
  });
});

test('every column of the CSV is explained in docs/sweeps.md', () => {
  const page = readFileSync(new URL('../../../../../docs/sweeps.md', import.meta.url), 'utf8');
  const explained = page.split('\n').flatMap((line) => line.match(/^\| (`[a-z_`, ]+`) \|/)?.[1] ?? []);
  const [head = ''] = sweepCsv(sweepOf([])).split('\r\n');
  expect(explained.join(',').replaceAll(/[` ]/g, '').split(',')).toEqual(
    expect.arrayContaining(head.split(',')),
  );
});

test('a sweep as CSV has a row for each candidate and number of streams, also for what was not measured', () => {
  const [head, first, ...rest] = sweepCsv(sweepOf([...likeThePost, refused]))
    .trim()
    .split('\n');
  expect(head).toMatch(/^rank,candidate,mode,mtu,streams,mean_bps,/);
  expect(first).toMatch(/^1,"balance-rr, MTU 9000",balance-rr,9000,1,390000000,1,0,/);
  expect(rest.at(-1)).toMatch(/^,"802.3ad, MTU 9000",802.3ad,9000,,,/);
});
