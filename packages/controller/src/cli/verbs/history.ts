import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl history
  bondctl history --output json | jq .databaseBytes`;

/** `bondctl history`: what is kept of the past. */
export function history(program: Command, act: Act): void {
  program
    .command('history')
    .description('Show what is kept of the past: how fine, how long, since when, and how much room it takes.')
    .addHelpText('after', examples)
    .action(act(showHistory));
}

async function showHistory(context: Context): Promise<number> {
  const found = await context.client.history();
  const { renderHistory } = await import('../render/history.ts');
  await context.result(found, () => renderHistory(found, context.paint));
  return 0;
}
