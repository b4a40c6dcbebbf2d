import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { duration, whole } from '../numbers.ts';

const examples = `
Examples:
  bondctl alerts
  bondctl alerts --ended --limit 200
  bondctl alerts silence alert_V1StGXR8-17 --for 2h
  bondctl alerts test`;

const longestMs = 30 * 24 * 3_600_000;
const notTaken = 1;

interface Listed {
  readonly ended?: true;
  readonly limit: number;
}

/** `bondctl alerts`: what is wrong, and whom it was told. */
export function alerts(program: Command, act: Act): void {
  const verb = program
    .command('alerts')
    .description('Show what is wrong and who was told, silence an alert, or try the routes.')
    .usage('[list] [options] | silence | test')
    .addHelpText('after', examples);
  verb
    .command('list', { isDefault: true })
    .description('Show the alerts that hold.')
    .option('--ended', 'also those that are over, newest first')
    .option('--limit <N>', 'how many that are over', whole('--limit', 1, 1000), 50)
    .action(act(listAlerts));
  verb
    .command('silence')
    .description('Tell nobody of an alert for a while; what still holds then is told again.')
    .argument('<ALERT>', 'its id')
    .requiredOption('--for <TIME>', 'for how long, such as 30m or 2h', duration('--for', longestMs))
    .action(act(silenceAlert));
  verb
    .command('test')
    .description('Send every route a test and show what became of it.')
    .action(act(testRoutes));
}

async function listAlerts(context: Context, { ended, limit }: Listed): Promise<number> {
  const found = await context.client.alerts(ended === true ? { ended: 'yes', limit } : {});
  const { renderAlerts } = await import('../render/alerts.ts');
  await context.result(found, () => renderAlerts(found.alerts, context.paint));
  return 0;
}

async function silenceAlert(
  context: Context,
  id: string,
  options: { readonly for: number },
): Promise<number> {
  const alert = await context.client.silenceAlert(id, options.for);
  const { renderSilenced } = await import('../render/alerts.ts');
  await context.result(alert, () => renderSilenced(alert));
  return 0;
}

async function testRoutes(context: Context): Promise<number> {
  const answer = await context.client.testAlerts();
  const { renderTried } = await import('../render/alerts.ts');
  await context.result(answer, () => renderTried(answer.routes, context.paint));
  return answer.routes.every(({ delivered }) => delivered) ? 0 : notTaken;
}
