import type { HostView } from '@bondctl/proto/model/view';
import type { Paint } from './paint.ts';
import { health, noHosts } from './status.ts';
import { table } from './table.ts';
import { age } from './units.ts';

/** What `bondctl hosts` prints. */
export function renderHosts(hosts: readonly HostView[], nowUnixMs: number, paint: Paint): string {
  if (hosts.length === 0) return noHosts;
  return table(
    ['HOST', 'PRESENCE', 'LAST SEEN', 'AGENT', 'KERNEL', 'IPERF3', 'BONDS', 'TRANSACTION', 'HEALTH'],
    hosts.map((host) => [
      host.host,
      paint(host.presence === 'connected' ? 'good' : 'warn', host.presence),
      host.lastSeenUnixMs === null ? 'never' : `${age(nowUnixMs - host.lastSeenUnixMs)} ago`,
      host.agentVersion ?? '-',
      host.kernel ?? '-',
      host.iperf3Version ?? '-',
      host.bonds.map((bond) => bond.name).join(' ') || '-',
      transaction(host, paint),
      health(host.health, paint),
    ]),
  );
}

function transaction({ transaction: now }: HostView, paint: Paint): string {
  if (now === null) return '-';
  return now.phase === 'stuck' ? paint('bad', 'stuck') : now.phase;
}
