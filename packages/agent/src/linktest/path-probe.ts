import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { Commands } from '../kernel/ports.ts';
import { knowsIdentifier, readPing } from '../parse/ping.ts';
import { pingArgv, pingTimeoutMs } from './command-lines.ts';
import * as outcomes from './outcomes.ts';

/** Sends `count` DF probes and counts what comes back. A ping that cannot choose an identifier sends them with any. */
export async function pathProbe(
  { commands }: { readonly commands: Commands },
  order: outcomes.ProbeOrder,
  count: number,
): Promise<CommandOutcome> {
  const { bond, peer, from, to, ipBytes } = order;
  const send = (identifier: number | null) =>
    commands.run('linktest/ping', pingArgv(bond, peer, ipBytes, count, identifier), {
      timeoutMs: pingTimeoutMs(count),
    });
  const chosen = await send(order.identifier);
  const isOld = order.identifier !== null && !knowsIdentifier(chosen.stderr);
  const { ending, stdout, stderr } = isOld ? await send(null) : chosen;
  if (ending.kind === 'notFound') return outcomes.noPing;
  const identifier = isOld ? null : order.identifier;
  const counted = readPing(`${stdout}\n${stderr}`);
  return { kind: 'probed', probe: { from, to, ipBytes, ...counted, identifier } };
}
