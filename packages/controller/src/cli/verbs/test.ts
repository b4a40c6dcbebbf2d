import type { Told } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import { gentle, type TestClass } from '@bondctl/proto/model/linktest';
import type { TestView } from '@bondctl/proto/model/view';
import { type Command, Option } from 'commander';
import type { Act, Context } from '../act.ts';
import { bitrate, whole } from '../numbers.ts';
import { untilTold } from '../told.ts';
import { testResults } from './test-results.ts';

const examples = `
Examples:
  bondctl test drbd
  bondctl test drbd --streams 4 --seconds 30
  bondctl test drbd --direction back --budget 120
  bondctl test drbd --udp --rate 500Mbit/s
  bondctl test drbd --class probe
  bondctl test drbd --output json > drbd.json
  bondctl test --mesh storage --seconds 5 --html storage.html
  bondctl test list drbd --limit 50
  bondctl test show test_V1StGXR8Z5 --html drbd.html
  bondctl test compare test_V1StGXR8Z5 test_J3cHo2dQ9x

Without a subcommand a link is tested, with the options of run: see "bondctl test run --help". A link that is called
like a subcommand is tested with run: "bondctl test run list".`;

const runHelp = `
Exit code 1 means that an expectation of the link was missed. The json has both raw iperf3 documents.`;

interface Options {
  readonly streams?: number;
  readonly seconds?: number;
  readonly class?: Asked;
  readonly udp?: boolean;
  readonly rate?: number;
  readonly direction?: Direction;
  readonly budget?: number;
  readonly mesh?: string;
  readonly csv?: true;
  readonly html?: string;
}

const classes = ['probe', 'measure', 'stress'] as const satisfies readonly TestClass[];
/** A proof is never asked for: it comes with its change. */
type Asked = (typeof classes)[number];
const directions = ['forth', 'back', 'both'] as const;
type Direction = (typeof directions)[number];

/** `bondctl test`: one measurement on one link, and what earlier ones said. */
export function test(program: Command, act: Act): void {
  const verb = program
    .command('test')
    .description('Measure a link, and show, compare and export what was measured.')
    .usage('[run] <LINK> [options] | list | show | compare')
    .addHelpText('after', examples);
  run(verb, act);
  testResults(verb, act);
}

function run(verb: Command, act: Act): void {
  verb
    .command('run', { isDefault: true })
    .description('Measure a link: path MTU both ways, throughput, and how much each port carried.')
    .argument('[LINK]', 'the link, by its name in the spec')
    .option('--mesh <NAME>', 'every link of a mesh of the spec instead of one link')
    .option(
      '--streams <N>',
      'TCP streams; default: what the link expects, else 1',
      whole('--streams', 1, 128),
    )
    .option('--seconds <N>', 'how long; default: what the link expects, else 10', whole('--seconds', 1, 3600))
    .addOption(
      new Option(
        '--class <CLASS>',
        'measure: alone, begun while others are quiet, ended when they are not; probe: 1 s at a tenth of a port; stress: whatever else is there, where the hosts allow it',
      )
        .choices(classes)
        .default('measure'),
    )
    .option('--udp', 'datagrams instead of TCP: loss, jitter and reordering at a rate')
    .option(
      '--rate <RATE>',
      'what UDP sends, e.g. 1.8Gbit/s; default: nine tenths of what the ports carry',
      bitrate('--rate'),
    )
    .addOption(
      new Option(
        '--direction <WAY>',
        "forth: from the link's first end to its second; both: the two ways at once",
      ).choices(directions),
    )
    .option(
      '--budget <SECONDS>',
      'measure again until the mean is certain to 2.5 %, at most this long; default: once',
      whole('--budget', 1, 86_400),
    )
    .option('--csv', 'with --mesh: a row per pair for spreadsheets and scripts')
    .option('--html <FILE>', 'with --mesh: write a page with the heat map of all pairs')
    .addHelpText('after', runHelp)
    .action(act(runTest));
}

async function runTest(context: Context, link: string | undefined, options: Options): Promise<number> {
  const asked = askedOf(options);
  const { mesh } = options;
  if ((link === undefined) === (mesh === undefined))
    throw new BondctlError('bad-input', 'Name a link, or a mesh with --mesh.');
  if (!(await isSure(context, asked.class, link ?? mesh ?? ''))) {
    context.progress('Nothing was tested.');
    return 0;
  }
  if (link !== undefined) return testLink(context, link, asked);
  const { testMesh } = await import('./test-mesh.ts');
  return testMesh(context, mesh ?? '', asked, options);
}

/** Stress is asked for twice, by the option and by a yes. */
async function isSure(context: Context, kind: Asked, name: string): Promise<boolean> {
  if (kind !== 'stress') return true;
  context.mustBeAnswerable();
  return context.confirm(
    `Stress ${name}? It begins whatever else its hosts send and receive, and goes on however that suffers.`,
  );
}

function askedOf(options: Options) {
  return {
    class: options.class ?? ('measure' as const),
    streams: options.streams ?? null,
    seconds: options.seconds ?? (options.class === 'probe' ? gentle.seconds : null),
    protocol: options.udp === true ? ('udp' as const) : null,
    direction: options.direction ?? null,
    offeredBps: options.rate ?? null,
    budgetSeconds: options.budget ?? null,
  };
}

async function testLink(context: Context, link: string, asked: ReturnType<typeof askedOf>): Promise<number> {
  const told = untilGone(context.client.test({ link, ...asked }), link);
  const { result, exitCode } = await untilTold(context, told, goneSentence(link));
  const { renderTest } = await import('../render/test.ts');
  await context.result(result, () => renderTest(result, context.paint));
  return exitCode;
}

/** What is told, until a controller that had begun to tell goes away. */
async function* untilGone(told: Told<TestView>, link: string): Told<TestView> {
  let hasBegun = false;
  try {
    for await (const line of told) {
      hasBegun = true;
      yield line;
    }
  } catch (thrown) {
    const error = BondctlError.from(thrown);
    throw hasBegun && error.code === 'unreachable'
      ? new BondctlError('unreachable', goneSentence(link))
      : error;
  }
}

const goneSentence = (link: string): string =>
  `The controller went away; the test of ${link} ends by itself.`;
