/** What a demo must show to have shown anything. Pure. */
import { busiestPort, type Row, sentBytes } from './rows.ts';
import { type Candidate, cableBps, cables, candidates } from './specs.ts';

/** A row outside one of its bounds. */
export interface BrokenBound {
  readonly row: Row | null;
  readonly bound: string;
}

/** What all cables carry of one TCP stream: a shaper counts MTU + 14 bytes for each frame, 52 of the MTU are headers. */
export const hardwareBps = (mtu: number): number => (cables * cableBps * (mtu - 52)) / (mtu + 14);

/** Every bound that the rows break; none: the demo holds. */
export function brokenBounds(rows: readonly Row[]): readonly BrokenBound[] {
  const [lacp, small, jumbo] = candidates.map((candidate) => rows.find((row) => isRowOf(row, candidate)));
  if (rows.length !== candidates.length || lacp === undefined || small === undefined || jumbo === undefined)
    return [{ row: null, bound: 'there is one row for each of the three configurations' }];
  return [
    ...rows.flatMap(everyRow),
    ...within(lacp, 'LACP receives 45 to 52 % of the hardware', ofHardware(lacp), 45, 52),
    ...holds(lacp, 'with LACP one port carries over 95 % of the sent bytes', busiestPort(lacp).percent > 95),
    ...holds(jumbo, 'balance-rr at 9000 receives over 95 % of the hardware', ofHardware(jumbo) > 95),
    ...holds(small, 'balance-rr receives less at 1500 than at 9000', small.receivedBps < jumbo.receivedBps),
    ...holds(
      small,
      'balance-rr sends more again at 1500 than at 9000',
      small.retransmits > jumbo.retransmits,
    ),
    ...[small, jumbo].flatMap(balanced),
  ];
}

const isRowOf = (row: Row, { mode, mtu }: Candidate): boolean => row.mode === mode && row.mtu === mtu;
const ofHardware = (row: Row): number => (100 * row.receivedBps) / hardwareBps(row.mtu);

function everyRow(row: Row): readonly BrokenBound[] {
  const { bytes, bits_per_second } = row.iperf3.client.end.sum_received;
  const share = 'percentOfConfiguration lies in 85 to 100.5';
  return [
    ...holds(
      row,
      "receivedBps is the client document's end.sum_received.bits_per_second",
      row.receivedBps === bits_per_second,
    ),
    ...within(
      row,
      "the ports' txBytes sum to 1.00 to 1.15 of the received bytes",
      sentBytes(row) / bytes,
      1,
      1.15,
    ),
    ...within(row, share, row.percentOfConfiguration, 85, 100.5),
  ];
}

function balanced(row: Row): readonly BrokenBound[] {
  const bytes = row.ports.map((port) => port.txBytes);
  const [least, most] = [Math.min(...bytes), Math.max(...bytes)];
  const bound = `the ${cables} ports' txBytes are within 3 % of each other`;
  return holds(row, bound, bytes.length === cables && most - least <= 0.03 * most);
}

const holds = (row: Row, bound: string, held: boolean): readonly BrokenBound[] =>
  held ? [] : [{ row, bound }];

/** NaN is in no interval. */
const within = (
  row: Row,
  bound: string,
  value: number,
  least: number,
  most: number,
): readonly BrokenBound[] => holds(row, bound, value >= least && value <= most);
