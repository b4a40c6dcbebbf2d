import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { followRollout } from '../follow.ts';
import { whole } from '../numbers.ts';
import { applySpec } from './apply.ts';

const examples = `
Examples:
  bondctl rollout list
  bondctl rollout show ro_V1StGXR8Z5
  bondctl rollout watch ro_V1StGXR8Z5
  bondctl rollout pause ro_V1StGXR8Z5
  bondctl rollout resume ro_V1StGXR8Z5
  bondctl rollout abort ro_V1StGXR8Z5
  bondctl rollout undo ro_V1StGXR8Z5`;

const personNeeded = 5;

/** `bondctl rollout`: how changes went. */
export function rollout(program: Command, act: Act): void {
  const verb = program
    .command('rollout')
    .description('Show, watch and steer rollouts.')
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
  steer(verb, act, 'pause', 'Begin no further wave; what is in hand comes to its end.');
  steer(verb, act, 'resume', 'Go on with a paused rollout.');
  steer(verb, act, 'abort', 'Take back what is not decided yet and end the rollout; what committed stays.');
  verb
    .command('undo')
    .description(
      'Lead the hosts back to what they had before a rollout: planned, asked, proven, without canaries.',
    )
    .argument('<ROLLOUT>', 'its id')
    .action(act(undoRollout));
}

function steer(verb: Command, act: Act, action: 'pause' | 'resume' | 'abort', says: string): void {
  verb
    .command(action)
    .description(says)
    .argument('<ROLLOUT>', 'its id')
    .action(act((context: Context, id: string) => steerRollout(context, id, action)));
}

async function steerRollout(
  context: Context,
  id: string,
  action: 'pause' | 'resume' | 'abort',
): Promise<number> {
  const found = await context.client.control(id, action);
  const { renderRollout } = await import('../render/rollout.ts');
  await context.result(found, () => renderRollout(found, context.paint));
  return 0;
}

async function undoRollout(context: Context, id: string): Promise<number> {
  context.mustBeAnswerable();
  return applySpec(context, await context.client.undo(id));
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
