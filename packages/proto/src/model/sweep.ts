import type { SweepEnding } from './event.ts';
import type { BondMode } from './mode.ts';
import type { LinkName, SweepId, TestId } from './names.ts';
import type { OptionName, OptionValues } from './options.ts';
import type { Disruption } from './step.ts';
import type { Tuning, TuningName } from './tuning.ts';

/** What is tried: every combination of these values. An empty list means as the spec has it; streams have one value at least. */
export interface SweepKnobs {
  readonly modes: readonly BondMode[];
  readonly mtus: readonly number[];
  readonly options: Readonly<Partial<Record<OptionName, readonly string[]>>>;
  readonly tuning: Readonly<Partial<Record<TuningName, readonly string[]>>>;
  readonly streams: readonly number[];
}

/** What one candidate is at both ends. Options and settings that are not named stay as the spec has them. */
export interface CandidateSetting {
  readonly mode: BondMode;
  /** null: neither the sweep nor the spec names one. */
  readonly mtu: number | null;
  readonly options: OptionValues;
  readonly tuning: Tuning;
}

/** One candidate before it is tried. */
export interface CandidatePlanView {
  /** Its settings in words: `balance-rr, MTU 9000`. */
  readonly name: string;
  readonly setting: CandidateSetting;
  /** The worst step of trying it; `none` also where it is what is there now. */
  readonly disruption: Disruption;
  /** Whether it is what the hosts have now, so that nothing is changed to try it. */
  readonly isThere: boolean;
  /** For how long it lives at most, should everything die while it is tried, in ms; null where nothing is changed. */
  readonly deadlineMs: number | null;
  /** Why it will not be tried; empty where it will. */
  readonly refused: string;
}

/** How a sweep will go, in the order in which candidates are tried. */
export interface SweepPlanView {
  readonly link: LinkName;
  readonly streams: readonly number[];
  /** How often each is measured with each number of streams, and for how long each time. */
  readonly runs: number;
  readonly seconds: number;
  readonly candidates: readonly CandidatePlanView[];
  readonly expectedMs: number;
  /** How often a bond is rebuilt on each host, there and back. */
  readonly rebuilds: number;
}

/** What one candidate did with so many streams. */
export interface SweepFigure {
  readonly streams: number;
  readonly tests: readonly TestId[];
  /** How many of the tests gave a figure. */
  readonly goodRuns: number;
  /** null: no run was good, and `why` says why. */
  readonly meanBps: number | null;
  /** Half the width of the mean's 95 % confidence interval, in percent of the mean; null: fewer than two runs were good. */
  readonly halfWidthPercent: number | null;
  /** Share of the segments that were sent again, in percent; null where it cannot be said. */
  readonly retransmitPercent: number | null;
  readonly percentOfConfiguration: number | null;
  readonly percentOfHardware: number | null;
  readonly why: string;
}

/** One candidate after its turn. Figures are empty where it was not measured, and `why` says why. */
export interface CandidateView extends Omit<CandidatePlanView, 'refused' | 'deadlineMs'> {
  readonly figures: readonly SweepFigure[];
  readonly why: string;
}

/** A candidate in the ranking, best first. Without a figure it has neither rank nor score. */
export interface RankedCandidate extends CandidateView {
  readonly rank: number | null;
  /** Mean over the numbers of streams of its share of the fastest, in percent. */
  readonly scorePercent: number | null;
  /** Nothing was faster than this by more than chance. */
  readonly isAmongBest: boolean;
}

/** A sweep: what was tried, ranked, and what follows from it. */
export interface SweepView {
  readonly id: SweepId;
  readonly link: LinkName;
  readonly actor: string;
  readonly startedUnixMs: number;
  readonly endedUnixMs: number | null;
  /** null while it runs. */
  readonly ending: SweepEnding | null;
  readonly why: string;
  readonly runs: number;
  readonly seconds: number;
  readonly ranking: readonly RankedCandidate[];
  /** The name of the candidate to keep; null where nothing was measured. */
  readonly best: string | null;
  readonly advice: readonly string[];
  /** Beside what the post measured that this tool comes from; empty where the sweep did not try that. */
  readonly besideThePost: readonly string[];
}
