import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from './browser.ts';
import { checks } from './checks.ts';
import { labTests, provideForLab } from './lab.ts';
import type { Group } from './options.ts';
import { root } from './places.ts';
import { providePromtool } from './promtool.ts';
import { runTool } from './spawn.ts';
import { type Found, oneTest, sum } from './tally.ts';
import { readReport, type VitestReport } from './vitest-report.ts';

/**
 * A part of `npm test` as it is carried out; `say` prints progress while it runs. `provide` installs what the part needs where
 * that is possible, else answers with the sentence that says what to type.
 */
export type Step = {
  name: string;
  group: Group;
  provide?(say: Context['say']): Promise<string | undefined>;
  run(context: Context): Promise<Found>;
};

/** What steps are told. */
export type Context = { grep: string | undefined; say(line: string): void };

const unitTimeoutMs = 900_000;
const browserTimeoutMs = 600_000;
const promtoolTimeoutMs = 120_000;
const packageTimeoutMs = 180_000;
const outsideTimeoutMs = 1_200_000;

/** All steps in the order they count and begin. */
export const steps: readonly Step[] = [
  ...checks.map(
    (check): Step => ({ name: check.name, group: 'check', run: async () => oneTest(await check.run()) }),
  ),
  { name: 'unit tests', group: 'unit', run: (context) => vitest('unit', unitTimeoutMs, context) },
  {
    name: 'metrics with promtool',
    group: 'unit',
    provide: providePromtool,
    run: (context) => vitest('promtool', promtoolTimeoutMs, context),
  },
  { name: 'packages', group: 'package', run: packages },
  {
    name: 'the lab from outside',
    group: 'outside',
    provide: (say) => provideForLab(say, 'machine'),
    run: (context) => vitest('outside', outsideTimeoutMs, context),
  },
  {
    name: 'pages in a browser',
    group: 'browser',
    provide: provideBrowser,
    run: (context) => vitest('browser', browserTimeoutMs, context),
  },
  {
    name: 'lab tests',
    group: 'lab',
    provide: (say) => provideForLab(say, 'browser'),
    run: labTests,
  },
];

/** Building is one test; what was built is then tested. */
async function packages(context: Context): Promise<Found> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const built = await runTool(tsx, [join(root, 'packaging/main.ts')], packageTimeoutMs);
  if (built.code !== 0) return oneTest(`npm run package exited ${built.code}\n${built.output}`);
  return sum([
    oneTest(undefined),
    await vitest('package', packageTimeoutMs, { ...context, grep: undefined }),
  ]);
}

async function vitest(project: string, timeoutMs: number, { grep }: Context): Promise<Found> {
  const scratch = await mkdtemp(join(tmpdir(), 'bondctl-vitest-'));
  const outputFile = join(scratch, 'report.json');
  const filter = grep === undefined ? [] : ['--testNamePattern', grep];
  try {
    const exit = await runTool(
      join(root, 'node_modules/vitest/vitest.mjs'),
      [
        'run',
        '--root',
        root,
        '--project',
        project,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${outputFile}`,
        ...filter,
      ],
      timeoutMs,
    );
    const text = await readFile(outputFile, 'utf8').catch(() => undefined);
    if (text === undefined)
      return oneTest(`vitest (${project}) exited ${exit.code} without a report\n${exit.output}`);
    return readReport(JSON.parse(text) as VitestReport, exit);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
