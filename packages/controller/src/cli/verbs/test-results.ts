import { BondctlError } from '@bondctl/proto/model/error';
import { type Command, Option } from 'commander';
import type { Act, Context } from '../act.ts';
import { whole } from '../numbers.ts';
import { writeOut } from '../write-file.ts';

/** `bondctl test list`, `show` and `compare`: what earlier tests said. */
export function testResults(verb: Command, act: Act): void {
  verb
    .command('list')
    .description('Show the newest tests, of all links or of one.')
    .argument('[LINK]', 'the link, by its name in the spec')
    .option('--limit <N>', 'how many', whole('--limit', 1, 1000), 20)
    .option('--csv', 'a row per test for spreadsheets and scripts')
    .action(act(listTests));
  verb
    .command('show')
    .description('Show one test: what it said, how it was measured, and on what.')
    .argument('<TEST>', 'its id')
    .option('--csv', 'the time line of every port')
    .addOption(
      new Option('--html <FILE>', 'write it as a page that any browser shows; - for stdout').conflicts('csv'),
    )
    .action(act(showTest));
  verb
    .command('compare')
    .description('Put two tests side by side: what differs, and which was faster.')
    .argument('<TEST>', 'the id of one')
    .argument('<OTHER>', 'the id of the other')
    .action(act(compareTests));
}

interface ListOptions {
  readonly limit: number;
  readonly csv?: true;
}

async function listTests(context: Context, link: string | undefined, options: ListOptions): Promise<number> {
  if (options.csv === true) mustBeTable(context, '--csv');
  const found = await context.client.tests(options.limit, link);
  const { renderTests, testsCsv } = await import('../render/tests.ts');
  if (options.csv === true) context.write(testsCsv(found.tests));
  else await context.result(found, () => renderTests(found.tests, link, context.paint));
  return 0;
}

interface ShowOptions {
  readonly csv?: true;
  readonly html?: string;
}

async function showTest(context: Context, id: string, options: ShowOptions): Promise<number> {
  if (options.html !== undefined) return writePage(context, id, options.html);
  if (options.csv === true) mustBeTable(context, '--csv');
  const found = await context.client.testResult(id);
  if (options.csv === true) {
    const { seriesCsv } = await import('../render/tests.ts');
    context.write(seriesCsv(found.result));
    return 0;
  }
  const { renderTest } = await import('../render/test.ts');
  const { renderOrigin } = await import('../render/test-origin.ts');
  await context.result(found, () => `${renderTest(found, context.paint)}${renderOrigin(found)}`);
  return 0;
}

async function writePage(context: Context, id: string, file: string): Promise<number> {
  mustBeTable(context, '--html');
  const page = await context.client.testPage(id);
  await writeOut(context, '--html', file, page);
  return 0;
}

async function compareTests(context: Context, first: string, second: string): Promise<number> {
  const found = await context.client.compareTests(first, second);
  const { renderComparison } = await import('../render/compare.ts');
  await context.result(found, () => renderComparison(found, context.paint));
  return 0;
}

/** stdout has one form at a time. */
function mustBeTable({ format }: Context, option: string): void {
  if (format === 'table') return;
  throw new BondctlError('bad-input', `${option} and --output ${format} are two forms; choose one.`);
}
