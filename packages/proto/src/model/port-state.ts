/** Bits of the port state (802.3ad, 43.4.2.2; bond_3ad.c, LACP_STATE_*) and whether a port that works has them. */
const bits = [
  [0x08, true, 'not synchronised'],
  [0x10, true, 'not collecting'],
  [0x20, true, 'not distributing'],
  [0x40, false, 'defaulted'],
  [0x80, false, 'expired'],
] as const;

/** What is wrong in an LACP port state, in words; nothing at 61 and 63. */
export const unhealthy = (state: number): readonly string[] =>
  bits.filter(([bit, healthy]) => ((state & bit) !== 0) !== healthy).map(([, , words]) => words);
