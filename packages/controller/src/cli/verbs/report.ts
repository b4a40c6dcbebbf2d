import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl report daily
  bondctl report daily alpha
  bondctl report daily --output json

Each host also writes a line for each bond into its own system log once a day: "journalctl -t bondctl-agent | grep daily".`;

/** `bondctl report`: what people read in the morning. */
export function report(program: Command, act: Act): void {
  program
    .command('report')
    .description('Show reports for regular reading.')
    .addHelpText('after', examples)
    .command('daily')
    .description('Show every bond: state, link failures of the last 24 hours, LACP, speed, MTU and drift.')
    .argument('[HOST]', 'only this host')
    .action(act(showDaily));
}

async function showDaily(context: Context, host: string | undefined): Promise<number> {
  const found = await context.client.daily(host);
  const { renderDaily } = await import('../render/daily.ts');
  await context.result(found, () => renderDaily(found, context.paint));
  return 0;
}
