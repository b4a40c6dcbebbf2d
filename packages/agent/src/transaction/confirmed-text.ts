import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { TxId } from '@bondctl/proto/model/names';
import type { Tx } from '@bondctl/proto/model/transaction';
import { seal, unseal } from './sealed.ts';

/** One bond as this host confirmed it last; a bond that shall not be is confirmed as absent. */
export interface ConfirmedBond {
  readonly desire: NamedDesire;
  readonly tx: TxId;
  /** For people only. */
  readonly atUnixMs: number;
  /** Where it outlives a reboot; absent where nobody looked, as before agents wrote files. */
  readonly kept?: BondKept;
}

/** Far more bonds than a host has; beyond it those that were confirmed longest ago are given up. */
const mostBonds = 256;

/** What is confirmed once a transaction is: its bonds take the place of what was confirmed of them before. */
export function withConfirmed(
  known: readonly ConfirmedBond[],
  { id, desired }: Tx,
  atUnixMs: number,
  kept: readonly BondKept[] = [],
): readonly ConfirmedBond[] {
  const names = new Set(desired.map(desiredName));
  const others = known.filter(({ desire }) => !names.has(desiredName(desire)));
  const where = (name: string) => kept.find((one) => one.bond === name);
  const added = desired.map((desire) => {
    const one = where(desiredName(desire));
    return { desire, tx: id, atUnixMs, ...(one === undefined ? {} : { kept: one }) };
  });
  return [...others, ...added].slice(-mostBonds);
}

/** Confirmed bonds as the text of a file. */
export const formatConfirmed = (bonds: readonly ConfirmedBond[]): string => `${seal({ bonds })}\n`;

/** Reads what `formatConfirmed` wrote; null when it is damaged. */
export const parseConfirmed = (text: string): readonly ConfirmedBond[] | null =>
  unseal<{ readonly bonds: readonly ConfirmedBond[] }>(text.trimEnd())?.bonds ?? null;
