import type { ComparedTest, TestsCompared } from '@bondctl/proto/model/compared';
import { portPercents } from '@bondctl/proto/model/test-words';
import type { TestView } from '@bondctl/proto/model/view';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { differencesBetween } from './parameters.ts';

/** Two runs of the same thing differ by this much, as a baseline has it; a mean of several says it of itself. */
const oncePercent = 5;
/** More parameters than this are counted and not named. */
const mostNamed = 2;

/** Two tests side by side: what they measured, what differs between them, and which was faster if either was. */
export function sideBySide(one: TestView, other: TestView): TestsCompared {
  const tests = [sideOf(one), sideOf(other)] as const;
  const differences = differencesOf(one, other);
  const [first, second] = tests;
  const why = incomparable([one, other], tests);
  if (why !== null) {
    const sentence = `They cannot be compared: ${why}.`;
    return { tests, differences, kind: 'not-comparable', ratio: null, chancePercent: null, sentence };
  }
  const ratio = bpsOf(second) / bpsOf(first);
  const apartPercent = 100 * (Math.max(ratio, 1 / ratio) - 1);
  const chancePercent = chanceOf(first, second);
  const kind = apartPercent <= chancePercent ? 'same' : ratio > 1 ? 'second-faster' : 'first-faster';
  const said = verdict(kind, tests, apartPercent, chancePercent);
  return { tests, differences, kind, ratio, chancePercent, sentence: `${said}${under(differences)}.` };
}

function sideOf({ id, atUnixMs, result, judgement, repetition }: TestView): ComparedTest {
  const figures = result.run?.ok === true ? result.run.figures : null;
  const mean = repetition?.meanBps ?? null;
  return {
    id,
    atUnixMs,
    link: result.link,
    receivedBps: mean ?? figures?.receivedBps ?? null,
    halfWidthPercent: repetition?.halfWidthPercent ?? null,
    runs: mean === null ? 1 : (repetition?.tests.length ?? 1),
    percentOfConfiguration: judgement.percentOfConfiguration,
    percentOfHardware: judgement.percentOfHardware,
    retransmits: figures?.retransmits ?? null,
    ports: [
      ...portPercents(result.ports.sender, 'txBytes').map((port) => ({ side: 'sender', ...port }) as const),
      ...portPercents(result.ports.receiver, 'rxBytes').map(
        (port) => ({ side: 'receiver', ...port }) as const,
      ),
    ],
    latency: result.latency,
  };
}

/** What differs, the link first; null where one of them did not keep its parameters. */
function differencesOf(one: TestView, other: TestView): readonly string[] | null {
  const [before, after] = [one.comparison?.parameters ?? null, other.comparison?.parameters ?? null];
  if (before === null || after === null) return null;
  const links =
    one.result.link === other.result.link ? [] : [`link ${one.result.link} / ${other.result.link}`];
  return [...links, ...differencesBetween(before, after)];
}

const bpsOf = ({ receivedBps }: ComparedTest): number => receivedBps ?? 0;

/** Why two figures say nothing about each other: one clause; null where they do. */
function incomparable(
  [one, other]: readonly [TestView, TestView],
  [first, second]: TestsCompared['tests'],
): string | null {
  if (bpsOf(first) <= 0) return `${first.id} has no figure${whyNot(one)}`;
  if (bpsOf(second) <= 0) return `${second.id} has no figure${whyNot(other)}`;
  const [a, b] = [one.result.parameters, other.result.parameters];
  if (a.protocol !== b.protocol) return 'one was measured with TCP and the other with UDP';
  if (a.offeredBps !== null && b.offeredBps !== null && a.offeredBps !== b.offeredBps)
    return `UDP receives what is sent at most, and ${formatRate(a.offeredBps)} and ${formatRate(b.offeredBps)} were sent`;
  return null;
}

function whyNot({ result: { run } }: TestView): string {
  if (run === null) return ', only probes';
  return run.ok ? ', nothing arrived' : `: ${run.message}`;
}

/** How far apart chance puts two figures, in percent of the slower: errors of means add up as squares. */
function chanceOf(first: ComparedTest, second: ComparedTest): number {
  const [a, b] = [bpsOf(first), bpsOf(second)];
  const [ofA, ofB] = [first.halfWidthPercent, second.halfWidthPercent];
  if (ofA === null || ofB === null) return Math.max(oncePercent, ofA ?? 0, ofB ?? 0);
  return Math.hypot(ofA * a, ofB * b) / Math.min(a, b);
}

function verdict(
  kind: 'same' | 'first-faster' | 'second-faster',
  [first, second]: TestsCompared['tests'],
  apartPercent: number,
  chancePercent: number,
): string {
  const chance = `up to ${formatPercent(chancePercent)} is chance`;
  if (kind === 'same')
    return `${first.id} and ${second.id} are equally fast: ${formatPercent(apartPercent)} apart, and ${chance}`;
  const [fast, slow] = kind === 'first-faster' ? [first, second] : [second, first];
  return `${fast.id} is ${formatPercent(apartPercent)} faster than ${slow.id}, and ${chance}`;
}

function under(differences: readonly string[] | null): string {
  if (differences === null) return '; whether their parameters differ was not kept';
  if (differences.length === 0) return '; their parameters are the same';
  if (differences.length > mostNamed) return `; ${differences.length} parameters differ`;
  return `; what differs: ${differences.join(', ')}`;
}
