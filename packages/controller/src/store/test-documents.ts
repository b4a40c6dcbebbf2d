import {
  type Comparison,
  type Judgement,
  type RunFigures,
  type RunVerdict,
  type TestResult,
  tcpForth,
} from '@bondctl/proto/model/linktest';
import { unwatched, type Watched } from '@bondctl/proto/model/vitals';
import type { TestRow } from './ports.ts';

type Reading = Pick<TestRow, 'findings' | 'comparison' | 'repetition'>;

/** As an earlier version kept it: without what it did not know. */
type Earlier<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A result as it was kept. What earlier versions did not know reads as nothing known; tests were TCP, one way. */
export function resultOf(text: string): TestResult {
  const result = JSON.parse(text) as Earlier<TestResult, 'spread' | keyof Watched>;
  return {
    ...unwatched,
    spread: null,
    ...result,
    parameters: { ...tcpForth, ...result.parameters },
    probes: result.probes.map((probe) => ({ ...portUnknown, ...probe })),
    run: runOf(result.run),
  };
}

const portUnknown = { port: null } as const;

const runOf = (run: RunVerdict | null): RunVerdict | null =>
  run?.ok === true ? { ok: true, figures: { ...plain, ...(run.figures as EarlierFigures) } } : run;

type EarlierFigures = Earlier<RunFigures, keyof typeof plain>;
const plain = { streams: [], back: null, udp: null } as const;

/** A judgement as it was kept. */
export const judgementOf = (text: string): Judgement => ({
  ceilingSentence: '',
  ...(JSON.parse(text) as Earlier<Judgement, 'ceilingSentence'>),
});

/** What was read out of a result; of the first version nothing was, and the next one kept a hash for the parameters. */
export function readingOf(text: string | null): Reading {
  if (text === null) return { findings: [], comparison: null, repetition: null };
  const reading = JSON.parse(text) as EarlierReading;
  const { comparison } = reading;
  return { ...reading, comparison: comparison && { parameters: null, ...comparison } };
}

type EarlierReading = Omit<Reading, 'comparison'> & {
  readonly comparison: Earlier<Comparison, 'parameters'> | null;
};
