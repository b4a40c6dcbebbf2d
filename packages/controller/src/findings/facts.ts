import type { InterfaceState } from '@bondctl/proto/model/host';
import { formatEnd, type HostId } from '@bondctl/proto/model/names';
import type { BondEvidence, PortEvidence } from './evidence.ts';

/** Where rules come from. */
export const sources = {
  bonding: 'https://docs.kernel.org/networking/bonding.html',
  procfs: 'drivers/net/bonding/bond_procfs.c',
  options: 'drivers/net/bonding/bond_options.c',
  main: 'drivers/net/bonding/bond_main.c',
  lacp: 'drivers/net/bonding/bond_3ad.c',
} as const;

/** `alpha/sync0` */
export const nameOf = ({ host, state }: BondEvidence): string => formatEnd({ host, bond: state.name });

/** What the driver prints of a bond. */
export const procFact = ({ host, state }: BondEvidence, fact: string): string =>
  `/proc/net/bonding/${state.name} on ${host}: ${fact}`;

/** What the driver prints of a port. */
export const portFact = ({ host, bond, state }: PortEvidence, fact: string): string =>
  `/proc/net/bonding/${bond} on ${host}: ${state.name} ${fact}`;

/** What the kernel says of an interface. */
export const deviceFact = (host: HostId, { name }: InterfaceState, fact: string): string =>
  `ip address show ${name} on ${host}: ${fact}`;

/** The ports that the driver uses. */
export const portsUp = ({ ports }: BondEvidence): readonly PortEvidence[] =>
  ports.filter(({ state }) => state.miiStatus === 'up');

const mostFacts = 6;

/** So many facts that people still read them; how many more there are is a fact too. */
export const firstOf = (facts: readonly string[]): readonly string[] =>
  facts.length <= mostFacts
    ? facts
    : [...facts.slice(0, mostFacts), `and ${facts.length - mostFacts} more like these`];

/** Values without repetition, in their order. */
export const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
