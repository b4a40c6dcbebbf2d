import { formatEnd } from '@bondctl/proto/model/names';
import type { Segment } from './facing.ts';
import type { Member, Network } from './networks.ts';
import { type Allowance, type Reach, type ReachDeps, reach } from './reach.ts';

/** What probes found: who reaches whom, and sentences on who does not. */
export interface Probed {
  readonly segments: readonly Segment[];
  readonly notes: readonly string[];
}

/** Two need the truth more than many: behind a switch are as many as there are, cables join two. */
const twoEnds =
  'nobody can tell a switch from cables: write `medium: direct` where it is cables, so that both ends change together';

/**
 * Finds the segments of a network: everybody asks the first; those it does not answer ask the first among themselves,
 * since one network may be used on several cables.
 */
export async function probeNetwork(deps: ReachDeps, network: Network, allowance: Allowance): Promise<Probed> {
  const [hub, ...others] = network;
  if (hub === undefined || others.length === 0) return { segments: [], notes: [] };
  const reaches = await Promise.all(others.map((one) => reach(deps, one, hub, allowance)));
  const told = others.map((member, position) => ({ member, reach: reaches[position] as Reach }));
  const answered = told.filter(({ reach: { kind } }) => kind === 'full' || kind === 'smaller');
  const silent = told.filter(({ reach: { kind } }) => kind === 'silent');
  const refused = told.filter(({ reach: { kind } }) => kind === 'refused');
  const below = await probeNetwork(
    deps,
    silent.map(({ member }) => member),
    allowance,
  );
  return {
    segments: [...(answered.length === 0 ? [] : [segmentOf(hub, answered)]), ...below.segments],
    notes: [...notesOf(hub, [...silent, ...refused]), ...below.notes],
  };
}

interface Told {
  readonly member: Member;
  readonly reach: Reach;
}

function segmentOf(hub: Member, answered: readonly Told[]): Segment {
  const bonds = [hub, ...answered.map(({ member }) => member)].map(({ bond }) => bond);
  const mtus = [...new Set(bonds.map(({ mtu }) => mtu))];
  const apart = mtus.length > 1 ? [`their MTUs differ: ${mtus.join(' and ')}`] : [];
  const said = answered.map(({ reach: { sentence } }) => sentence);
  return {
    bonds,
    medium: 'switched',
    sentences: [...said, ...apart, ...(bonds.length === 2 ? [twoEnds] : [])],
  };
}

/** Those of whom the same is to be said stand in one sentence. */
function notesOf(hub: Member, apart: readonly Told[]): readonly string[] {
  return [...new Set(apart.map(({ reach: { sentence } }) => sentence))].map((sentence) => {
    const members = apart.filter((one) => one.reach.sentence === sentence).map(({ member }) => member);
    return notProposed([hub, ...members], sentence);
  });
}

const notProposed = (network: Network, why: string): string =>
  `No link is proposed between ${network.map(({ bond }) => formatEnd(bond.end)).join(', ')}, which have addresses in one network: ${why}.`;

/** The same where nobody is asked. */
export const notProbed = (network: Network): string => notProposed(network, 'nothing was probed');
