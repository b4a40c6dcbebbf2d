import type { TestResult } from '@bondctl/proto/model/linktest';
import { datagramWords, probeWords, runWords, spreadWords } from '@bondctl/proto/model/test-words';
import type { TestView } from '@bondctl/proto/model/view';
import type { RttFigures } from '@bondctl/proto/model/vitals';
import { counted, rateText } from './figures.ts';

/** What was measured, in one figure; or why there is none. */
export function receivedText({ run }: Pick<TestResult, 'run'>): string {
  if (run === null) return 'nothing was sent';
  return run.ok ? rateText(run.figures.receivedBps) : 'no figure';
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** Round-trip times in words. */
const rttText = (rtt: RttFigures | null): string =>
  rtt === null
    ? 'not measured'
    : `${ms(rtt.p50Ms)} median, ${ms(rtt.p99Ms)} p99, ${rtt.lost} of ${rtt.count} lost`;

/** One thing that a test says beside its verdict. */
export interface TestFact {
  readonly name: string;
  readonly value: string;
}

const fact = (name: string, value: string | null): readonly TestFact[] =>
  value === null ? [] : [{ name, value }];

/** What it was measured with, what was sent again, how long packets took, and how it was spread. */
export function testFacts({ result }: TestView): readonly TestFact[] {
  const { run, latency, parameters, mode, mtu, spread, probes, documents } = result;
  const figures = run?.ok ? run.figures : null;
  return [
    ...fact('Run', runWords(parameters, rateText)),
    ...fact('Bond', `${mode}, MTU ${mtu}`),
    ...fact('Sent again', sentAgain(result)),
    ...fact('Datagrams', figures?.udp ? datagramWords(figures.udp) : null),
    ...fact('Round trip, idle', rttText(latency?.idle ?? null)),
    ...fact('Round trip, loaded', rttText(latency?.loaded ?? null)),
    ...fact('Spread', spread === null ? null : spreadWords(spread)),
    ...probes.flatMap((probe, nth) => fact(nth === 0 ? 'Probes' : '', probeWords(probe))),
    ...fact('iperf3', documents.client?.version ?? null),
  ];
}

function sentAgain({ run }: TestResult): string {
  if (run === null || !run.ok || run.figures.retransmits === null) return 'not counted';
  const { retransmits, sentBytes, mss } = run.figures;
  const segments = counted(retransmits, 'segment');
  if (mss === null || sentBytes === 0) return segments;
  const percent = (100 * retransmits * mss) / sentBytes;
  const isLittle = retransmits > 0 && percent < 0.01;
  return `${segments}, ${isLittle ? 'less than 0.01' : percent.toFixed(2)} %`;
}

/** The test of the same link right before this one, of tests that come newest first; null where none is known. */
export const earlierThan = (
  tests: readonly { readonly id: string; readonly atUnixMs: number }[],
  test: Pick<TestView, 'id' | 'atUnixMs'>,
): string | null => tests.find(({ id, atUnixMs }) => id !== test.id && atUnixMs <= test.atUnixMs)?.id ?? null;
