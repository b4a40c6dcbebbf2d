import { BondctlError } from '@bondctl/proto/model/error';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { Tx } from '@bondctl/proto/model/transaction';
import type { Clock, Files, Label } from '../kernel/ports.ts';
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
export async function readConfirmed(
  { files, stateDir }: ConfirmedParts,
  label: Label = 'confirmed:read',
): Promise<readonly ConfirmedBond[] | null> {
  const text = await files.read(label, confirmedPath(stateDir));
  return text === undefined ? [] : parseConfirmed(text);
}

/** Where the confirmed bonds outlive a reboot; said in the log and empty where that cannot be read. */
export async function readKept(
  parts: ConfirmedParts & { readonly log: (sentence: string) => void },
  label: Label,
): Promise<readonly BondKept[]> {
  try {
    return ((await readConfirmed(parts, label)) ?? []).flatMap((bond) => bond.kept ?? []);
  } catch (thrown) {
    parts.log(`Where bonds are kept could not be read: ${BondctlError.from(thrown).message}`);
    return [];
  }
}

/** Writes down what a transaction confirmed, and where that is kept. A damaged file is replaced by what is known for certain. */
export async function remember(parts: ConfirmedParts, tx: Tx, kept: readonly BondKept[]): Promise<void> {
  const known = (await readConfirmed(parts)) ?? [];
  const bonds = withConfirmed(known, tx, parts.clock.unixMs(), kept);
  await parts.files.writeAtomic('confirmed', confirmedPath(parts.stateDir), formatConfirmed(bonds));
}
