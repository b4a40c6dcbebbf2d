import * as z from 'zod';
import { sweepEndings } from '../model/event.ts';
import { bondModes } from '../model/mode.ts';
import type { LinkName, SweepId, TestId } from '../model/names.ts';
import { type OptionName, type OptionValues, optionNames } from '../model/options.ts';
import { disruptions } from '../model/step.ts';
import type {
  CandidatePlanView,
  CandidateSetting,
  RankedCandidate,
  SweepFigure,
  SweepPlanView,
  SweepView,
} from '../model/sweep.ts';
import { type Tuning, type TuningName, tuningNames } from '../model/tuning.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const most = { values: 16, streams: 128, runs: 20, seconds: 3600 } as const;
const optionName = z.enum(optionNames as readonly [OptionName, ...OptionName[]]);
const tuningName = z.enum(tuningNames as readonly [TuningName, ...TuningName[]]);
const value = z.string().min(1).max(64);

/** What to try on a link, and how each candidate is measured. Absent knobs stay as the spec has them. */
export const sweepRequest = z.strictObject({
  link: z.string().min(1).max(64),
  modes: z.array(z.enum(bondModes)).max(bondModes.length).default([]),
  mtus: z.array(z.int().min(68).max(65_535)).max(most.values).default([]),
  options: z.partialRecord(optionName, z.array(value).max(most.values)).default({}),
  tuning: z.partialRecord(tuningName, z.array(value).max(most.values)).default({}),
  streams: z.array(z.int().min(1).max(most.streams)).min(1).max(most.values).default([1]),
  runs: z.int().min(1).max(most.runs).default(3),
  /** null: what the link expects, else ten. */
  seconds: z.int().min(1).max(most.seconds).nullable().default(null),
});

/** Which candidate to keep; absent: the best. */
export const keptQuery = z.strictObject({ candidate: z.string().min(1).max(256).optional() });

/** The accepted spec with a candidate in it, to be planned and applied like any other. */
export const keptAnswer = z.object({ file: z.string(), text: z.string() });

const setting: Shape<CandidateSetting> = z.object({
  mode: z.enum(bondModes),
  mtu: z.number().nullable(),
  options: z.record(z.string(), z.string()) as unknown as Shape<OptionValues>,
  tuning: z.record(z.string(), z.string()) as unknown as Shape<Tuning>,
});

const candidate = {
  name: z.string(),
  setting,
  disruption: z.enum(disruptions),
  isThere: z.boolean(),
};

const candidatePlan: Shape<CandidatePlanView> = z.object({
  ...candidate,
  deadlineMs: z.number().nullable(),
  refused: z.string(),
});

/** How a sweep will go. */
export const sweepPlanView: Shape<SweepPlanView> = z.object({
  link: named<LinkName>(),
  streams: list(z.number()),
  runs: z.number(),
  seconds: z.number(),
  candidates: list(candidatePlan),
  expectedMs: z.number(),
  rebuilds: z.number(),
});

const figure: Shape<SweepFigure> = z.object({
  streams: z.number(),
  tests: list(named<TestId>()),
  goodRuns: z.number(),
  meanBps: z.number().nullable(),
  halfWidthPercent: z.number().nullable(),
  retransmitPercent: z.number().nullable(),
  percentOfConfiguration: z.number().nullable(),
  percentOfHardware: z.number().nullable(),
  why: z.string(),
});

const rankedCandidate: Shape<RankedCandidate> = z.object({
  ...candidate,
  figures: list(figure),
  why: z.string(),
  rank: z.number().nullable(),
  scorePercent: z.number().nullable(),
  isAmongBest: z.boolean(),
});

/** A sweep and what follows from it. */
export const sweepView: Shape<SweepView> = z.object({
  id: named<SweepId>(),
  link: named<LinkName>(),
  actor: z.string(),
  startedUnixMs: z.number(),
  endedUnixMs: z.number().nullable(),
  ending: orNull(z.enum(sweepEndings)),
  why: z.string(),
  runs: z.number(),
  seconds: z.number(),
  ranking: list(rankedCandidate),
  best: z.string().nullable(),
  advice: list(z.string()),
  besideThePost: list(z.string()),
});

/** The newest sweeps, newest first. */
export const sweepsAnswer: Shape<{ readonly sweeps: readonly SweepView[] }> = z.object({
  sweeps: list(sweepView),
});
