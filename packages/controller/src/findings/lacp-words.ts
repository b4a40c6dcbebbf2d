import type { BondEvidence, PortEvidence } from './evidence.ts';
import { distinct, portsUp } from './facts.ts';

/** What the driver prints where no partner was ever heard. */
export const noMac = '00:00:00:00:00:00';

/** Whether the bond runs LACP. */
export const runsLacp = ({ state }: BondEvidence): boolean => state.mode === '802.3ad';

/** The partner of a port; null where the driver did not print it. */
export const partnerMac = ({ state }: PortEvidence): string | null => state.lacp?.partner?.systemMac ?? null;

/** The partners that the working ports of a bond have heard of, each once. */
export const partnerMacs = (bond: BondEvidence): readonly string[] =>
  distinct(portsUp(bond).flatMap((port) => partnerMac(port) ?? [])).filter((mac) => mac !== noMac);

/** Under which MAC address the bond speaks LACP; null where it does not, or nobody knows. */
export const systemMac = (bond: BondEvidence): string | null =>
  runsLacp(bond) ? (bond.state.lacp?.systemMac ?? bond.device?.mac ?? null) : null;

/** Bits of the port state (802.3ad, 43.4.2.2; bond_3ad.c, LACP_STATE_*) and whether a port that works has them. */
const bits = [
  [0x08, true, 'not synchronised'],
  [0x10, true, 'not collecting'],
  [0x20, true, 'not distributing'],
  [0x40, false, 'defaulted'],
  [0x80, false, 'expired'],
] as const;

/** What is wrong in a port state, in words; nothing at 61 and 63. */
export const unhealthy = (state: number): readonly string[] =>
  bits.filter(([bit, healthy]) => ((state & bit) !== 0) !== healthy).map(([, , words]) => words);
