import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';

const examples = `
Examples:
  bondctl hosts
  bondctl hosts remove gamma --yes`;

/** `bondctl hosts`: who belongs to the cluster. */
export function hosts(program: Command, act: Act): void {
  const verb = program
    .command('hosts')
    .description('Show the hosts of the cluster, or remove one.')
    .addHelpText('after', examples)
    .action(act(listHosts));
  verb
    .command('remove')
    .description("Revoke a host's certificates and close its connection; its bonds stay as they are.")
    .argument('<HOST>', 'the host')
    .addHelpText('after', '\nExample:\n  bondctl hosts remove gamma --yes')
    .action(act(removeHost));
}

async function listHosts(context: Context): Promise<number> {
  const found = await context.client.hosts();
  const { renderHosts } = await import('../render/hosts.ts');
  await context.result(found, () => renderHosts(found.hosts, Date.now(), context.paint));
  return 0;
}

async function removeHost(context: Context, host: string): Promise<number> {
  context.mustBeAnswerable();
  const sure = await context.confirm(`Remove ${host}? It must join again with a new token to come back.`);
  if (!sure) {
    context.progress('Nothing was changed.');
    return 0;
  }
  const removed = await context.client.removeHost(host);
  await context.result(removed, () => `${removed.host} is removed; its certificates are revoked.\n`);
  return 0;
}
