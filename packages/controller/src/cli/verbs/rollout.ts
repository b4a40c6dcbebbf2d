import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { followRollout } from '../follow.ts';
import { whole } from '../numbers.ts';

const examples = `
Examples:
  bondctl rollout list
  bondctl rollout show ro_V1StGXR8Z5
  bondctl rollout watch ro_V1StGXR8Z5`;

const personNeeded = 5;

/** `bondctl rollout`: how changes went. */
export function rollout(program: Command, act: Act): void {
  const verb = program
    .command('rollout')
    .description('Show and watch rollouts.')
    .addHelpText('after', examples);
  verb
    .command('list')
    .description('Show the newest rollouts.')
    .option('--limit <N>', 'how many', whole('--limit', 1, 1000), 20)
    .action(act(listRollouts));
  verb
    .command('show')
    .description('Show how one rollout stands: its hosts and its proofs.')
    .argument('<ROLLOUT>', 'its id')
    .action(act(showRollout));
  verb
    .command('watch')
    .description('Follow a rollout to its end; the exit code is that of apply.')
    .argument('<ROLLOUT>', 'its id')
    .action(act((context: Context, id: string) => followRollout(context, id)));
}

async function listRollouts(context: Context, options: { readonly limit: number }): Promise<number> {
  const found = await context.client.rollouts(options.limit);
  const { renderRollouts } = await import('../render/rollout.ts');
  await context.result(found, () => renderRollouts(found.rollouts, context.paint));
  return 0;
}

async function showRollout(context: Context, id: string): Promise<number> {
  const found = await context.client.rollout(id);
  const { renderRollout } = await import('../render/rollout.ts');
  await context.result(found, () => renderRollout(found, context.paint));
  return found.state === 'needsPerson' ? personNeeded : 0;
}
