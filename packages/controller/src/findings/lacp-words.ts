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
