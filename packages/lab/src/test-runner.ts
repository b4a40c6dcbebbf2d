/** Runs lab test files, each in a lab of its own, and counts what their tests said. */
import { basename, join } from 'node:path';
import { chooseBackend } from './backend.ts';
import { OutcomeReader } from './outcome-reader.ts';
import { type LabResult, runLab } from './run.ts';
import { runSeated, Seats, type Share } from './seats.ts';
import { bundle, REPORTER, readHeader, TEST_PROGRAM, type TestHeader } from './test-file.ts';

/** Counts, and each failure's whole text. */
export type LabTests = { passed: number; failed: number; skipped: number; failures: string[] };

/**
 * How to run. `repository` has the packaged programs in its dist folder; `processors` are those guests may use, each for so
 * many that wait most of their time; `say` gets one line for each test as it ends.
 */
export type LabTestOptions = {
  readonly repository: string;
  readonly processors: number;
  readonly guestsPerProcessor: number;
  readonly grep?: string | undefined;
  readonly say: (line: string) => void;
};

const LAST_OUTPUT = 4_000;

type Test = { readonly file: string; readonly share: Share; readonly header: TestHeader };

/**
 * Runs all files, each as soon as it has a seat: first those that keep a processor busy, of these those that measure one after
 * the other; then those that may take longest. A guest that dies or runs out of time is a failed
 * test. Without a kernel for the lab, everything is one skipped test, and one failed test where CI=true.
 */
export async function runLabTests(files: readonly string[], options: LabTestOptions): Promise<LabTests> {
  const backend = chooseBackend('auto');
  if (backend.kind === 'refused') return refused(backend.why, options.say);
  const found: LabTests[] = [];
  const tests: Test[] = [];
  for (const file of files) {
    const test = described(file);
    if ('header' in test) tests.push(test);
    else found.push(test);
  }
  const seats = new Seats(options.processors, options.guestsPerProcessor);
  await runSeated(tests.sort(byShareThenLongest), seats, async (test, processor) => {
    found.push(await runOne(test, processor, options).catch(failureOf(test.file)));
  });
  return added(found);
}

const turns: readonly Share[] = ['exclusive', 'busy', 'working', 'waiting', 'shared'];

/** So that no long one begins when the others have ended. */
const byShareThenLongest = (one: Test, other: Test): number =>
  turns.indexOf(one.share) - turns.indexOf(other.share) ||
  other.header.request.timeoutMs - one.header.request.timeoutMs;

function described(file: string): Test | LabTests {
  try {
    const header = readHeader(file);
    return { file, share: header.share, header };
  } catch (error) {
    return oneFailure(file, (error as Error).message);
  }
}

async function runOne({ file, header }: Test, slot: number, options: LabTestOptions): Promise<LabTests> {
  const reader = new OutcomeReader((line) => options.say(`${basename(file)}: ${line}`));
  const result = await runLab({
    ...header.request,
    topology: header.topology,
    command: [
      'sh',
      '-c',
      nodeCommand,
      'sh',
      ...(options.grep === undefined ? [] : [`--test-name-pattern=${options.grep}`]),
    ],
    cwd: options.repository,
    env: { ...header.request.env, LAB_REPOSITORY: options.repository, NO_COLOR: '1' },
    files: await bundle(file),
    slot,
    follow: (out) => reader.follow(join(out, 'outcomes.jsonl')),
  });
  return counted(file, reader, result, options.grep !== undefined);
}

/** The test runs in this one process, not in a child of `node --test`, which costs a second start of node. */
const nodeCommand =
  'exec node --enable-source-maps --test-force-exit --test-reporter-destination=stderr ' +
  `--test-reporter="$LAB/job/${REPORTER}" "$@" "$LAB/job/${TEST_PROGRAM}"`;

function counted(file: string, reader: OutcomeReader, result: LabResult, mayBeEmpty: boolean): LabTests {
  const { passed, failed, skipped } = reader;
  const failures = failed.map(({ name, why }) => `${file}: ${name}\n${why}`);
  const more = reader.ended ? silent(reader, result, mayBeEmpty) : cutShort(reader, result, mayBeEmpty);
  if (more !== undefined) failures.push(`${file}: ${more}`);
  if (failures.length > 0) failures.push(...lastOutput(result));
  return { passed, failed: failed.length + (more === undefined ? 0 : 1), skipped, failures };
}

/** Why a run that came to its end is a failure although no test said so. */
function silent(reader: OutcomeReader, { code }: LabResult, mayBeEmpty: boolean): string | undefined {
  if (!mayBeEmpty && reader.count === 0) return NO_TESTS;
  return code !== 0 && reader.failed.length === 0 ? `the run ended with code ${code}` : undefined;
}

/** A file without any test ends well and never tells a plan. */
function cutShort(reader: OutcomeReader, result: LabResult, mayBeEmpty: boolean): string | undefined {
  if (result.code !== 0 || reader.count > 0) return `the run ended early: ${wayOf(result)}`;
  return mayBeEmpty ? undefined : NO_TESTS;
}

const NO_TESTS = 'the file has no tests';

const wayOf = (result: LabResult): string =>
  'why' in result ? result.why : `${result.kind}, code ${result.code}`;

/** What the failed run printed last; part of the failures' text, not a failure of its own. */
function lastOutput({ stdout, stderr }: LabResult): string[] {
  const text = Buffer.concat([stdout, stderr]).toString('utf8').trim().slice(-LAST_OUTPUT);
  return text === '' ? [] : [`  its last output:\n${text}`];
}

function refused(why: string, say: (line: string) => void): LabTests {
  if (process.env['CI'] === 'true') return oneFailure('lab tests', why);
  say(`skipped, because ${why}`);
  return { passed: 0, failed: 0, skipped: 1, failures: [] };
}

const failureOf = (file: string) => (error: Error) => oneFailure(file, error.stack ?? error.message);

const oneFailure = (file: string, why: string): LabTests => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [`${file}: ${why}`],
});

function added(all: readonly LabTests[]): LabTests {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}
