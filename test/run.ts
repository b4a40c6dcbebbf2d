import { type Group, type Options, parseOptions } from './run/options.ts';
import { type Step, steps } from './run/steps.ts';
import { closingLine, exitCode, type Found, oneTest, sum } from './run/tally.ts';

const stepsAtOnce = 2;
/** These keep one processor busy each, and none of them reads what another one writes. */
const besideOthers: ReadonlySet<Group> = new Set(['check', 'package']);
const nameWidth = 24;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function carryOut(step: Step, grep: string | undefined): Promise<Found> {
  const startedMs = performance.now();
  const found = await step.run({ grep, say }).catch((thrown: unknown) => oneTest(errorText(thrown)));
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const verdict = found.failed > 0 ? 'FAIL' : 'ok  ';
  say(`${verdict} ${step.name.padEnd(nameWidth)} ${closingLine(found)} (${seconds} s)`);
  return { ...found, failures: found.failures.map((text) => `--- ${step.name}\n${text.trimEnd()}\n`) };
}

const errorText = (thrown: unknown) =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

/** Carries out `chosen`, `atOnce` at a time; the answers keep the order of the steps. */
async function inTurn(chosen: readonly Step[], atOnce: number, grep: string | undefined): Promise<Found[]> {
  const answers: Found[] = [];
  const waiting = chosen.entries();
  const worker = async () => {
    for (const [place, step] of waiting) answers[place] = await carryOut(step, grep);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

async function run({ only, grep }: Options): Promise<Found> {
  const chosen = steps.filter((step) => only.has(step.group));
  const [beside, alone] = [true, false].map((is) =>
    chosen.filter(({ group }) => besideOthers.has(group) === is),
  );
  return sum([...(await inTurn(beside ?? [], stepsAtOnce, grep)), ...(await inTurn(alone ?? [], 1, grep))]);
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
