import type { CandidateView, RankedCandidate, SweepFigure } from '@bondctl/proto/model/sweep';
import { studentT95 } from '../statistics/student.ts';
import { mean } from '../statistics/summary.ts';
import { costOf } from './plan.ts';

/** Single runs of the same thing differ by this much (link-testing.md 5e); means of several say it of themselves. */
const oncePercent = 5;

/**
 * Candidates, best first. A candidate's score is the mean over the numbers of streams of its share of the fastest there;
 * who has no figure for one of them comes last, unranked. `isAmongBest`: nothing was faster by more than chance.
 */
export function ranked(candidates: readonly CandidateView[]): readonly RankedCandidate[] {
  const scored = candidates.map((one) => ({ one, score: scoreOf(one, candidates) }));
  const measured = scored
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const without = scored.filter(({ score }) => score === null);
  return [...measured, ...without].map(({ one, score }, at) => ({
    ...one,
    rank: score === null ? null : at + 1,
    scorePercent: score,
    isAmongBest: score !== null && one.figures.every((figure) => isUnbeaten(figure, candidates)),
  }));
}

/** Whom to keep: among those that nothing beats, the one that disturbs least, and of equals the one with the better score. */
export function bestOf(ranking: readonly RankedCandidate[]): RankedCandidate | null {
  const [first] = ranking;
  if (first === undefined || first.rank === null) return null;
  const [best = first] = ranking
    .filter(({ isAmongBest }) => isAmongBest)
    .toSorted((a, b) => costOf(a) - costOf(b));
  return best;
}

function scoreOf({ figures }: CandidateView, all: readonly CandidateView[]): number | null {
  const shares = figures.map((figure) => {
    const fastest = Math.max(...meansAt(figure.streams, all));
    return figure.meanBps === null || fastest <= 0 ? null : (100 * figure.meanBps) / fastest;
  });
  return shares.includes(null) ? null : mean(shares.filter((share) => share !== null));
}

const figuresAt = (streams: number, all: readonly CandidateView[]): readonly SweepFigure[] =>
  all.flatMap(({ figures }) => figures.filter((figure) => figure.streams === streams));

const meansAt = (streams: number, all: readonly CandidateView[]): readonly number[] =>
  figuresAt(streams, all).flatMap(({ meanBps }) => (meanBps === null ? [] : [meanBps]));

const isUnbeaten = (figure: SweepFigure, all: readonly CandidateView[]): boolean =>
  !figuresAt(figure.streams, all).some((other) => isFaster(other, figure));

/** Whether one figure is above another by more than chance explains. */
export function isFaster(one: SweepFigure, other: SweepFigure): boolean {
  if (one.meanBps === null || other.meanBps === null || one.meanBps <= other.meanBps) return false;
  return one.meanBps - other.meanBps > chanceBps(one, other);
}

/** Errors of means add up as squares; where one of the two was measured too rarely for an interval, the larger one counts. */
function chanceBps(one: SweepFigure, other: SweepFigure): number {
  const [a, b] = [widthBps(one), widthBps(other)];
  const isCertain = Math.min(one.goodRuns, other.goodRuns) >= leastForInterval;
  return isCertain ? Math.hypot(a, b) : Math.max(a, b);
}

/** Of two runs Student's interval is six times as wide as what lies between them, which says nothing about either. */
const leastForInterval = 3;

function widthBps({ meanBps, halfWidthPercent, goodRuns }: SweepFigure): number {
  const mean = meanBps ?? 0;
  const half = ((halfWidthPercent ?? 0) / 100) * mean;
  if (goodRuns >= leastForInterval) return half;
  const between = (2 * half) / studentT95(1);
  return Math.max((oncePercent / 100) * mean, between);
}
