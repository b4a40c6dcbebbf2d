import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { duration, whole } from '../numbers.ts';

const examples = `
Examples:
  bondctl token create
  bondctl token create --host alpha --ttl 15m
  bondctl token create --uses 40 --ttl 1d`;

const hourMs = 3_600_000;
const longestMs = 30 * 24 * hourMs;

interface Options {
  readonly host?: string;
  readonly ttl: number;
  readonly uses: number;
}

/** `bondctl token`: how servers join. */
export function token(program: Command, act: Act): void {
  program
    .command('token')
    .description('Let servers join.')
    .addHelpText('after', examples)
    .command('create')
    .description('Make a join token and print the command to type on the server. It is shown this once.')
    .option('--host <HOST>', 'only the host of this name may use it')
    .option(
      '--ttl <TIME>',
      'how long it may be used, such as 15m or 2d',
      duration('--ttl', longestMs),
      hourMs,
    )
    .option('--uses <N>', 'how many hosts may use it', whole('--uses', 1, 10_000), 1)
    .addHelpText('after', examples)
    .action(act(createToken));
}

async function createToken(context: Context, options: Options): Promise<number> {
  const made = await context.client.createToken({
    host: options.host ?? null,
    ttlMs: options.ttl,
    uses: options.uses,
  });
  const { counted, time } = await import('../render/units.ts');
  if (context.format === 'table')
    context.progress(
      `Type this on the server (good for ${counted(made.uses, 'host')} until ${time(made.expiresUnixMs)}):`,
    );
  await context.result(made, () => `${made.command}\n`);
  return 0;
}
