import type { AlertRule } from '@bondctl/proto/model/alert';
import type { Path, SpecDocument } from '../../spec/document.ts';
import { parseDuration } from '../../spec/durations.ts';
import { readFields } from '../../spec/shape.ts';
import { type Thresholds, type Timing, usualThresholds } from '../thresholds.ts';
import { expectationShape, flappingShape, partnerShape, rulesShape, waitingShape } from './shape.ts';

type Waiting = Exclude<AlertRule, 'flapping' | 'partnerChanged' | 'belowExpectation'>;
const waitingRules: readonly Waiting[] = ['bondDegraded', 'bondDown', 'drift', 'agentLost'];

/** Reads `rules` and `grace`; what is not written is as usual. */
export function readThresholds(page: SpecDocument, value: unknown, grace: unknown): Thresholds {
  const rules = value === undefined ? {} : readFields(page, ['rules'], rulesShape, value);
  const { timings, partnerStandsMs, graceMs } = usualThresholds;
  const flaps = readFlapping(page, rules.flapping);
  const partner = fieldsOf(page, 'partnerChanged', partnerShape, rules.partnerChanged);
  const below = fieldsOf(page, 'belowExpectation', expectationShape, rules.belowExpectation);
  const waiting = waitingRules.map((rule) => [rule, readWaiting(page, rule, rules[rule])] as const);
  return {
    timings: {
      ...timings,
      ...(Object.fromEntries(waiting) as Record<Waiting, Timing>),
      flapping: withSeverity(timings.flapping, flaps.severity),
      partnerChanged: withSeverity(timings.partnerChanged, partner.severity),
      belowExpectation: withSeverity(timings.belowExpectation, below.severity),
    },
    flapping: flaps.thresholds,
    partnerStandsMs: readTime(
      page,
      ['rules', 'partnerChanged', 'endAfter'],
      partner.endAfter,
      partnerStandsMs,
    ),
    graceMs: readTime(page, ['grace'], grace, graceMs),
  };
}

const withSeverity = (timing: Timing, severity: Timing['severity'] | undefined): Timing => ({
  ...timing,
  severity: severity ?? timing.severity,
});

const fieldsOf = <S extends Parameters<typeof readFields>[2]>(
  page: SpecDocument,
  rule: AlertRule,
  shape: S,
  value: unknown,
) =>
  (value === undefined ? {} : readFields(page, ['rules', rule], shape, value)) as Partial<
    S['_zod']['output']
  >;

function readWaiting(page: SpecDocument, rule: Waiting, value: unknown): Timing {
  const usual = usualThresholds.timings[rule];
  const { raiseAfter, endAfter, severity } = fieldsOf(page, rule, waitingShape, value);
  return {
    raiseAfterMs: readTime(page, ['rules', rule, 'raiseAfter'], raiseAfter, usual.raiseAfterMs),
    endAfterMs: readTime(page, ['rules', rule, 'endAfter'], endAfter, usual.endAfterMs),
    severity: severity ?? usual.severity,
  };
}

const leastWindowMs = 10_000;

function readFlapping(page: SpecDocument, value: unknown) {
  const usual = usualThresholds.flapping;
  const path = ['rules', 'flapping'];
  const { failures, within, endAtMost, severity } = fieldsOf(page, 'flapping', flappingShape, value);
  const thresholds = {
    failures: failures ?? usual.failures,
    withinMs: readTime(page, [...path, 'within'], within, usual.withinMs),
    endAtMost: endAtMost ?? usual.endAtMost,
  };
  if (thresholds.withinMs < leastWindowMs)
    page.report([...path, 'within'], '"within" must be at least 10s: failures are counted over it');
  if (thresholds.endAtMost >= thresholds.failures)
    page.report(
      [...path, endAtMost === undefined ? 'failures' : 'endAtMost'],
      `"endAtMost" (${thresholds.endAtMost}) must be less than "failures" (${thresholds.failures}): between them nothing changes`,
    );
  return { thresholds, severity };
}

function readTime(page: SpecDocument, path: Path, value: unknown, usualMs: number): number {
  if (value === undefined) return usualMs;
  const time = parseDuration(value);
  if (time.ok) return time.value;
  page.report(path, time.error);
  return usualMs;
}
