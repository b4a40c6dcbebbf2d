import type { Repetition, TestResult } from '@bondctl/proto/model/linktest';
import { formatRate } from '../linktest/figures.ts';
import { type Repetition as Decision, type RepetitionRules, repeatOrStop } from '../statistics/repetition.ts';

/** A measurement that is made several times: netperf's rule (link-testing.md 5e). */
export function rulesOf(budgetSeconds: number, runMs: number): RepetitionRules {
  return { least: 3, most: 10, withinPercent: 2.5, budgetMs: budgetSeconds * 1000, runMs };
}

/** What the runs so far say together, and whether one more is to follow. */
export function repetitionOf(
  runs: readonly TestResult[],
  usedMs: number,
  rules: RepetitionRules,
): { readonly repetition: Repetition; readonly again: boolean } {
  const goodBps = runs.flatMap(({ run }) => (run?.ok === true ? [run.figures.receivedBps] : []));
  const decision = repeatOrStop({ goodBps, inconclusive: runs.length - goodBps.length, usedMs }, rules);
  return { repetition: viewOf(runs, goodBps, decision), again: decision.kind === 'again' };
}

function viewOf(runs: readonly TestResult[], goodBps: readonly number[], decision: Decision): Repetition {
  const tests = runs.map(({ id }) => id);
  if (decision.kind === 'again') {
    const sentence = `run ${tests.length}; one more follows`;
    return { tests, meanBps: null, halfWidthPercent: null, isCertain: false, sentence };
  }
  const { mean, halfWidthPercent } = decision;
  const isCertain = decision.kind === 'enough';
  const why = isCertain ? '' : `; not more certain, because ${decision.why}`;
  const sentence = `${meanSentence(mean, halfWidthPercent, goodBps.length)}${why}`;
  return { tests, meanBps: mean, halfWidthPercent, isCertain, sentence };
}

function meanSentence(mean: number | null, halfWidthPercent: number | null, runs: number): string {
  if (mean === null) return 'no run gave a figure';
  const of = runs === 1 ? 'of one run' : `is the mean of ${runs} runs`;
  const width = halfWidthPercent === null ? '' : `, certain to ${halfWidthPercent.toFixed(1)} % (95 %)`;
  return `${formatRate(mean)} ${of}${width}`;
}
