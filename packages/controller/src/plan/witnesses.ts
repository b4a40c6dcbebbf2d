import { formatEnd } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link, Mesh } from '@bondctl/proto/model/spec';
import { bondsOf, type Unit } from './units.ts';

/**
 * The links that prove a change, each mesh cut down to as many witnesses as it wants for each changed end. Links between
 * two that change together always stay. `turn` moves on which witnesses are taken, so that the same host is not asked
 * every time.
 */
export function witnessed(
  links: readonly Link[],
  team: readonly Unit[],
  { meshes }: Pick<ClusterSpec, 'meshes'>,
  turn: number,
): readonly Link[] {
  const dropped = new Set(meshes.flatMap((mesh) => spare(links, team, mesh, turn)));
  return links.filter((link) => !dropped.has(link));
}

function spare(
  links: readonly Link[],
  team: readonly Unit[],
  { links: names, witnesses }: Mesh,
  turn: number,
): readonly Link[] {
  if (witnesses === null) return [];
  const ends = new Set(
    team.flatMap((unit) => bondsOf(unit).map((bond) => formatEnd({ host: unit.host, bond }))),
  );
  const lent = links.filter(
    (link) => names.includes(link.name) && !link.ends.every((end) => ends.has(formatEnd(end))),
  );
  return [...ends].flatMap((end) => {
    const mine = lent.filter((link) => link.ends.some((one) => formatEnd(one) === end));
    const start = mine.length === 0 ? 0 : (turn * witnesses) % mine.length;
    return [...mine.slice(start), ...mine.slice(0, start)].slice(witnesses);
  });
}
