import type { BondSpec } from '@bondctl/proto/model/bond';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import { canonicalCidr, parseCidr } from '../cidr.ts';
import { interfaceOf, staticAddresses } from '../lookup.ts';

const smallestMtu = 68;
const smallestIpv6Mtu = 1280;
const largestMtu = 65_535;

function mtuProblems({ mtu }: BondSpec, addresses: readonly string[]): readonly string[] {
  if (mtu === null) return [];
  if (!Number.isInteger(mtu) || mtu < smallestMtu || mtu > largestMtu) {
    return [`the MTU ${mtu} is outside ${smallestMtu} to ${largestMtu}`];
  }
  const six = addresses.find((cidr) => cidr.includes(':'));
  return six !== undefined && mtu < smallestIpv6Mtu
    ? [`the MTU ${mtu} is below ${smallestIpv6Mtu}, with which ${six} cannot be`]
    : [];
}

function addressProblems(spec: BondSpec, state: HostState): readonly string[] {
  const addresses = spec.addresses ?? [];
  const canonical = addresses.map(canonicalCidr);
  const holder = (cidr: string) =>
    state.interfaces.find(
      (one) => one.name !== spec.name && one.addresses.some((address) => address.cidr === cidr),
    );
  const isFreed = (name: string) => spec.ports.some((port) => port === name);
  return [
    ...addresses
      .filter((text) => parseCidr(text) === undefined)
      .map((text) => `"${text}" is no address with a prefix length`),
    ...canonical.filter((cidr, at) => canonical.indexOf(cidr) !== at).map((cidr) => `${cidr} is named twice`),
    ...canonical.flatMap((cidr) => {
      const other = holder(cidr);
      return other === undefined || isFreed(other.name) ? [] : [`${cidr} is already on ${other.name}`];
    }),
  ];
}

/** Addresses and an MTU that the kernel would refuse, or that would not work. */
export function addressRefusals(spec: BondSpec, state: HostState): readonly Refusal[] {
  const kept = spec.addresses ?? staticAddresses(interfaceOf(state, spec.name));
  return [...mtuProblems(spec, kept), ...addressProblems(spec, state)].map((message) => ({
    subject: spec.name,
    message: `${spec.name}: ${message}.`,
  }));
}
