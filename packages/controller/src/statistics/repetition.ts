import { halfWidth95, mean } from './summary.ts';

/** How often a measurement is repeated. */
export interface RepetitionRules {
  /** Good runs before a mean is believed. */
  readonly least: number;
  /** Runs of any kind after which it ends. */
  readonly most: number;
  /** The half width of the mean's 95 % confidence interval that suffices, as a share of the mean. */
  readonly withinPercent: number;
  readonly budgetMs: number;
  /** What one more run takes at most. */
  readonly runMs: number;
}

/** What was measured so far. */
export interface RunsSoFar {
  /** Figures of the good runs, in bit/s. */
  readonly goodBps: readonly number[];
  /** Runs that gave no figure. */
  readonly inconclusive: number;
  readonly usedMs: number;
}

/** Whether to measure again. `mean` is in bit/s, `halfWidthPercent` a share of it; `why` is one clause. */
export type Repetition =
  | { readonly kind: 'again' }
  | { readonly kind: 'enough'; readonly mean: number; readonly halfWidthPercent: number }
  | {
      readonly kind: 'spent';
      readonly why: string;
      /** null: no run was good. */
      readonly mean: number | null;
      /** null: fewer than two runs were good, or nothing arrived in any of them. */
      readonly halfWidthPercent: number | null;
    };

/**
 * netperf's rule (its options -i and -I; link-testing.md 5e): again until the mean is certain enough or the budget is spent.
 * A run without a figure uses up runs and time, and never counts as slow.
 */
export function repeatOrStop(runs: RunsSoFar, rules: RepetitionRules): Repetition {
  const average = mean(runs.goodBps);
  const halfWidthPercent = percentOf(halfWidth95(runs.goodBps), average);
  const isSettled = runs.goodBps.length >= rules.least;
  if (isSettled && average !== null && halfWidthPercent !== null && halfWidthPercent <= rules.withinPercent)
    return { kind: 'enough', mean: average, halfWidthPercent };
  const why = spentBecause(runs, rules);
  return why === null ? { kind: 'again' } : { kind: 'spent', why, mean: average, halfWidthPercent };
}

const percentOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : (100 * part) / whole;

function spentBecause({ goodBps, inconclusive, usedMs }: RunsSoFar, rules: RepetitionRules): string | null {
  const made = goodBps.length + inconclusive;
  if (made >= rules.most)
    return `${made} of at most ${rules.most} runs were made, ${inconclusive} of them without a figure`;
  if (usedMs + rules.runMs > rules.budgetMs)
    return `${seconds(usedMs)} of ${seconds(rules.budgetMs)} are used, and a run takes ${seconds(rules.runMs)}`;
  return null;
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
