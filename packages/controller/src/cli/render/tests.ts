import { type Severity, severities } from '@bondctl/proto/model/finding';
import type { Comparison, TestResult } from '@bondctl/proto/model/linktest';
import type { TestSummary } from '@bondctl/proto/model/view';
import { csv } from './csv.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { counted, percent, rate, time } from './units.ts';

const words: Readonly<Record<Comparison['kind'], string>> = {
  none: '-',
  within: 'within',
  'below-once': 'below once',
  regressed: 'regressed',
};

/** What `bondctl test list` prints; `link` is the one asked about. */
export function renderTests(tests: readonly TestSummary[], link: string | undefined, paint: Paint): string {
  if (tests.length === 0)
    return link === undefined
      ? 'No link test yet; "bondctl status" lists the links, and "bondctl test LINK" tests one.\n'
      : `No test of ${link} yet; type "bondctl test run ${link}".\n`;
  const hasFindings = tests.some(({ findings }) => findingWords(findings) !== '');
  const head = ['TEST', 'TIME', 'LINK', 'RUN', 'STREAMS', 'FOR', 'RECEIVED', 'OF CONFIG', 'OF HARDWARE'];
  return table(
    [...head, 'COMPARED', 'RESULT', ...(hasFindings ? ['FINDINGS'] : [])],
    tests.map((one) => [...rowOf(one, paint), ...(hasFindings ? [findingWords(one.findings)] : [])]),
  );
}

function rowOf(one: TestSummary, paint: Paint): readonly string[] {
  const { streams, seconds, protocol, direction, class: kind } = one.parameters;
  const run =
    streams === 0
      ? ['probes', '-', '-']
      : [`${kind === 'measure' ? '' : `${kind} `}${protocol} ${direction}`, String(streams), `${seconds} s`];
  const compared = words[one.comparison ?? 'none'];
  return [
    one.id,
    time(one.atUnixMs),
    one.link,
    ...run,
    one.receivedBps === null ? '-' : rate(one.receivedBps),
    percent(one.percentOfConfiguration),
    percent(one.percentOfHardware),
    one.comparison === 'regressed' ? paint('bad', compared) : compared,
    one.passed ? paint('good', 'passed') : paint('bad', 'failed'),
  ];
}

const findingWords = (findings: Readonly<Record<Severity, number>>): string =>
  severities
    .filter((severity) => findings[severity] > 0)
    .map((severity) => counted(findings[severity], severity))
    .join(', ');

const columns = [
  ...['id', 'time', 'link', 'protocol', 'direction', 'streams', 'run_s', 'offered_bps', 'received_bps'],
  ...['of_configuration_percent', 'of_hardware_percent', 'comparison', 'passed'],
  ...['faults', 'warnings', 'notes', 'class'],
];

/** Tests as CSV, a row for each; times are ISO 8601 in UTC. */
export const testsCsv = (tests: readonly TestSummary[]): string =>
  csv(
    columns,
    tests.map(({ parameters, findings, ...one }) => [
      ...[one.id, new Date(one.atUnixMs).toISOString(), one.link],
      ...[parameters.protocol, parameters.direction, parameters.streams, parameters.seconds],
      ...[parameters.offeredBps, one.receivedBps, one.percentOfConfiguration, one.percentOfHardware],
      ...[one.comparison, one.passed, findings.fault, findings.warning, findings.note, parameters.class],
    ]),
  );

/** The time line of every port of a test as CSV, a row for each reading. */
export function seriesCsv({ series }: TestResult): string {
  const rows = (['sender', 'receiver'] as const).flatMap((side) =>
    series[side].flatMap(({ name, points }) =>
      points.map(({ fromS, toS, txBps, rxBps }) => [side, name, fromS, toS, txBps, rxBps]),
    ),
  );
  return csv(['side', 'port', 'from_s', 'to_s', 'tx_bps', 'rx_bps'], rows);
}
