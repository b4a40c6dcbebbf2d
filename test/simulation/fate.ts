import { createChance } from './chance.ts';
import { type Cluster, drawCluster } from './clusters.ts';
import { drawFaults, type Fault } from './faults.ts';

/** What a seed means: a cluster, and what strikes it. */
export interface Fate {
  readonly seed: number;
  readonly cluster: Cluster;
  readonly faults: readonly Fault[];
}

/** The fate of a seed. */
export function fateOf(seed: number): Fate {
  const cluster = drawCluster(createChance(seed, 'cluster'));
  const hosts = Object.keys(cluster.hosts) as [string, ...string[]];
  return { seed, cluster, faults: drawFaults(createChance(seed, 'faults'), hosts) };
}
