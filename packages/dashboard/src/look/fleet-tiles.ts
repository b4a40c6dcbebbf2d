import type { FleetHost, FleetLink, FleetView } from '@bondctl/proto/model/fleet';
import { formatEnd } from '@bondctl/proto/model/names';
import type { Health } from '@bondctl/proto/model/view';
import { counted, percentText } from './figures.ts';
import type { FleetQuery } from './fleet-query.ts';
import { healthRank, healthSigns, healths } from './health.ts';

/** One tile of the grid. */
export interface Tile {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  /** What tiles are ordered by: the name, so that 2 comes before 10. Made once, because there may be thousands. */
  readonly order: string;
  readonly health: Health;
  /** What stands under the name, in few words. */
  readonly detail: string;
  /** Everything about it, beginning with what is seen: the tool tip, and what those hear who do not see the page. */
  readonly sentence: string;
  readonly percent: number | null;
  readonly rolling: boolean;
  readonly medium: string;
  readonly hosts: readonly string[];
}

/** Tiles that stand together under one name; the name is empty where nothing is grouped. */
export interface TileGroup {
  readonly name: string;
  readonly tiles: readonly Tile[];
}

const tiles = new WeakMap<FleetLink | FleetHost, Tile>();

/** The tile of a row. The same row gives the same tile, so that what did not change need not be drawn again. */
function once<R extends FleetLink | FleetHost>(row: R, make: (row: R) => Tile): Tile {
  const known = tiles.get(row);
  if (known !== undefined) return known;
  const made = make(row);
  tiles.set(row, made);
  return made;
}

const longestNumber = 12;
const orderOf = (name: string): string =>
  name.replaceAll(/\d+/g, (digits) => digits.padStart(longestNumber, '0'));

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('. ');

function linkDetail({ rolling, percent }: FleetLink): string {
  if (rolling) return 'changing';
  return percent === null ? 'no test' : percentText(percent);
}

function hostDetail({ presence, bonds, bondsNotOk }: FleetHost): string {
  if (presence !== 'connected') return presence;
  return bondsNotOk === 0 ? counted(bonds, 'bond') : `${bondsNotOk} of ${counted(bonds, 'bond')}`;
}

const linkTile = (link: FleetLink): Tile => ({
  key: link.name,
  href: `/links/${encodeURIComponent(link.name)}`,
  name: link.name,
  order: orderOf(link.name),
  health: link.health,
  detail: linkDetail(link),
  sentence: sentences(
    `${link.name} ${linkDetail(link)}: ${healthSigns[link.health].word}`,
    link.sentence,
    `${link.ends.map(formatEnd).join(' to ')}, ${link.medium}`,
    link.percent === null ? '' : `${percentText(link.percent)} of what it can do in its last test`,
  ),
  percent: link.percent,
  rolling: link.rolling,
  medium: link.medium,
  hosts: link.ends.map(({ host }) => host),
});

const hostTile = (host: FleetHost): Tile => ({
  key: host.host,
  href: `/hosts/${encodeURIComponent(host.host)}`,
  name: host.host,
  order: orderOf(host.host),
  health: host.health,
  detail: hostDetail(host),
  sentence: sentences(
    `${host.host} ${hostDetail(host)}: ${healthSigns[host.health].word}`,
    host.sentence,
    `${host.presence}, ${counted(host.bonds, 'bond')}, ${host.bondsNotOk} not ok`,
  ),
  percent: null,
  rolling: false,
  medium: host.presence,
  hosts: [host.host],
});

const orders: Readonly<Record<FleetQuery['sort'], (a: Tile, b: Tile) => number>> = {
  worst: (a, b) => healthRank(a.health) - healthRank(b.health) || byName(a, b),
  name: (a, b) => byName(a, b),
  percent: (a, b) => (a.percent ?? Infinity) - (b.percent ?? Infinity) || byName(a, b),
};

const byName = (a: Tile, b: Tile): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

/** Every tile of what is shown, whatever is filtered. */
export const allTiles = (fleet: FleetView, show: FleetQuery['show']): readonly Tile[] =>
  show === 'links'
    ? fleet.links.map((link) => once(link, linkTile))
    : fleet.hosts.map((host) => once(host, hostTile));

/** What the query lets through, in its order and groups. A link stands with both its hosts. */
export function tileGroups(all: readonly Tile[], query: FleetQuery): readonly TileGroup[] {
  const wanted = query.text.trim().toLowerCase();
  const shown = all
    .filter(
      (tile) =>
        (query.healths.length === 0 || query.healths.includes(tile.health)) &&
        (wanted === '' || [tile.name, ...tile.hosts].some((name) => name.toLowerCase().includes(wanted))),
    )
    .sort(orders[query.sort]);
  if (query.group === 'none') return [{ name: '', tiles: shown }];
  return grouped(shown, query.group);
}

function grouped(shown: readonly Tile[], by: Exclude<FleetQuery['group'], 'none'>): readonly TileGroup[] {
  const groups = new Map<string, Tile[]>();
  for (const tile of shown)
    for (const name of groupsOf(tile, by)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [tile]);
      else group.push(tile);
    }
  const names = [...groups.keys()].sort(by === 'health' ? byRank : byOrder);
  return names.map((name) => ({ name, tiles: groups.get(name) ?? [] }));
}

const byOrder = (a: string, b: string): number => (orderOf(a) < orderOf(b) ? -1 : 1);
const rank = (word: string) => healths.findIndex((health) => healthSigns[health].word === word);
const byRank = (a: string, b: string): number => rank(a) - rank(b);

function groupsOf(tile: Tile, by: Exclude<FleetQuery['group'], 'none'>): readonly string[] {
  switch (by) {
    case 'health':
      return [healthSigns[tile.health].word];
    case 'medium':
      return [tile.medium];
    case 'host':
      return tile.hosts;
  }
}

/** How many tiles are told by name where there are too many to tell all. */
const loudAtMost = 48;

/** What is not well, to be told by name, and all others: where there are thousands, nobody looks for a needle in them. */
export function loudAndQuiet(tiles: readonly Tile[]): {
  readonly loud: readonly Tile[];
  readonly quiet: readonly Tile[];
} {
  const loud = tiles.filter(({ health }) => health !== 'ok').slice(0, loudAtMost);
  const told = new Set(loud);
  return { loud, quiet: tiles.filter((tile) => !told.has(tile)) };
}
