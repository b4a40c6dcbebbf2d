import type { PortShare, TestResult } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import { findingGroups } from './findings.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { counted, percent, rate } from './units.ts';
import { renderVitals } from './vitals.ts';

/** What `bondctl test` prints: what was measured, whether it held, and what is wrong as far as the test shows it. */
export function renderTest(test: TestView, paint: Paint): string {
  const { result, judgement } = test;
  const verdict = judgement.passed ? paint('good', 'passed') : paint('bad', 'failed');
  const rows = [
    ['measured', measured(result)],
    ['of this configuration', share(judgement.percentOfConfiguration, judgement.ceilingBps)],
    ['of this hardware', share(judgement.percentOfHardware, judgement.hardwareBps)],
    ...result.probes.map((probe) => [
      'path MTU',
      `${probe.ipBytes} bytes ${formatEnd(probe.from)} to ${formatEnd(probe.to)}: ${probe.received} of ${probe.sent} passed${
        probe.complaint === null ? '' : ` (${probe.complaint})`
      }`,
    ]),
  ];
  return [
    `${result.link}: ${verdict}  ${formatEnd(result.from)} to ${formatEnd(result.to)}, ${result.mode}, MTU ${result.mtu}, ` +
      `${counted(result.parameters.streams, 'stream')} for ${result.parameters.seconds} s (${test.id})\n\n`,
    table(['', ''], rows).replace(/^\n/, ''),
    ports(result),
    renderVitals(result),
    ...judgement.verdicts.map(
      (one) =>
        `${paint(one.held === 'yes' ? 'good' : one.held === 'no' ? 'bad' : 'warn', one.held)}  ${one.sentence}\n`,
    ),
    ...findingGroups(test.findings, paint).map((group) => `\n${group}`),
  ].join('');
}

function measured({ run }: TestResult): string {
  if (run === null) return 'nothing: the path did not pass its probes';
  if (!run.ok) return `nothing: ${run.message}`;
  const { receivedBps, retransmits } = run.figures;
  return `${rate(receivedBps)} received, ${retransmits === null ? 'retransmissions unknown' : counted(retransmits, 'retransmission')}`;
}

const share = (value: number | null, ofBps: number | null): string =>
  value === null || ofBps === null
    ? 'unknown: the port capacity is not known; declare lineRate on the link'
    : `${percent(value)} of ${rate(ofBps)}`;

function ports(result: TestResult): string {
  const sides = [
    ...rows(formatEnd(result.from), result.ports.sender),
    ...rows(formatEnd(result.to), result.ports.receiver),
  ];
  return sides.length === 0 ? '' : `\n${table(['PORT', 'SENT', 'RECEIVED', 'SHARE'], sides)}\n`;
}

/** The share of the direction that carried the test at this end. */
function rows(end: string, shares: readonly PortShare[]): readonly (readonly string[])[] {
  const total = { tx: sum(shares.map((one) => one.txBytes)), rx: sum(shares.map((one) => one.rxBytes)) };
  const busy = total.tx >= total.rx ? 'tx' : 'rx';
  return shares.map((one) => {
    const part = busy === 'tx' ? one.txBytes : one.rxBytes;
    const whole = total[busy];
    return [
      `${end} ${one.name}`,
      bytes(one.txBytes),
      bytes(one.rxBytes),
      whole === 0 ? '-' : percent((100 * part) / whole),
    ];
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const bytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
