import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl diagnose
  bondctl diagnose alpha
  bondctl diagnose drbd --output json

It looks at what every host that joined has reported, whether or not a spec names it. It sends no traffic and changes
nothing. Exit code 1 means that there is a fault; warnings and notes alone exit 0.`;

const faultFound = 1;

/** `bondctl diagnose`: what is wrong, the evidence, and what to do. */
export function diagnose(program: Command, act: Act): void {
  program
    .command('diagnose')
    .description(
      'Find what is wrong with bonds, ports and links, without traffic and without changing anything.',
    )
    .argument('[HOST|LINK]', 'only this host or link')
    .addHelpText('after', examples)
    .action(act(showFindings));
}

async function showFindings(context: Context, about: string | undefined): Promise<number> {
  const found = await context.client.diagnose(about);
  const { renderDiagnosis } = await import('../render/diagnose.ts');
  await context.result(found, () => renderDiagnosis(found, context.paint));
  return found.findings.some(({ severity }) => severity === 'fault') ? faultFound : 0;
}
