import type { HostId } from '@bondctl/proto/model/names';
import type { Link, Uplink } from '@bondctl/proto/model/spec';
import { shareHost } from '../linktest/schedule.ts';
import { colourEdges, type Edge } from './colouring.ts';

/** A link as far as its place in a mesh goes. */
export type Pair = Pick<Link, 'name' | 'ends'>;

/** Every pair once, in rounds in which no host appears twice and no uplink is overbooked. */
export interface MeshPlan<P extends Pair> {
  readonly rounds: readonly (readonly P[])[];
  /** No plan can do with fewer rounds than this. */
  readonly bound: number;
  /** What the bound comes from, in words. */
  readonly boundBy: string;
}

/** Pairs in as few rounds as can be promised: with nothing shared at most one more than the bound. */
export function planMesh<P extends Pair>(pairs: readonly P[], uplinks: readonly Uplink[] = []): MeshPlan<P> {
  const crossing = uplinks.filter(({ atOnce, hosts }) => crossings(pairs, hosts).length > atOnce);
  const candidates =
    crossing.length === 0
      ? [firstFit(byCircle(pairs), []), byColours(pairs)]
      : [firstFit(scarceFirst(byCircle(pairs), crossing), crossing)];
  const [best = []] = candidates.toSorted((a, b) => a.length - b.length);
  return { rounds: best, ...boundOf(pairs, crossing) };
}

const hostsOf = ({ ends }: Pair): readonly [HostId, HostId] => [ends[0].host, ends[1].host];

/** A pair crosses an uplink when one of its hosts is behind it and the other is not. */
const crosses = (pair: Pair, hosts: readonly HostId[]): boolean =>
  hostsOf(pair).filter((host) => hosts.includes(host)).length === 1;

const crossings = (pairs: readonly Pair[], hosts: readonly HostId[]): readonly Pair[] =>
  pairs.filter((pair) => crosses(pair, hosts));

/** Whether a pair may join others that are tested at the same time. */
export function fits(pair: Pair, others: readonly Pair[], uplinks: readonly Uplink[]): boolean {
  if (others.some((other) => shareHost(other, pair))) return false;
  return uplinks.every(
    ({ hosts, atOnce }) => !crosses(pair, hosts) || crossings(others, hosts).length < atOnce,
  );
}

function firstFit<P extends Pair>(
  pairs: readonly P[],
  uplinks: readonly Uplink[],
): readonly (readonly P[])[] {
  const rounds: P[][] = [];
  for (const pair of pairs) {
    const free = rounds.find((round) => fits(pair, round, uplinks));
    if (free === undefined) rounds.push([pair]);
    else free.push(pair);
  }
  return rounds;
}

/** In the order of the circle method, in which first fit gives every pair of N hosts N - 1 rounds, N where N is odd. */
function byCircle<P extends Pair>(pairs: readonly P[]): readonly P[] {
  const hosts = namesOf(pairs);
  const turning = hosts.length % 2 === 0 ? hosts.length - 1 : hosts.length;
  const roundOf = (pair: P): number => {
    const [a = 0, b = 0] = hostsOf(pair)
      .map((host) => hosts.indexOf(host))
      .toSorted((x, y) => x - y);
    return b === turning ? (2 * a) % turning : (a + b) % Math.max(1, turning);
  };
  const placed = pairs.map((pair) => ({ pair, round: roundOf(pair) }));
  return placed.toSorted((a, b) => a.round - b.round).map(({ pair }) => pair);
}

const namesOf = (pairs: readonly Pair[]): readonly HostId[] =>
  [...new Set(pairs.flatMap(hostsOf))].toSorted();

/** What has least room comes first, so that the rest fills the hosts that are idle beside it. */
function scarceFirst<P extends Pair>(pairs: readonly P[], uplinks: readonly Uplink[]): readonly P[] {
  const roundsOf = uplinks.map(({ hosts, atOnce }) => ({
    hosts,
    needs: crossings(pairs, hosts).length / atOnce,
  }));
  const need = (pair: P): number =>
    Math.max(0, ...roundsOf.map(({ hosts, needs }) => (crosses(pair, hosts) ? needs : 0)));
  return pairs.toSorted((a, b) => need(b) - need(a));
}

/** By colours of a graph; further links between the same two hosts go where there is room. */
function byColours<P extends Pair>(pairs: readonly P[]): readonly (readonly P[])[] {
  const hosts = namesOf(pairs);
  const placeOf = new Map(hosts.map((host, at) => [host, at]));
  const edgeOf = (pair: P): Edge => {
    const [a = 0, b = 0] = hostsOf(pair).map((host) => placeOf.get(host));
    return a < b ? [a, b] : [b, a];
  };
  const seen = new Set<string>();
  const isFirst = (pair: P): boolean => {
    const key = edgeOf(pair).join(' ');
    return !seen.has(key) && seen.add(key).has(key);
  };
  const firsts = new Set(pairs.filter(isFirst));
  const once = pairs.filter((pair) => firsts.has(pair));
  const colours = colourEdges(hosts.length, once.map(edgeOf));
  const rounds = [...new Set(colours)].map((colour) => once.filter((_, at) => colours[at] === colour));
  const again = pairs.filter((pair) => !firsts.has(pair));
  return again.length === 0 ? rounds : firstFit([...rounds.flat(), ...again], []);
}

/** What every plan needs: the busiest host's tests, all tests at as many at a time as hosts allow, each uplink's. */
function boundOf(
  pairs: readonly Pair[],
  uplinks: readonly Uplink[],
): Pick<MeshPlan<Pair>, 'bound' | 'boundBy'> {
  const hosts = namesOf(pairs);
  const busiest = hosts.map((host) => ({
    bound: pairs.filter((pair) => hostsOf(pair).includes(host)).length,
    boundBy: `${host} takes part in most tests`,
  }));
  const whole = {
    bound: hosts.length < 2 ? 0 : Math.ceil(pairs.length / Math.floor(hosts.length / 2)),
    boundBy: `${pairs.length} tests, at most ${Math.floor(hosts.length / 2)} at a time`,
  };
  const shared = uplinks.map(({ name, hosts: behind, atOnce }) => ({
    bound: Math.ceil(crossings(pairs, behind).length / atOnce),
    boundBy: `${crossings(pairs, behind).length} tests cross ${name}, which has room for ${atOnce}`,
  }));
  const [most] = [...shared, ...busiest, whole].toSorted((a, b) => b.bound - a.bound);
  return most ?? { bound: 0, boundBy: 'there is nothing to test' };
}
