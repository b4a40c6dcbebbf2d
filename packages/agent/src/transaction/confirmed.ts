import type { BondKept } from '@bondctl/proto/model/kept';
import type { Tx } from '@bondctl/proto/model/transaction';
import type { Clock, Files } from '../kernel/ports.ts';
import { type ConfirmedBond, formatConfirmed, parseConfirmed, withConfirmed } from './confirmed-text.ts';

/** What confirmed bonds are kept with. */
export interface ConfirmedParts {
  readonly files: Files;
  readonly clock: Clock;
  readonly stateDir: string;
}

/** Where a host keeps what it confirmed last, for longer than its journals. */
export const confirmedPath = (stateDir: string): string => `${stateDir}/confirmed.json`;

/** What this host confirmed, bond by bond; null when the file is damaged, so that nobody knows. */
export async function readConfirmed({
  files,
  stateDir,
}: ConfirmedParts): Promise<readonly ConfirmedBond[] | null> {
  const text = await files.read('confirmed:read', confirmedPath(stateDir));
  return text === undefined ? [] : parseConfirmed(text);
}

/** Writes down what a transaction confirmed, and where that is kept. A damaged file is replaced by what is known for certain. */
export async function remember(parts: ConfirmedParts, tx: Tx, kept: readonly BondKept[]): Promise<void> {
  const known = (await readConfirmed(parts)) ?? [];
  const bonds = withConfirmed(known, tx, parts.clock.unixMs(), kept);
  await parts.files.writeAtomic('confirmed', confirmedPath(parts.stateDir), formatConfirmed(bonds));
}
