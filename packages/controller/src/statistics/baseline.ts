import { formatPercent, formatRate } from '../linktest/figures.ts';
import { median, medianDeviation } from './summary.ts';

/** What one good run received, in bit/s, and under which parameters, as their hash. */
export interface GoodResult {
  readonly parameterHash: string;
  readonly receivedBps: number;
}

/** What is usual, in bit/s. */
export interface Baseline {
  /** How many results it is made of. */
  readonly results: number;
  readonly medianBps: number;
  readonly deviationBps: number;
  /** What is less is below the baseline; never negative. */
  readonly floorBps: number;
}

/** A figure and what was usual when it was measured. */
export interface Placed {
  readonly receivedBps: number;
  readonly baseline: Baseline;
}

/** A result beside those before it. */
export type Comparison =
  | {
      readonly kind: 'none';
      readonly receivedBps: number;
      readonly results: number;
      readonly sentence: string;
    }
  | ({ readonly kind: 'within' | 'below-once'; readonly sentence: string } & Placed)
  | ({ readonly kind: 'regressed'; readonly before: Placed; readonly sentence: string } & Placed);

/** Results that a baseline is made of, at least and unless somebody asks for another number. */
const least = 3;
const usually = 10;
/** A figure is below by this share of the median, or by this many deviations where results spread more. */
const leastPercent = 5;
const deviations = 3;

/**
 * The latest good result beside the last `most` (3 or more) with the same parameters of the good results of one link before
 * it, oldest first. Below once is chance; twice running, each beside what came before it, is a regression (link-testing.md 5e).
 */
export function compareWithBaseline(
  earlier: readonly GoodResult[],
  latest: GoodResult,
  most = usually,
): Comparison {
  const alike = [...earlier.filter((one) => one.parameterHash === latest.parameterHash), latest];
  const figures = alike.map((one) => one.receivedBps);
  const placed = placeLast(figures, most);
  if (placed === null) return nothingToCompare(latest.receivedBps, figures.length - 1);
  if (!isBelow(placed)) return { kind: 'within', ...placed, sentence: withinSentence(placed) };
  const before = placeLast(figures.slice(0, -1), most);
  return before !== null && isBelow(before)
    ? { kind: 'regressed', ...placed, before, sentence: regressedSentence(placed, before) }
    : { kind: 'below-once', ...placed, sentence: belowSentence(placed) };
}

/** The last figure beside those before it; null where these are too few. */
function placeLast(figures: readonly number[], most: number): Placed | null {
  const receivedBps = figures.at(-1);
  const baseline = baselineOf(figures.slice(0, -1).slice(-most));
  return receivedBps === undefined || baseline === null ? null : { receivedBps, baseline };
}

function baselineOf(figures: readonly number[]): Baseline | null {
  const [medianBps, deviationBps] = [median(figures), medianDeviation(figures)];
  if (figures.length < least || medianBps === null || deviationBps === null) return null;
  const margin = Math.max((leastPercent * medianBps) / 100, deviations * deviationBps);
  return { results: figures.length, medianBps, deviationBps, floorBps: Math.max(0, medianBps - margin) };
}

const isBelow = ({ receivedBps, baseline }: Placed): boolean => receivedBps < baseline.floorBps;

const nothingToCompare = (receivedBps: number, results: number): Comparison => ({
  kind: 'none',
  receivedBps,
  results,
  sentence: `${formatRate(receivedBps)} received; a comparison takes ${least} earlier results with the same parameters, ${results} so far`,
});

const withinSentence = ({ receivedBps, baseline }: Placed): string =>
  `${formatRate(receivedBps)} received; ${usual(baseline)}, and down to ${formatRate(baseline.floorBps)} is chance`;

const belowSentence = (placed: Placed): string =>
  `${under(placed)}; ${usual(placed.baseline)}; once may be chance, so measure again`;

const regressedSentence = (placed: Placed, before: Placed): string =>
  `${under(placed)}, and the result before, ${formatRate(before.receivedBps)}, was too low as well; ${usual(placed.baseline)}`;

const usual = ({ medianBps, results }: Baseline): string =>
  `${formatRate(medianBps)} is the median of the last ${results} with the same parameters`;

const under = ({ receivedBps, baseline }: Placed): string =>
  `${formatRate(receivedBps)} received, ${formatPercent(100 - (100 * receivedBps) / baseline.medianBps)} less than usual`;
