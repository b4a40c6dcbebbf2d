import { type Meets, meetings } from './coverage.ts';
import { consequences, faultKinds, type Happening } from './faults.ts';
import { laws } from './law.ts';
import type { Tally } from './tally.ts';
import type { Told } from './worker.ts';

type Machine = keyof typeof meetings;
const machines = Object.keys(meetings) as readonly Machine[];

/** Every happening that is counted, with what it is. */
const happenings = Object.entries({
  ...Object.fromEntries(Object.entries(faultKinds).map(([name, { says }]) => [name, says])),
  ...consequences,
}) as readonly (readonly [Happening, string])[];

/** Events with the phases they meet, as `machine phase event`: all that must be, or all that may be. */
const expected = (machine: Machine, which: 'must' | 'may'): readonly string[] =>
  (Object.entries(meetings[machine]) as [string, Meets][]).flatMap(([event, { phases, seldom }]) =>
    [...phases, ...(which === 'may' ? (seldom ?? []) : [])].map((phase) => `${machine} ${phase} ${event}`),
  );

/** What shows that worlds did not try what they should, or did what cannot be. `enough`: none may be missing. */
export function gaps({ happenings: happened, pairs }: Tally, enough: boolean): readonly string[] {
  const never = [
    ...happenings.map(([name]) => name).filter((name) => happened[name] === undefined),
    ...machines.flatMap((machine) => expected(machine, 'must')).filter((pair) => pairs[pair] === undefined),
  ];
  const possible = new Set(machines.flatMap((machine) => expected(machine, 'may')));
  const impossible = Object.keys(pairs).filter((pair) => !possible.has(pair));
  return [
    ...(enough ? never.map((what) => `${what} never happened`) : []),
    ...impossible.map((pair) => `${pair} happened, and coverage.ts says that it cannot`),
  ];
}

const count = (times: number | undefined): string => String(times ?? 0).padStart(9);

function meetingLines(machine: Machine, { pairs }: Tally): readonly string[] {
  const entries = Object.entries(meetings[machine]) as [string, Meets][];
  return entries.flatMap(([event, { phases, seldom, because }]) => [
    ...phases.map((phase) => `${count(pairs[`${machine} ${phase} ${event}`])}  ${event} in ${phase}`),
    ...(seldom ?? []).map(
      (phase) => `${count(pairs[`${machine} ${phase} ${event}`])}  ${event} in ${phase} (seldom)`,
    ),
    `${'-'.padStart(9)}  ${event} anywhere else: ${because}`,
  ]);
}

/** How often everything happened, to be read by people. */
export function tallyText(tally: Tally): string {
  return [
    'What happened, and how often:',
    ...happenings.map(([name, says]) => `${count(tally.happenings[name])}  ${name}: ${says}`),
    ...machines.flatMap((machine) => [
      '',
      `Which event met which phase of the machine of a ${machine}, and how often:`,
      ...meetingLines(machine, tally),
    ]),
  ].join('\n');
}

/** One world to be read by people: what happened, which law was broken, and how to see it again. */
export function toldText(seed: number, { lines, violation, suffices }: Told, mutant: string | null): string {
  if (violation === null) return [...lines, 'Every law was kept.'].join('\n');
  const again = `npm run simulate -- --seed ${seed}${mutant === null ? '' : ` --mutant ${mutant}`}`;
  return [
    ...lines,
    '',
    `BROKEN: ${laws[violation.law]}`,
    `  ${violation.sentence}`,
    `To see it again: ${again}`,
    suffices.length === 0 ? 'It needs no fault.' : 'These faults suffice:',
    ...suffices.map((fault) => `  ${fault}`),
  ].join('\n');
}
