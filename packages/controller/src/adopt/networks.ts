import { type Cidr, parseCidr } from '../spec/addresses.ts';
import type { Segment } from './facing.ts';
import type { BondSeen } from './seen.ts';

/** A bond with the address that others in a network reach it by. */
export interface Member {
  readonly bond: BondSeen;
  /** Without its prefix. */
  readonly address: string;
}

/** Bonds of different hosts that have addresses in one network, which does not say that they reach each other. */
export type Network = readonly Member[];

const keyOf = ({ family, address, prefix }: Cidr): string =>
  `${family}/${prefix}/${address >> BigInt((family === 4 ? 32 : 128) - prefix)}`;

/**
 * Networks in which links may be found that LACP does not show. Cables go to one place, so who has a direct link is none
 * of them; of those behind a switch that LACP shows one stands for all.
 */
export function networksOf(bonds: readonly BondSeen[], known: readonly Segment[]): readonly Network[] {
  const spoken = new Set(
    known.flatMap(({ bonds: joined, medium }) => (medium === 'direct' ? joined : joined.slice(1))),
  );
  const networks = new Map<string, readonly Member[]>();
  for (const bond of bonds.filter((one) => !spoken.has(one)))
    for (const cidr of cidrsOf(bond)) {
      const members = networks.get(keyOf(cidr)) ?? [];
      if (!members.some((one) => one.bond.end.host === bond.end.host))
        networks.set(keyOf(cidr), [...members, { bond, address: cidr.text.split('/')[0] ?? '' }]);
    }
  return withoutTwins([...networks.values()].filter((members) => members.length > 1));
}

function cidrsOf({ addresses }: BondSeen): readonly Cidr[] {
  return addresses.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });
}

/** Bonds that share several networks, as IPv4 and IPv6, are asked in the first; later one of them stands for all. */
function withoutTwins(networks: readonly (readonly Member[])[]): readonly Network[] {
  const asked = new Set<BondSeen>();
  return networks.flatMap((members) => {
    const known = members.filter(({ bond }) => asked.has(bond)).slice(0, 1);
    const fresh = members.filter(({ bond }) => !asked.has(bond));
    for (const { bond } of fresh) asked.add(bond);
    return fresh.length === 0 ? [] : [[...known, ...fresh]];
  });
}
