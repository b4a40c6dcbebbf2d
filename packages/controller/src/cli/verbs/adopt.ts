import type { AdoptView } from '@bondctl/proto/model/adopt';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { mayWrite, writeOut } from '../write-file.ts';

const examples = `
Examples:
  bondctl adopt --all
  bondctl adopt --all --write cluster.yaml
  bondctl adopt alpha beta --no-probe
  bondctl adopt --all --output json

It reads what hosts have now and what their configuration files say, and changes nothing; "bondctl plan -f" of what it
writes changes no kernel. Where LACP shows no partner it sends a few packets of full size between bonds with addresses in
one network; --no-probe leaves that out, and the links with it.`;

interface Options {
  readonly all?: true;
  readonly probe: boolean;
  readonly write?: string;
}

/** `bondctl adopt`: the spec that describes what is there. */
export function adopt(program: Command, act: Act): void {
  program
    .command('adopt')
    .description('Write the spec that describes what is there now; change nothing.')
    .argument('[HOST...]', 'the hosts to describe')
    .option('--all', 'describe every host that joined')
    .option('--no-probe', 'send no packets to find out which bonds face each other')
    .option('-f, --write <FILE>', 'write the spec into this file; - for stdout', '-')
    .addHelpText('after', examples)
    .action(act(adoptHosts));
}

async function adoptHosts(context: Context, names: readonly string[], options: Options): Promise<number> {
  const { all = false, probe, write: file = '-' } = options;
  if (all === names.length > 0)
    throw new BondctlError('bad-input', 'Name the hosts to describe, or all of them with --all.');
  if (!(await mayWrite(context, file))) {
    context.progress('Nothing was written.');
    return 0;
  }
  const asked = all ? 'every host' : names.join(', ');
  context.progress(
    `Asking ${asked} what is there${probe ? ', and bonds whether they reach each other' : ''}.`,
  );
  const found = await context.client.adopt({ hosts: all ? null : [...names], probe });
  if (file !== '-') await writeOut(context, '--write', file, found.text);
  if (file === '-' || context.format !== 'table') await context.result(found, () => found.text);
  return told(context, found);
}

const unreachedExit = 3;

/** What the spec is short of is told beside it. */
function told(context: Context, { bonds, links, unreached }: AdoptView): number {
  const written = bonds.filter(({ isWritten }) => isWritten).length;
  context.progress(
    `${written} of ${bonds.length} bonds are written and ${links.length} links proposed; comments in the spec say why.`,
  );
  if (unreached.length === 0) return 0;
  context.progress(`Not connected: ${unreached.join(', ')}.`);
  return unreachedExit;
}
