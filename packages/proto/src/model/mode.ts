/** The driver's modes by the kernel's names; the position is the kernel's number. */
export const bondModes = [
  'balance-rr',
  'active-backup',
  'balance-xor',
  'broadcast',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
] as const;

/** A bonding mode by the kernel's name. */
export type BondMode = (typeof bondModes)[number];

/** A mode by name or number, as the driver accepts it; undefined for anything else. */
export function parseMode(text: string): BondMode | undefined {
  const byNumber = /^[0-6]$/.test(text) ? bondModes[Number(text)] : undefined;
  return byNumber ?? bondModes.find((mode) => mode === text);
}

/** Whether a transmit hash chooses the port of each packet (option `xmit_hash_policy`). */
export const hashes = (mode: string | null): boolean => mode === 'balance-xor' || mode === '802.3ad';
