import type { ComparedTest, TestsCompared } from '@bondctl/proto/model/compared';
import type { RttFigures } from '@bondctl/proto/model/vitals';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { percent, rate, time } from './units.ts';

type Row = readonly [name: string, first: string, second: string];

/** What `bondctl test compare` prints: both tests side by side, what differs between them, and one sentence. */
export function renderComparison(
  { tests, differences, ratio, kind, sentence }: TestsCompared,
  paint: Paint,
): string {
  const [first, second] = tests;
  const row = (name: string, words: (test: ComparedTest) => string): Row => [
    name,
    words(first),
    words(second),
  ];
  const rows = [
    row('time', (test) => time(test.atUnixMs)),
    row('link', (test) => test.link),
    row('received', received),
    row('of configuration', (test) => percent(test.percentOfConfiguration)),
    row('of hardware', (test) => percent(test.percentOfHardware)),
    row('retransmissions', (test) => (test.retransmits === null ? '-' : String(test.retransmits))),
    ...portRows(tests),
    row('RTT idle', (test) => rtt(test.latency?.idle ?? null)),
    row('RTT under load', (test) => rtt(test.latency?.loaded ?? null)),
  ].filter(([, one, other]) => one !== '-' || other !== '-');
  return [
    table(['', first.id, second.id], rows),
    differences === null || differences.length === 0
      ? ''
      : `\n${differences.map((one) => `differs: ${one}\n`).join('')}`,
    ratio === null
      ? ''
      : `\nThe second received ${ratio.toFixed(ratio < 0.1 ? 4 : 2)} times what the first did.`,
    `\n${kind === 'not-comparable' ? paint('warn', sentence) : sentence}\n`,
  ].join('');
}

function received({ receivedBps, halfWidthPercent, runs }: ComparedTest): string {
  if (receivedBps === null) return '-';
  const certain = halfWidthPercent === null ? '' : ` ± ${percent(halfWidthPercent)}`;
  return `${rate(receivedBps)}${certain}${runs === 1 ? '' : `, ${runs} runs`}`;
}

const ways = { sender: 'sent by', receiver: 'received by' } as const;

/** A row for each port that either of them had. */
function portRows([first, second]: TestsCompared['tests']): readonly Row[] {
  const shares = (test: ComparedTest) =>
    new Map(test.ports.map(({ side, port, percent: part }) => [`${ways[side]} ${port}`, percent(part)]));
  const [one, other] = [shares(first), shares(second)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.map((name) => [name, one.get(name) ?? '-', other.get(name) ?? '-']);
}

const rtt = (figures: RttFigures | null): string =>
  figures === null ? '-' : `${figures.p50Ms.toFixed(2)} ms, 99 % within ${figures.p99Ms.toFixed(2)} ms`;
