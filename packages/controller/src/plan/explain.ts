import { formatEnd } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { formatDuration } from '../spec/durations.ts';
import { changedHosts } from './changes.ts';
import {
  type ChangeSet,
  type ClusterPlan,
  changeSetsOf,
  type Deadline,
  type Participant,
  witnessesOf,
} from './plan.ts';

/** A plan as the text that people approve. */
export function explainPlan(plan: ClusterPlan): string {
  const sections = [
    headline(plan),
    ...waveSections(plan),
    ...section(
      'refused',
      plan.refusals.map(({ host, subject, message }) => `${host}: ${subject}: ${message}`),
    ),
    ...section('notes', [...plan.notes.map(({ host, note }) => `${host}: ${note}`), ...plan.remarks]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headline(plan: ClusterPlan): readonly string[] {
  const { waves, refusals } = plan;
  if (refusals.length > 0) return ['refused: nothing will be changed'];
  if (waves.length === 0) return ['nothing to do: the hosts already are what the spec says'];
  const sets = counted(changeSetsOf(plan).length, 'change set');
  const inWaves = waves.length === 1 ? '' : `, in ${waves.length} waves`;
  return [`${sets} on ${counted(changedHosts(plan).length, 'host')}${inWaves}`, ...ruleLines(plan)];
}

/** What holds between waves; nothing where there is but one. */
function ruleLines({ waves, rules }: ClusterPlan): readonly string[] {
  if (waves.length < 2) return [];
  const { maxFailed, onFailure, soakMs } = rules;
  const failures =
    maxFailed === 0
      ? 'a change set rolls back'
      : `more than ${counted(maxFailed, 'change set')} rolls back, or a canary does`;
  const stop = onFailure === 'pause' ? 'pauses' : 'ends';
  return [
    ...(soakMs === 0
      ? []
      : [`each wave is watched for ${formatDuration(soakMs)} before the next one begins`]),
    `the rollout ${stop} when ${failures}; what committed before that stays`,
  ];
}

/** A tree: waves, their change sets, their hosts, their steps. One wave of one set needs no head of its own. */
function waveSections(plan: ClusterPlan): readonly (readonly string[])[] {
  const numbers = new Map(changeSetsOf(plan).map((set, index) => [set, index + 1]));
  const lines = (set: ChangeSet) =>
    indentAfterFirst([`${numbers.get(set)}. ${title(set)}`, ...changeLines(set)]);
  return plan.waves.flatMap(({ canary, sets }, index) => {
    if (plan.waves.length === 1 && sets.length === 1) return sets.map(lines);
    const together = sets.length === 1 ? '' : `: ${counted(sets.length, 'change set')} at the same time`;
    const head = `wave ${index + 1} of ${plan.waves.length}${canary ? ', a canary' : ''}${together}`;
    return sets.map((set, at) => (at === 0 ? [head, ...indented(lines(set))] : indented(lines(set))));
  });
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
const section = (name: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [indentAfterFirst([name, ...lines])];
const indentAfterFirst = ([first = '', ...rest]: readonly string[]) => [first, ...indented(rest)];
const indented = (lines: readonly string[]) => lines.map((line) => `   ${line}`);

function title(set: ChangeSet): string {
  const hosts = set.participants.map(({ host }) => host);
  return `${set.name}: ${hosts.length === 1 ? `${hosts[0]} alone` : `${hosts.join(' and ')} together, or neither`}`;
}

function changeLines(set: ChangeSet): readonly string[] {
  return [
    ...set.participants.flatMap(participantLines),
    ...set.links.map(
      (link) => `proof over ${link.name} (${link.ends.map(formatEnd).join(', ')}): ${proofText(link)}`,
    ),
    ...witnessLines(set),
    ...set.unproven.map(
      (end) => `${end} cannot be proven: no link of the spec ends there, so reading it back must do`,
    ),
    deadlineText(set.deadline),
  ];
}

function witnessLines(set: ChangeSet): readonly string[] {
  const hosts = witnessesOf(set);
  return hosts.length === 0 ? [] : [`witnesses, which do not change: ${hosts.join(', ')}`];
}

function participantLines({ host, steps }: Participant): readonly string[] {
  const width = Math.max(...steps.map(({ sentence }) => sentence.length));
  return [host, ...indented(steps.flatMap((planned, index) => stepLines(planned, index, width)))];
}

function stepLines(
  { sentence, disruption, loses }: PlannedStep,
  index: number,
  width: number,
): readonly string[] {
  const mark = disruption === 'none' ? '' : `  [${disruption}]`;
  const line = `${String(index + 1).padStart(2)}. ${sentence.padEnd(width)}${mark}`.trimEnd();
  return loses.length === 0 ? [line] : [line, `    loses for a moment: ${loses.join(', ')}`];
}

function proofText({ expect }: Link): string {
  const { throughput, pathMtu, retransmitsAtMostPercent } = expect;
  const tests = [
    ...(pathMtu ? ['path MTU both ways'] : []),
    ...(throughput === null
      ? []
      : [
          `${counted(throughput.streams, 'stream')} for ${throughput.seconds} s with at least ${thresholdText(throughput.atLeast)}`,
        ]),
    ...(retransmitsAtMostPercent === null ? [] : [`at most ${retransmitsAtMostPercent}% retransmitted`]),
  ];
  return tests.length === 0 ? 'nothing is expected' : tests.join('; ');
}

type Expected = NonNullable<Link['expect']['throughput']>['atLeast'];
const thresholdText = (atLeast: Expected) =>
  atLeast.kind === 'percent'
    ? `${atLeast.percent}% of what this configuration can do`
    : `${atLeast.rateBps / 1e6} Mbit/s`;

function deadlineText({ totalMs, ...parts }: Deadline): string {
  const sum = (['apply', 'verify', 'proof', 'confirm'] as const)
    .map((name) => `${name} ${parts[name].ms / 1000} s (${parts[name].because})`)
    .join(' + ');
  return `undone by itself after ${totalMs / 1000} s = ${sum}`;
}
