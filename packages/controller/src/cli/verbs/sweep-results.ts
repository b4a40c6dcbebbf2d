import type { SweepView } from '@bondctl/proto/model/sweep';
import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { whole } from '../numbers.ts';
import { writeOut } from '../write-file.ts';

/** Where a sweep's results go besides the screen. */
export interface SweepOutput {
  readonly csv?: true;
  readonly html?: string;
  readonly svg?: string;
}

/** `bondctl sweep list`, `show` and `keep`: what earlier sweeps found, and rolling one of it out. */
export function sweepResults(verb: Command, act: Act): void {
  verb
    .command('list')
    .description('Show the newest sweeps.')
    .option('--limit <N>', 'how many', whole('--limit', 1, 1000), 20)
    .action(act(listSweeps));
  verb
    .command('show')
    .description('Show what a sweep tried, ranked, and what follows from it.')
    .argument('<SWEEP>', 'its id')
    .option('--csv', 'a row per candidate and number of streams')
    .option('--html <FILE>', 'write it as a page that any browser shows; - for stdout')
    .option('--svg <FILE>', 'write the ranking as a picture; - for stdout')
    .action(act(showOne));
  verb
    .command('keep')
    .description('Roll a candidate of a sweep out: planned, asked and proven like any other change.')
    .argument('<SWEEP>', 'its id')
    .argument('[CANDIDATE]', 'its name, as the ranking has it; default: the best')
    .action(act(keep));
}

async function listSweeps(context: Context, { limit }: { readonly limit: number }): Promise<number> {
  const found = await context.client.sweeps(limit);
  const { renderSweeps } = await import('../render/sweep.ts');
  await context.result(found, () => renderSweeps(found.sweeps, context.paint));
  return 0;
}

async function showOne(context: Context, id: string, output: SweepOutput): Promise<number> {
  await showSweep(context, await context.client.sweepResult(id), output);
  return 0;
}

/** Prints a sweep as it was asked for; stdout gets one thing. */
export async function showSweep(context: Context, sweep: SweepView, output: SweepOutput): Promise<void> {
  const { html, svg, csv } = output;
  if (html !== undefined) {
    const { sweepPage } = await import('../../page/sweep-page.ts');
    await writeOut(context, '--html', html, sweepPage(sweep));
  }
  if (svg !== undefined) {
    const { rankingSvg } = await import('../../page/ranking-plot.ts');
    await writeOut(context, '--svg', svg, rankingSvg(sweep));
  }
  if (html === '-' || svg === '-') return;
  const { renderSweep, sweepCsv } = await import('../render/sweep.ts');
  if (csv === true) context.write(sweepCsv(sweep));
  else await context.result(sweep, () => renderSweep(sweep, context.paint));
}

async function keep(context: Context, id: string, candidate: string | undefined): Promise<number> {
  context.mustBeAnswerable();
  const { applySpec } = await import('./apply.ts');
  return applySpec(context, await context.client.sweptSpec(id, candidate));
}
