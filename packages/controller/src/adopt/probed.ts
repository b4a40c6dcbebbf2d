import { formatEnd } from '@bondctl/proto/model/names';
import type { Segment } from './facing.ts';
import type { Member, Network } from './networks.ts';
import { type Allowance, hasLeft, type Reach, type ReachDeps, reach, spent } from './reach.ts';

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
 * since one network may be used on several cables. The first asks too, once: a host that may not or cannot test now is
 * sent nothing either.
 */
export async function probeNetwork(deps: ReachDeps, network: Network, allowance: Allowance): Promise<Probed> {
  const [hub, next, ...others] = network;
  if (hub === undefined || next === undefined) return { segments: [], notes: [] };
  if (!hasLeft(deps, allowance)) return { segments: [], notes: [notProposed(network, spent)] };
  const back = await reach(deps, hub, next, allowance);
  if (back.kind === 'refused') {
    const without = await probeNetwork(deps, [next, ...others], allowance);
    return { ...without, notes: [notProposed([hub, next, ...others], back.sentence), ...without.notes] };
  }
  const [first, ...reaches] = await Promise.all(
    [next, ...others].map((one) => reach(deps, one, hub, allowance)),
  );
  const told = others.map((member, position) => ({ member, reach: reaches[position] as Reach }));
  return sorted(deps, hub, [{ member: next, reach: worse(first ?? back, back) }, ...told], allowance);
}

const byGoodness: readonly Reach['kind'][] = ['full', 'smaller', 'silent', 'refused'];

/** Both ways are as good as the worse of them. */
const worse = (a: Reach, b: Reach): Reach =>
  byGoodness.indexOf(b.kind) > byGoodness.indexOf(a.kind) ? b : a;

async function sorted(
  deps: ReachDeps,
  hub: Member,
  told: readonly Told[],
  allowance: Allowance,
): Promise<Probed> {
  const of = (...kinds: readonly Reach['kind'][]) =>
    told.filter(({ reach: { kind } }) => kinds.includes(kind));
  const answered = of('full', 'smaller');
  const silent = of('silent').map(({ member }) => member);
  const below = await probeNetwork(deps, silent, allowance);
  return {
    segments: [...(answered.length === 0 ? [] : [segmentOf(hub, answered)]), ...below.segments],
    notes: [...notesOf(hub, of('silent', 'refused')), ...below.notes],
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
