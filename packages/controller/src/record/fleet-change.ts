import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';

/** What leads from one fleet to the next, for `fleetAfter`; null where nothing but the time differs. */
export function lineBetween(before: FleetView, after: FleetView): FleetLine | null {
  if (before === after) return null;
  if (before.revision !== after.revision) return { type: 'fleet', fleet: after };
  const links = rowsBetween(before.links, after.links, (one) => one.name);
  const hosts = rowsBetween(before.hosts, after.hosts, (one) => one.host);
  const { atUnixMs, health, attention, rollout } = after;
  const moved = links.news.length + links.gone.length + hosts.news.length + hosts.gone.length > 0;
  const said = same([before.health, before.attention, before.rollout], [health, attention, rollout]);
  if (!moved && said) return null;
  return {
    type: 'changed',
    atUnixMs,
    health,
    links: links.news,
    hosts: hosts.news,
    gone: { links: links.gone, hosts: hosts.gone },
    attention,
    rollout,
  };
}

/** Whether two plain values say the same, keys in the same order. */
export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function rowsBetween<T, K>(before: readonly T[], after: readonly T[], keyOf: (row: T) => K) {
  if (before === after) return { news: [], gone: [] };
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const news = after.filter((row) => !same(known.get(keyOf(row)), row));
  for (const row of after) known.delete(keyOf(row));
  return { news, gone: [...known.keys()] };
}
