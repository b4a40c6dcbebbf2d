import type { PortShare } from '@bondctl/proto/model/linktest';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';
import { brokenBounds, hardwareBps } from './bounds.ts';
import type { Row } from './rows.ts';
import { candidates, specOf } from './specs.ts';
import { postPercent, sentencesOf, tableOf } from './words.ts';

const ports = (first: number, second: number) =>
  [
    { name: 'eth1', txBytes: first, rxBytes: 1 },
    { name: 'eth2', txBytes: second, rxBytes: 1 },
  ] as unknown as readonly PortShare[];

/** A row that measured a share of the hardware over ten seconds. */
function row(
  mode: string,
  mtu: number,
  percent: number,
  retransmits: number,
  split: number,
  ceiling: number,
): Row {
  const receivedBps = (hardwareBps(mtu) * percent) / 100;
  const bytes = (receivedBps * 10) / 8;
  const sent = bytes * ((mtu + 14) / (mtu - 52));
  return {
    mode,
    mtu,
    streams: 1,
    receivedBps,
    retransmits,
    ports: ports(sent * split, sent * (1 - split)),
    percentOfConfiguration: (100 * percent) / ceiling,
    percentOfHardware: percent,
    iperf3: { client: { end: { sum_received: { bytes, bits_per_second: receivedBps } } }, server: {} },
  };
}

const lacp = row('802.3ad', 1500, 49.9, 0, 0.999, 50);
const small = row('balance-rr', 1500, 96.7, 182, 0.5, 100);
const jumbo = row('balance-rr', 9000, 99.9, 9, 0.5, 100);
const good = [lacp, small, jumbo];

describe('the bounds of the demo', () => {
  test('hold for what was measured when the lab was built', () => expect(brokenBounds(good)).toEqual([]));

  test.each<[string, readonly Row[], RegExp]>([
    ['a row is missing', [lacp, small], /one row for each/],
    ['a row is there twice', [...good, jumbo], /one row for each/],
    ['LACP is too fast', [row('802.3ad', 1500, 53, 0, 0.999, 60), small, jumbo], /45 to 52/],
    ['LACP is too slow', [row('802.3ad', 1500, 44, 0, 0.999, 50), small, jumbo], /45 to 52/],
    ['LACP uses both ports', [row('802.3ad', 1500, 49.9, 0, 0.9, 50), small, jumbo], /over 95 % of the sent/],
    [
      'jumbo frames do not help',
      [lacp, row('balance-rr', 1500, 90, 50, 0.5, 100), row('balance-rr', 9000, 94, 9, 0.5, 100)],
      /over 95 % of the hardware/,
    ],
    [
      '1500 is faster',
      [lacp, row('balance-rr', 1500, 100.4, 50, 0.5, 100), row('balance-rr', 9000, 95.5, 9, 0.5, 100)],
      /less at 1500/,
    ],
    ['1500 loses as little', [lacp, row('balance-rr', 1500, 96, 9, 0.5, 100), jumbo], /more again at 1500/],
    ['balance-rr is lopsided', [lacp, small, row('balance-rr', 9000, 99.9, 9, 0.51, 100)], /within 3 %/],
    ['more was sent than can be', [lacp, small, { ...jumbo, ports: ports(300e6, 300e6) }], /1.00 to 1.15/],
    ['the counters saw less', [lacp, small, { ...jumbo, ports: ports(200e6, 200e6) }], /1.00 to 1.15/],
    [
      'another figure is shown',
      [lacp, small, { ...jumbo, receivedBps: jumbo.receivedBps - 1 }],
      /bits_per_second/,
    ],
    [
      'the configuration is not used',
      [lacp, { ...small, percentOfConfiguration: 84.9 }, jumbo],
      /85 to 100.5/,
    ],
    ['a figure is no number', [lacp, { ...small, percentOfConfiguration: Number.NaN }, jumbo], /85 to 100.5/],
  ])('%s', (_name, rows, bound) => {
    const broken = brokenBounds(rows);
    expect(broken.map((one) => one.bound)).toEqual([expect.stringMatching(bound)]);
  });
});

describe('the words of the demo', () => {
  test('a table for people', () => {
    expect(tableOf(good)).toMatchInlineSnapshot(`
      "mode         MTU    Mbit/s   retransmissions   share of each port         of configuration   of hardware   the post (2 x 1 Gbit/s)
      ----------   ----   ------   ---------------   ------------------------   ----------------   -----------   -------------------------------
      802.3ad      1500   191      0                 eth1 99.9 %, eth2 0.1 %    99.8 %             49.9 %        944 Mbit/s, 50.1 % of hardware
      balance-rr   1500   370      182               eth1 50.0 %, eth2 50.0 %   96.7 %             96.7 %        720 Mbit/s, 38.2 % of hardware
      balance-rr   9000   397      9                 eth1 50.0 %, eth2 50.0 %   99.9 %             99.9 %        1960 Mbit/s, 99.0 % of hardware"
    `);
  });

  test('one sentence for each row, with this run', () => {
    expect(sentencesOf(good).join('\n')).toMatchInlineSnapshot(`
      "802.3ad at 1500: one stream stays on one port (eth1 sent 99.9 %), so all that this configuration can do is 49.9 % of what both cables carry; the post found the same: 944 Mbit/s, 50.1 % of its cables.
      balance-rr at 1500: the stream uses both cables, 96.7 % of what both cables carry, and 182 segments were sent again where MTU 9000 sent 9; the post got 720 Mbit/s, 38.2 % of its cables: today's TCP waits before it takes a late segment for a lost one, so reordering costs it 3.3 % and not 61.8 %.
      balance-rr at 9000: the stream uses both cables, 99.9 % of what both cables carry, and 9 segments were sent again where MTU 1500 sent 182; the post found the same: 1960 Mbit/s, 99.0 % of its cables."
    `);
  });

  test('a TCP as slow as then is said to be so', () => {
    const then = row('balance-rr', 1500, 38, 9000, 0.5, 100);
    expect(sentencesOf([lacp, then, jumbo])[1]).toContain('the post found the same: 720 Mbit/s');
  });

  test("the post's shares of its own cables", () => {
    expect(candidates.map((one) => Number(postPercent(one).toFixed(1)))).toEqual([50.1, 38.2, 99]);
  });
});

test.each(candidates)('the spec of $mode at $mtu is one', (candidate) => {
  expect(parseSpec(specOf(candidate), 'demo.yaml')).toMatchObject({ ok: true });
});
