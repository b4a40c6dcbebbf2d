import type { FleetLink } from '@bondctl/proto/model/fleet';
import { percentText } from './figures.ts';
import { healthRank, healthSigns } from './health.ts';
import { moved } from './roving.ts';

/** Where a percentage lies: every step has its colour, and every cell says its number. */
export const heatSteps = [
  { below: 50, name: 'low', words: 'below 50 %' },
  { below: 70, name: 'fair', words: 'below 70 %' },
  { below: 90, name: 'good', words: 'below 90 %' },
  { below: Number.POSITIVE_INFINITY, name: 'full', words: '90 % and more' },
] as const;

/** One pair of hosts. */
export interface HeatCell {
  readonly href: string;
  readonly percent: number | null;
  readonly step: (typeof heatSteps)[number]['name'] | 'none';
  readonly isWrong: boolean;
  /** Everything about it, for the tool tip and for those who do not see it. */
  readonly sentence: string;
}

/** Every host against every host; null where no link joins two. */
export interface HeatMap {
  readonly hosts: readonly string[];
  readonly rows: readonly (readonly (HeatCell | null)[])[];
  /** Hosts that have links and are not drawn. */
  readonly left: number;
}

/** More hosts than this are no picture any more. */
const hostsMost = 40;

/**
 * The hosts whose name holds `text`, by the last test of the links between them. Where some hosts face several others, those
 * that face one only are left out: their link says all there is.
 */
export function heatMap(links: readonly FleetLink[], text: string): HeatMap {
  const wanted = text.trim().toLowerCase();
  const matching = links.filter(({ ends }) => ends.every(({ host }) => host.includes(wanted)));
  const facing = facingOf(matching);
  const isMesh = [...facing.values()].some((others) => others.size > 1);
  const all = [...facing].filter(([, others]) => !isMesh || others.size > 1).map(([host]) => host);
  const hosts = all.toSorted(new Intl.Collator('en', { numeric: true }).compare).slice(0, hostsMost);
  const pairs = pairsOf(matching);
  const rows = hosts.map((row) => hosts.map((column) => cellOf(pairs.get(pairKey(row, column)))));
  return { hosts, rows, left: facing.size - hosts.length };
}

function facingOf(links: readonly FleetLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const facing = new Map<string, Set<string>>();
  for (const { ends } of links)
    for (const [own, other] of [ends, [ends[1], ends[0]] as const]) {
      const others = facing.get(own.host) ?? new Set();
      facing.set(own.host, others.add(other.host));
    }
  return facing;
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Of several links between two hosts the one that is worst. */
function pairsOf(links: readonly FleetLink[]): ReadonlyMap<string, FleetLink> {
  const pairs = new Map<string, FleetLink>();
  for (const link of links) {
    const key = pairKey(link.ends[0].host, link.ends[1].host);
    const known = pairs.get(key);
    if (known === undefined || isWorse(link, known)) pairs.set(key, link);
  }
  return pairs;
}

const isWorse = (one: FleetLink, other: FleetLink): boolean =>
  healthRank(one.health) - healthRank(other.health) < 0 ||
  (one.health === other.health && (one.percent ?? Infinity) < (other.percent ?? Infinity));

function cellOf(link: FleetLink | undefined): HeatCell | null {
  if (link === undefined) return null;
  const { name, percent, health, ends, sentence } = link;
  const step = percent === null ? 'none' : (heatSteps.find(({ below }) => percent < below)?.name ?? 'none');
  return {
    href: `/links/${encodeURIComponent(name)}`,
    percent,
    step,
    isWrong: health === 'down' || health === 'degraded',
    sentence: [
      `${ends[0].host} to ${ends[1].host}: ${percentText(percent)}`,
      `${name} ${healthSigns[health].word}`,
      ...(sentence === '' ? [] : [sentence]),
    ].join(', '),
  };
}

/**
 * Where a key leads from the pair at `at`, counted row by row: pairs that no link joins are stepped over; undefined: the key
 * is not one of a grid's.
 */
export function movedPair(key: string, at: number, { hosts, rows }: HeatMap): number | undefined {
  const drawn = rows.flat().map((cell) => cell !== null);
  if (key === 'Home') return drawn.indexOf(true);
  if (key === 'End') return drawn.lastIndexOf(true);
  let to = moved(key, at, drawn.length, hosts.length);
  while (to !== undefined && !drawn[to]) {
    const next: number | undefined = moved(key, to, drawn.length, hosts.length);
    if (next === to) return at;
    to = next;
  }
  return to;
}
