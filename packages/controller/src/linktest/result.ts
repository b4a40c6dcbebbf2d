import { type Judgement, type RunParameters, type TestResult, tcpForth } from '@bondctl/proto/model/linktest';
import type { Expectations, Link } from '@bondctl/proto/model/spec';
import { type Ceiling, capacityOf, ceilingOf } from './ceiling.ts';
import { formatPercent, formatRate } from './figures.ts';
import type { Findings } from './found.ts';
import { judge } from './judge.ts';
import type { TestPlan } from './orders.ts';
import { seriesOf, sharesOf } from './shares.ts';
import { checkSpread } from './spread.ts';
import { onSenderTime } from './time-line.ts';

/** What was found out, as the facts that are kept: parameters, both documents, both ends' counters. */
export function resultOf(plan: TestPlan, link: Link, found: Findings): TestResult {
  const ports = { sender: sharesOf(found.samples.sender), receiver: sharesOf(found.samples.receiver) };
  const figures = found.run?.ok === true ? found.run.figures : null;
  const sender = seriesOf(found.samples.sender);
  return {
    id: plan.test,
    link: link.name,
    from: plan.from.end,
    to: plan.to.end,
    parameters: plan.parameters ?? nothingMeasured,
    mode: plan.from.mode,
    mtu: Math.min(plan.from.mtu, plan.to.mtu),
    probes: found.probes,
    run: found.run,
    documents: { client: found.client, server: found.server },
    ports,
    series: { sender, receiver: onSenderTime(sender, seriesOf(found.samples.receiver)) },
    capacity: capacityOf(link.declared, plan.from, plan.to),
    spread: found.spread && checkSpread(plan, found.spread, figures, ports.sender),
    vitals: found.vitals,
    latency: found.latency,
    surroundings: found.surroundings,
  };
}

const nothingMeasured: RunParameters = { streams: 0, seconds: 0, ...tcpForth };

/** The ceilings of a test that was carried out. */
export const ceilingFor = (plan: TestPlan, link: Link, { spread }: TestResult): Ceiling =>
  ceilingOf({
    from: plan.from,
    to: plan.to,
    family: plan.path.family,
    streams: plan.parameters?.streams ?? 1,
    capacity: capacityOf(link.declared, plan.from, plan.to),
    medium: link.medium,
    protocol: plan.parameters?.protocol ?? 'tcp',
    planned: spread?.planned ?? [],
  });

/** A result judged. A throughput that was expected of other streams than were sent, or of a probe, is shown and not judged. */
export function judgementOf(
  plan: TestPlan,
  link: Link,
  result: TestResult,
  meanBps: number | null = null,
): Judgement {
  const { throughput } = link.expect;
  const { class: kind, streams } = result.parameters;
  const fits = throughput !== null && kind !== 'probe' && streams === throughput.streams;
  const expect: Expectations = fits ? link.expect : { ...link.expect, throughput: null };
  return judge(result, expect, ceilingFor(plan, link, result), meanBps);
}

/** A test in one sentence: what failed, or what was measured, or what was probed. */
export function summaryOf({ run, mtu }: TestResult, judgement: Judgement): string {
  const missed = judgement.verdicts.filter((one) => one.held !== 'yes').map((one) => one.sentence);
  if (missed.length > 0) return missed.join('; ');
  if (run === null) return `packets of ${mtu} bytes pass both ways`;
  if (!run.ok) return run.message;
  const share = judgement.percentOfConfiguration;
  const received = `${formatRate(run.figures.receivedBps)} received`;
  return share === null ? received : `${received}, ${formatPercent(share)} of what this configuration can do`;
}
