import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl status
  bondctl status drbd
  bondctl status alpha/sync0 --output yaml

Exit code 5 means that something waits for a person; it stands first.`;

const personNeeded = 5;

/** `bondctl status`: links and bonds as they are now. */
export function status(program: Command, act: Act): void {
  program
    .command('status')
    .description('Show links with both ends, their last test, and whatever waits for a person.')
    .argument('[HOST[/BOND]|LINK]', 'only this host, bond or link')
    .addHelpText('after', examples)
    .action(act(showStatus));
}

async function showStatus(context: Context, scope: string | undefined): Promise<number> {
  const found = await context.client.status(scope);
  const { renderStatus } = await import('../render/status.ts');
  await context.result(found, () => renderStatus(found, context.paint));
  return found.attention.length === 0 ? 0 : personNeeded;
}
