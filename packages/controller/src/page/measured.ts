import type { TestResult } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import { datagramWords, probeWords, runWords, spreadWords } from '@bondctl/proto/model/test-words';
import type { TestView } from '@bondctl/proto/model/view';
import type { HostVitals, RttFigures } from '@bondctl/proto/model/vitals';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { type Html, section, table } from './html.ts';
import { portTable } from './ports.ts';

type Row = readonly [string, string];
const rowIf = (name: string, value: string | null | undefined): readonly Row[] =>
  value === null || value === undefined ? [] : [[name, value]];

/** What was asked, what came out, and how much that is of what is possible. */
export const measured = (view: TestView): Html =>
  section(
    'What was measured',
    table('The measurement', ['what', 'result'], rowsOf(view)),
    portTable(view.result),
    countedTable(view.result),
  );

const rowsOf = (view: TestView): readonly Row[] => [
  ['asked', runWords(view.result.parameters, formatRate)],
  ...figureRows(view.result),
  ...percentRows(view),
  ...rowIf('beside earlier tests', view.comparison?.sentence),
  ...rowIf('repeated', view.repetition?.sentence),
  ...rowIf('spread', view.result.spread && spreadWords(view.result.spread)),
  ...view.result.probes.map((probe): Row => ['path MTU', probeWords(probe)]),
  ...rttRow('round trip, idle', view.result.latency?.idle ?? null),
  ...rttRow('round trip, under load', view.result.latency?.loaded ?? null),
];

function figureRows({ run, parameters }: TestResult): readonly Row[] {
  if (run === null && parameters.streams === 0) return [];
  if (run === null) return [['received', 'nothing was sent: the path did not pass its probes']];
  if (!run.ok) return [['received', `nothing: ${run.message}`]];
  const { receivedBps, retransmits, back, udp } = run.figures;
  return [
    ['received', formatRate(receivedBps)],
    ...rowIf('segments sent again', retransmits?.toString()),
    ...rowIf('datagrams', udp && datagramWords(udp)),
    ...rowIf('the way back', back && `${formatRate(back.receivedBps)} received`),
  ];
}

function percentRows({ result, judgement }: TestView): readonly Row[] {
  const { percentOfConfiguration, percentOfHardware, ceilingBps, hardwareBps, ceilingSentence } = judgement;
  if (result.run?.ok !== true) return [];
  return [
    ['of this configuration', shareWords(percentOfConfiguration, ceilingBps)],
    ['of this hardware', shareWords(percentOfHardware, hardwareBps)],
    ...rowIf('how the ceiling comes about', ceilingSentence === '' ? null : ceilingSentence),
  ];
}

const shareWords = (percent: number | null, ofBps: number | null): string =>
  percent === null || ofBps === null
    ? 'unknown: the port capacity is not known; declare lineRate on the link'
    : `${formatPercent(percent)} of ${formatRate(ofBps)}`;

const rttRow = (name: string, figures: RttFigures | null): readonly Row[] =>
  rowIf(
    name,
    figures && `half within ${figures.p50Ms.toFixed(2)} ms, 99 % within ${figures.p99Ms.toFixed(2)} ms`,
  );

function countedTable({ from, to, vitals }: TestResult): Html {
  const ends = [
    [from, vitals.sender],
    [to, vitals.receiver],
  ] as const;
  const rows = ends.flatMap(([end, seen]) => (seen === null ? [] : [countedRow(formatEnd(end), seen)]));
  const head = ['end', 'segments sent', 'sent again', 'of them needless', 'backlog dropped', 'busiest CPU'];
  return table('What both kernels counted meanwhile', head, rows);
}

function countedRow(end: string, { tcp, softnet, cpus: [busiest] }: HostVitals): readonly string[] {
  const count = (value: number | null) => (value === null ? 'unknown' : String(value));
  const cpu = busiest === undefined ? 'unknown' : `CPU ${busiest.cpu}: ${formatPercent(busiest.busyPercent)}`;
  return [end, count(tcp.outSegs), count(tcp.retransSegs), count(tcp.dsackRecv), count(softnet.dropped), cpu];
}
