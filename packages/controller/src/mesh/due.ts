import type { Uplink } from '@bondctl/proto/model/spec';
import { fits, type Pair } from './rounds.ts';

/**
 * What may begin now. No round waits for another: a pair begins as soon as both of its hosts have done what they do before it,
 * so that one slow test holds up its own hosts and nobody else, and the plan's rounds are never more than it says.
 */
export function due<P extends Pair>(
  waiting: readonly P[],
  running: readonly P[],
  uplinks: readonly Uplink[],
): readonly P[] {
  const chosen: P[] = [];
  const spoken = new Set<string>();
  for (const pair of waiting) {
    const hosts = pair.ends.map(({ host }) => host);
    const isNext = hosts.every((host) => !spoken.has(host));
    if (isNext && fits(pair, [...running, ...chosen], uplinks)) chosen.push(pair);
    for (const host of hosts) spoken.add(host);
  }
  return chosen;
}
