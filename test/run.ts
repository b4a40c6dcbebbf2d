import { type Group, type Options, parseOptions } from './run/options.ts';
import { type Step, steps } from './run/steps.ts';
import { cannotRun, closingLine, exitCode, type Found, oneTest, sum } from './run/tally.ts';

/** Parts that run at the same time, and how many of them: none reads what another one writes, and none measures throughput. */
type Phase = { readonly groups: readonly Group[]; readonly atOnce: number };

/** In this order. Each check, each build, the guests that boot one by one and the browser keep one processor busy. */
const phases: readonly Phase[] = [
  { groups: ['check', 'package'], atOnce: 2 },
  { groups: ['unit'], atOnce: 1 },
  { groups: ['outside', 'browser'], atOnce: 2 },
  { groups: ['lab'], atOnce: 1 },
];
const nameWidth = 24;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A step that may begin, or what it lacks. */
type Ready = { readonly step: Step; readonly missing: string | undefined };

/** One after the other: two that install Debian packages at once would be in each other's way. */
async function provided(steps: readonly Step[]): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (const step of steps) ready.push({ step, missing: await step.provide?.(say).catch(errorText) });
  return ready;
}

/** What cannot run is said and skipped, or a failure in CI. */
async function found({ step, missing }: Ready, grep: string | undefined): Promise<Found> {
  if (missing === undefined)
    return await step.run({ grep, say }).catch((thrown: unknown) => oneTest(errorText(thrown)));
  say(missing);
  return cannotRun(missing);
}

async function carryOut(ready: Ready, grep: string | undefined): Promise<Found> {
  const { name } = ready.step;
  const startedMs = performance.now();
  const said = await found(ready, grep);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const verdict = said.failed > 0 ? 'FAIL' : 'ok  ';
  say(`${verdict} ${name.padEnd(nameWidth)} ${closingLine(said)} (${seconds} s)`);
  return { ...said, failures: said.failures.map((text) => `--- ${name}\n${text.trimEnd()}\n`) };
}

const errorText = (thrown: unknown) =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

/** Carries out `chosen`, `atOnce` at a time; the answers keep the order of the steps. */
async function inTurn(chosen: readonly Step[], atOnce: number, grep: string | undefined): Promise<Found[]> {
  const answers: Found[] = [];
  const waiting = (await provided(chosen)).entries();
  const worker = async () => {
    for (const [place, ready] of waiting) answers[place] = await carryOut(ready, grep);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

async function run({ only, grep }: Options): Promise<Found> {
  const answers: Found[] = [];
  for (const { groups, atOnce } of phases) {
    const chosen = steps.filter(({ group }) => groups.includes(group) && only.has(group));
    answers.push(...(await inTurn(chosen, atOnce, grep)));
  }
  return sum(answers);
}

const options = parseOptions(process.argv.slice(2));
if ('mistake' in options) {
  process.stderr.write(`${options.mistake}\n`);
  process.exitCode = 2;
} else {
  const total = await run(options);
  for (const failure of total.failures) say(`\n${failure}`);
  say(closingLine(total));
  process.exitCode = exitCode(total);
}
