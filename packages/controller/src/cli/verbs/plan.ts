import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { chosenSpec } from '../spec-file.ts';

const examples = `
Examples:
  bondctl plan -f cluster.yaml
  bondctl plan                        # the way back to the accepted spec
  bondctl plan -f cluster.yaml --output json`;

/** `bondctl plan`: what apply would do. */
export function plan(program: Command, act: Act): void {
  program
    .command('plan')
    .description('Show what applying a spec would do to each host; change nothing.')
    .option('-f, --file <FILE>', 'the spec; - reads stdin; default: the accepted spec')
    .addHelpText('after', examples)
    .action(act(showPlan));
}

async function showPlan(context: Context, options: { readonly file?: string }): Promise<number> {
  const found = await context.client.plan(await chosenSpec(context, options.file));
  await context.result(found, () => found.text);
  return found.refusals.length === 0 ? 0 : refusedExit(found.refusals.map((one) => one.kind));
}

/** A refusal says more than a host that did not answer. */
export const refusedExit = (kinds: readonly ('refused' | 'unreachable')[]): 3 | 4 =>
  kinds.includes('refused') ? 4 : 3;
