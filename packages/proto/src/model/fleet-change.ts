import type { FleetLine, FleetView } from './fleet.ts';

type Changed = Extract<FleetLine, { type: 'changed' }>;

/** The fleet after a line of the live stream; undefined before the first. Lines that tell of something else change nothing. */
export function fleetAfter(before: FleetView | undefined, line: FleetLine): FleetView | undefined {
  if (line.type === 'fleet') return line.fleet;
  return line.type === 'changed' && before !== undefined ? changed(before, line) : before;
}

function changed(before: FleetView, line: Changed): FleetView {
  const { atUnixMs, health, attention, rollout, gone } = line;
  return {
    atUnixMs,
    revision: before.revision,
    health,
    links: replaced(before.links, line.links, gone.links, (one) => one.name),
    hosts: replaced(before.hosts, line.hosts, gone.hosts, (one) => one.host).toSorted(byHost),
    attention,
    rollout,
  };
}

/** Rows in their places; what is new comes last. */
function replaced<T, K>(
  rows: readonly T[],
  news: readonly T[],
  gone: readonly K[],
  keyOf: (row: T) => K,
): readonly T[] {
  const left = new Map(news.map((row) => [keyOf(row), row]));
  const lost = new Set(gone);
  const kept = rows.flatMap((row) => {
    const key = keyOf(row);
    const now = left.get(key) ?? row;
    left.delete(key);
    return lost.has(key) ? [] : [now];
  });
  return [...kept, ...left.values()];
}

const byHost = (a: { readonly host: string }, b: { readonly host: string }): number =>
  a.host < b.host ? -1 : Number(a.host > b.host);
