/** What iperf3 measured, driven by us and by hand in turn, and what that comes to. Pure. */
import { median } from '../../packages/controller/src/statistics/summary.ts';

/** Received bit/s of each run, in the order in which they were made: ours, by hand, ours, ... */
export type Measured = { readonly oursBps: readonly number[]; readonly byHandBps: readonly number[] };

/** The figures of the benchmark. `ratio` is the median of ours over the median by hand. */
export type Figures = Measured & {
  readonly oursMedianBps: number;
  readonly byHandMedianBps: number;
  readonly ratio: number;
};

/** Throws where a side has no run: nothing can be compared then. */
export function figuresOf(measured: Measured): Figures {
  const [ours, byHand] = [median(measured.oursBps), median(measured.byHandBps)];
  if (ours === null || byHand === null || byHand <= 0)
    throw new Error('a side of the comparison has no run, so there is no ratio');
  return { ...measured, oursMedianBps: ours, byHandMedianBps: byHand, ratio: ours / byHand };
}

const mbps = (bps: number): string => (bps / 1e6).toFixed(2).padStart(9);

/** The figures for people. */
export function tableOf({ oursBps, byHandBps, oursMedianBps, byHandMedianBps, ratio }: Figures): string {
  return [
    'received, in Mbit/s, one run after the other',
    '',
    `driven by bondctl   ${oursBps.map(mbps).join('')}   median ${mbps(oursMedianBps)}`,
    `by hand             ${byHandBps.map(mbps).join('')}   median ${mbps(byHandMedianBps)}`,
    `ratio of medians    ${ratio.toFixed(4).padStart(9)}`,
  ].join('\n');
}
