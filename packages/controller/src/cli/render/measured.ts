import type { Comparison, TestResult } from '@bondctl/proto/model/linktest';
import { datagramWords, probeWords, spreadWords } from '@bondctl/proto/model/test-words';
import type { TestView } from '@bondctl/proto/model/view';
import type { Paint, Tone } from './paint.ts';
import { counted, percent, rate } from './units.ts';

type Row = readonly [name: string, value: string];

/** What a test measured, how much that is, and how it stands beside others; what has nothing to say has no row. */
export function measuredRows(test: TestView, paint: Paint): readonly Row[] {
  const { result, judgement, repetition } = test;
  const spread = result.spread && spreadWords(result.spread);
  return [
    ['measured', measured(result)],
    ...moreFigures(result),
    ...share('of this configuration', judgement.percentOfConfiguration, judgement.ceilingBps, result),
    ...share('of this hardware', judgement.percentOfHardware, judgement.hardwareBps, result),
    ...rowIf('the ceiling', ceilingWords(test)),
    ...rowIf('beside earlier tests', test.comparison && compared(test.comparison, paint)),
    ...rowIf('repeated', repetition?.sentence ?? null),
    ...rowIf('spread', result.spread?.agrees === false ? paint('warn', spread ?? '') : spread),
    ...result.probes.map((probe): Row => ['path MTU', probeWords(probe)]),
  ];
}

const rowIf = (name: string, value: string | null): readonly Row[] => (value === null ? [] : [[name, value]]);

function measured({ run, parameters }: TestResult): string {
  if (run === null && parameters.streams === 0) return 'the path MTU only';
  if (run === null) return 'nothing: the path did not pass its probes';
  if (!run.ok) return `nothing: ${run.message}`;
  const { receivedBps, retransmits, udp } = run.figures;
  return `${rate(receivedBps)} received${udp === null ? again(retransmits) : ''}`;
}

const again = (retransmits: number | null): string =>
  retransmits === null ? ', retransmissions unknown' : `, ${counted(retransmits, 'retransmission')}`;

/** What only UDP and runs both ways have. */
function moreFigures({ run }: TestResult): readonly Row[] {
  if (run?.ok !== true) return [];
  const { udp, back } = run.figures;
  const wayBack = back && `${rate(back.receivedBps)} received${udp === null ? again(back.retransmits) : ''}`;
  return [...rowIf('datagrams', udp && datagramWords(udp)), ...rowIf('the way back', wayBack)];
}

function share(
  name: string,
  value: number | null,
  ofBps: number | null,
  { run }: TestResult,
): readonly Row[] {
  if (run?.ok !== true) return [];
  if (value === null || ofBps === null)
    return [[name, 'unknown: the port capacity is not known; declare lineRate on the link']];
  return [[name, `${percent(value)} of ${rate(ofBps)}`]];
}

/** Where nobody knows the ceiling, the rows above say what to do. */
const ceilingWords = ({ result, judgement }: TestView): string | null =>
  result.run?.ok !== true || judgement.ceilingBps === null || judgement.ceilingSentence === ''
    ? null
    : judgement.ceilingSentence;

const tones: Readonly<Record<Comparison['kind'], Tone | null>> = {
  none: null,
  within: null,
  'below-once': 'warn',
  regressed: 'bad',
};

function compared({ kind, sentence }: Comparison, paint: Paint): string {
  const tone = tones[kind];
  return tone === null ? sentence : paint(tone, sentence);
}
