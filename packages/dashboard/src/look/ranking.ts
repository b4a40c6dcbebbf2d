import type { RankedCandidate, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { counted, percentText, rateText } from './figures.ts';

/** One figure of a candidate as a bar: all in percent of the room that the fastest interval takes. */
export interface RankingBar {
  readonly name: string;
  readonly figure: string;
  /** null: no run was good, and `why` says why. */
  readonly percent: number | null;
  /** Where the interval of the mean begins and ends; null: measured once. */
  readonly interval: readonly [number, number] | null;
  readonly why: string;
}

/** One candidate of a sweep beside the others. */
export interface RankingRow {
  readonly name: string;
  readonly rank: number | null;
  readonly isBest: boolean;
  readonly isAmongBest: boolean;
  readonly isThere: boolean;
  readonly bars: readonly RankingBar[];
  readonly why: string;
}

/** The ranking of a sweep, best first. */
export function rankingRows({ ranking, best }: SweepView): readonly RankingRow[] {
  const most = Math.max(1, ...ranking.flatMap(({ figures }) => figures).map(upperBps));
  return ranking.map((one) => rowOf(one, best, most));
}

const upperBps = ({ meanBps, halfWidthPercent }: SweepFigure): number =>
  (meanBps ?? 0) * (1 + (halfWidthPercent ?? 0) / 100);

const rowOf = (one: RankedCandidate, best: string | null, mostBps: number): RankingRow => ({
  name: one.name,
  rank: one.rank,
  isBest: one.name === best,
  isAmongBest: one.isAmongBest,
  isThere: one.isThere,
  bars: one.figures.map((figure) => barOf(figure, mostBps)),
  why: one.why,
});

function barOf(figure: SweepFigure, mostBps: number): RankingBar {
  const { streams, meanBps, halfWidthPercent, percentOfConfiguration, why } = figure;
  const name = counted(streams, 'stream');
  if (meanBps === null) return { name, figure: 'not measured', percent: null, interval: null, why };
  const half = halfWidthPercent === null ? null : (meanBps * halfWidthPercent) / 100;
  const at = (bps: number): number => (100 * Math.max(0, bps)) / mostBps;
  return {
    name,
    figure: [
      `${rateText(meanBps)}${halfWidthPercent === null ? '' : ` ±${percentText(halfWidthPercent)}`}`,
      ...(percentOfConfiguration === null ? [] : [`${percentText(percentOfConfiguration)} of its limit`]),
    ].join(', '),
    percent: at(meanBps),
    interval: half === null ? null : [at(meanBps - half), at(meanBps + half)],
    why,
  };
}
