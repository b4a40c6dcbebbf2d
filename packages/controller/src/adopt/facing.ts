import type { Medium } from '@bondctl/proto/model/spec';
import type { BondSeen } from './seen.ts';

/** Bonds that reach each other, how, and what says so. */
export interface Segment {
  readonly bonds: readonly BondSeen[];
  readonly medium: Medium;
  readonly sentences: readonly string[];
}

const nobody = '00:00:00:00:00:00';

/** Who answers LACP on a bond; null where nobody does. */
function partnerOf({ spec, state }: BondSeen): string | null {
  const mac = spec.mode === '802.3ad' ? state?.lacp?.aggregator?.partnerMac.toLowerCase() : undefined;
  return mac === undefined || mac === nobody ? null : mac;
}

/** The addresses by which others know a bond in LACP. */
const ownMacs = ({ state, mac }: BondSeen): readonly string[] =>
  [mac, state?.lacp?.systemMac ?? mac].map((one) => one.toLowerCase());

const isPartner = (a: BondSeen, b: BondSeen): boolean => ownMacs(b).includes(partnerOf(a) ?? '');

/** What LACP partners say: each other's address is cables, one address that is none of ours is a switch. */
export const facing = (bonds: readonly BondSeen[]): readonly Segment[] => [
  ...cables(bonds),
  ...switches(bonds),
];

function cables(bonds: readonly BondSeen[]): readonly Segment[] {
  return bonds.flatMap((a, position) =>
    bonds
      .slice(position + 1)
      .filter((b) => a.end.host !== b.end.host && isPartner(a, b) && isPartner(b, a))
      .map(
        (b): Segment => ({
          bonds: [a, b],
          medium: 'direct',
          sentences: ["each end is the other's LACP partner"],
        }),
      ),
  );
}

function switches(bonds: readonly BondSeen[]): readonly Segment[] {
  const ours = new Set(bonds.flatMap(ownMacs));
  const groups = new Map<string, readonly BondSeen[]>();
  for (const bond of bonds) {
    const mac = partnerOf(bond);
    if (mac !== null && !ours.has(mac)) groups.set(mac, [...(groups.get(mac) ?? []), bond]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([mac, members]) => ({
      bonds: members,
      medium: 'switched',
      sentences: [`all have the LACP partner ${mac}, which is a switch or several that act as one`],
    }));
}
