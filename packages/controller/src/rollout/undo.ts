import { type BondDesire, desiredName } from '@bondctl/proto/model/bond';
import { formatEnd } from '@bondctl/proto/model/names';
import type { ClusterSpec, HostDesire, Link } from '@bondctl/proto/model/spec';

/** What an undo is made of: the spec of the rollout, what its hosts had before, and the accepted spec before it, if any. */
export interface Undoing {
  readonly spec: ClusterSpec;
  readonly before: readonly HostDesire[];
  readonly previous: ClusterSpec | undefined;
}

/**
 * The spec that leads back to what was before a rollout, without canaries: the bonds that it named as they were, all others
 * as they are. A link is proven as the spec before expected it, or else by its path MTU alone: what the rollout asked
 * of it is not what it has to hold afterwards.
 */
export function undoSpec({ spec, before, previous }: Undoing): ClusterSpec {
  const desires = spec.desires.map((desire) => withBefore(desire, before));
  const links = spec.links
    .filter((link) => canBeProven(link, desires))
    .map((link) => asBefore(link, previous));
  return {
    ...spec,
    desires,
    links,
    meshes: [],
    rollout: { ...spec.rollout, canary: [] },
  };
}

function withBefore({ host, bonds }: HostDesire, before: readonly HostDesire[]): HostDesire {
  const had = before.find((one) => one.host === host)?.bonds ?? [];
  const [first, ...others] = bonds;
  const back = (desire: BondDesire) => had.find((one) => desiredName(one) === desiredName(desire)) ?? desire;
  return { host, bonds: [back(first), ...others.map(back)] };
}

/** Both ends must be there and agree, or the link proves nothing and the spec would contradict itself. */
function canBeProven({ ends, medium }: Link, desires: readonly HostDesire[]): boolean {
  const specs = ends.flatMap(({ host, bond }) =>
    desires
      .filter((desire) => desire.host === host)
      .flatMap(({ bonds }) => bonds)
      .flatMap((desire) => (desire.state === 'present' && desire.spec.name === bond ? [desire.spec] : [])),
  );
  const [a, b] = specs;
  if (a === undefined || b === undefined) return false;
  return (
    (medium === 'switched' || a.mode === b.mode) && (a.mtu === null || b.mtu === null || a.mtu === b.mtu)
  );
}

function asBefore(link: Link, previous: ClusterSpec | undefined): Link {
  const pair = ({ ends }: Link) => ends.map(formatEnd).toSorted().join(' ');
  const was = previous?.links.find((one) => pair(one) === pair(link));
  const expect = was?.expect ?? { throughput: null, pathMtu: true, retransmitsAtMostPercent: null };
  return { ...link, expect };
}
