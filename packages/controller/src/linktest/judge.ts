import {
  type ExpectationVerdict,
  isSwallowed,
  type Judgement,
  type PathProbe,
  type RunFigures,
  type TestResult,
} from '@bondctl/proto/model/linktest';
import type { Expectations, Threshold } from '@bondctl/proto/model/spec';
import type { Ceiling } from './ceiling.ts';
import { formatPercent, formatRate } from './figures.ts';
import { standing } from './probes.ts';

/** More than this share of what is possible is a wrong ceiling, not a fast link (link-testing.md 5e). */
const mostPercent = 100.5;

/**
 * A result against its ceilings and what people expect of the link. A run without figures is inconclusive, never slow.
 * `meanBps`: of several runs that are one measurement, which then is what counts.
 */
export function judge(
  result: TestResult,
  expect: Expectations,
  ceiling: Ceiling,
  meanBps: number | null = null,
): Judgement {
  // A probe did not try to be fast.
  const received = result.parameters.class === 'probe' ? null : (meanBps ?? receivedOf(result));
  const percentOfConfiguration = percentOf(received, ceiling.ceilingBps);
  const verdicts = [
    ...(expect.pathMtu ? [judgePath(result)] : []),
    ...(expect.throughput === null
      ? []
      : [judgeThroughput(result, expect.throughput.atLeast, received, ceiling)]),
    ...(expect.retransmitsAtMostPercent === null
      ? []
      : [judgeRetransmits(result, expect.retransmitsAtMostPercent)]),
  ];
  return {
    percentOfConfiguration,
    percentOfHardware: percentOf(received, ceiling.hardwareBps),
    ceilingBps: ceiling.ceilingBps,
    hardwareBps: ceiling.hardwareBps,
    ceilingSentence: ceiling.sentence,
    verdicts,
    passed: verdicts.every((verdict) => verdict.held === 'yes') && (result.run?.ok ?? true),
  };
}

const receivedOf = ({ run }: TestResult): number | null => (run?.ok ? run.figures.receivedBps : null);

const percentOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : (100 * part) / whole;

type Held = ExpectationVerdict['held'];
type Named = (held: Held, sentence: string) => ExpectationVerdict;
const verdict =
  (expectation: ExpectationVerdict['expectation']): Named =>
  (held, sentence) => ({ expectation, held, sentence });

function judgePath({ probes, mtu, from }: TestResult): ExpectationVerdict {
  const say = verdict('pathMtu');
  const whole = standing(probes).filter((probe) => probe.ipBytes === mtu);
  const directions = new Set(whole.map((probe) => probe.from.host));
  if (directions.size < 2) return say('inconclusive', `packets of ${mtu} bytes were not sent both ways`);
  const failed = whole.filter((probe) => isSwallowed(probe) || probe.sent === 0);
  if (failed.length === 0) return say('yes', `packets of ${mtu} bytes pass both ways, unfragmented`);
  const unsent = failed.find((probe) => probe.sent === 0);
  if (unsent !== undefined)
    return say('inconclusive', `${way(unsent)}: ${unsent.complaint ?? 'nothing was sent'}`);
  // Both directions are probed at once, and either may answer first.
  const there = failed.filter((probe) => probe.from.host === from.host);
  const back = failed.filter((probe) => probe.from.host !== from.host);
  const ways = [...there, ...back].map((probe) => `${way(probe)}: ${lost(probe, smallOf(probes, probe))}`);
  return say('no', `the path MTU is not ${mtu}: ${ways.join('; ')}`);
}

const smallOf = (probes: readonly PathProbe[], whole: PathProbe): PathProbe | undefined =>
  probes.find(
    (probe) =>
      probe.ipBytes < whole.ipBytes && probe.from.host === whole.from.host && probe.port === whole.port,
  );

const way = ({ from, to, port }: PathProbe): string =>
  `${from.host} to ${to.host}${port === null ? '' : ` by ${port}`}`;

/** What a lost DF packet means (link-testing.md 6, rules 20 to 22). */
function lost(failed: PathProbe, small: PathProbe | undefined): string {
  const counted = `${failed.received} of ${failed.sent} packets of ${failed.ipBytes} bytes arrived`;
  if (small !== undefined && small.received === 0) return 'nothing arrives, not even small packets';
  if (failed.complaint !== null) return `${counted}: ${failed.complaint}`;
  if (failed.received > 0)
    return `${counted}: one leg drops packets of this size, so raise the MTU of its switch port`;
  return `${counted} and nobody complained: something on the way drops them silently, so raise its MTU or lower the bond's`;
}

function judgeThroughput(
  result: TestResult,
  atLeast: Threshold,
  receivedBps: number | null,
  ceiling: Ceiling,
): ExpectationVerdict {
  const say = verdict('throughput');
  const { run } = result;
  if (run === null) return say('inconclusive', 'throughput was not measured');
  if (!run.ok || receivedBps === null)
    return say('inconclusive', `throughput could not be measured${run.ok ? '' : `: ${run.message}`}`);
  const received = formatRate(receivedBps);
  const percent = percentOf(receivedBps, ceiling.ceilingBps);
  if (percent !== null && percent > mostPercent)
    return say(
      'inconclusive',
      `${received} is more than this configuration can carry; check lineRate and measure again`,
    );
  if (atLeast.kind === 'rate') {
    const held = receivedBps >= atLeast.rateBps ? 'yes' : 'no';
    return say(held, `${received} received, ${formatRate(atLeast.rateBps)} expected`);
  }
  if (percent === null)
    return say('inconclusive', `${received} received, but the speed of a port is unknown: declare lineRate`);
  const bound = ceiling.isUpperBound ? 'at most can do' : 'can do';
  const share = `${formatPercent(percent)} of what this configuration ${bound}`;
  return say(
    percent >= atLeast.percent ? 'yes' : 'no',
    `${received} received, ${share}; ${atLeast.percent} % expected`,
  );
}

/** Segments sent again as a share of the segments that carried the bytes sent; null when iperf3 does not say. */
export function retransmitPercent({ retransmits, mss, sentBytes }: RunFigures): number | null {
  if (retransmits === null || mss === null || sentBytes <= 0) return null;
  return (100 * retransmits * mss) / sentBytes;
}

function judgeRetransmits({ run }: TestResult, atMostPercent: number): ExpectationVerdict {
  const say = verdict('retransmits');
  const percent = run?.ok ? retransmitPercent(run.figures) : null;
  if (percent === null) return say('inconclusive', 'retransmissions could not be counted');
  const held = percent <= atMostPercent ? 'yes' : 'no';
  return say(
    held,
    `${percent.toFixed(2)} % of the segments were sent again, at most ${atMostPercent} % expected`,
  );
}
