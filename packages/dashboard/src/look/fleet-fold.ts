import type { FleetHost, FleetLine, FleetLink, FleetView } from '@bondctl/proto/model/fleet';

/** Lines that change what the fleet is. */
export type FleetNews = Extract<FleetLine, { readonly type: 'fleet' | 'changed' }>;

/**
 * The fleet after a line. Rows that did not change stay the same objects, so that whoever draws them can tell. Before the
 * first whole fleet a change means nothing.
 */
export function foldFleet(fleet: FleetView | null, line: FleetNews): FleetView | null {
  if (line.type === 'fleet') return line.fleet;
  if (fleet === null) return null;
  const { atUnixMs, health, attention, rollout } = line;
  return {
    revision: fleet.revision,
    atUnixMs,
    health,
    attention,
    rollout,
    links: changedRows<FleetLink>(fleet.links, line.links, line.gone.links, ({ name }) => name),
    hosts: changedRows<FleetHost>(fleet.hosts, line.hosts, line.gone.hosts, ({ host }) => host),
  };
}

/** Rows in their order; those that are new come last. */
function changedRows<R>(
  rows: readonly R[],
  changed: readonly R[],
  gone: readonly string[],
  nameOf: (row: R) => string,
): readonly R[] {
  if (changed.length === 0 && gone.length === 0) return rows;
  const fresh = new Map(changed.map((row) => [nameOf(row), row]));
  const left = new Set(gone);
  const kept = rows
    .filter((row) => !left.has(nameOf(row)))
    .map((row) => {
      const name = nameOf(row);
      const now = fresh.get(name);
      fresh.delete(name);
      return now ?? row;
    });
  return fresh.size === 0 ? kept : [...kept, ...fresh.values()];
}
