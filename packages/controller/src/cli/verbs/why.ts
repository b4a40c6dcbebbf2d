import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl why alpha
  bondctl why drbd --output json

Exit code 5 means that a person is needed. The last line says what to do next.`;

const personNeeded = 5;

/** `bondctl why`: wanted, found, blocked by whom, and what to do next. */
export function why(program: Command, act: Act): void {
  program
    .command('why')
    .description(
      'Say why a host or a link is as it is, who or what blocks it since when, and what to do next.',
    )
    .argument('<HOST|LINK>', 'the host or the link')
    .addHelpText('after', examples)
    .action(act(explain));
}

async function explain(context: Context, subject: string): Promise<number> {
  const found = await context.client.why(subject);
  const { renderWhy } = await import('../render/why.ts');
  await context.result(found, () => renderWhy(found, context.paint));
  return found.needsPerson ? personNeeded : 0;
}
