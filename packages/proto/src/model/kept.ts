import type { Backend } from './backend.ts';
import type { BondName } from './names.ts';

/** Whether a confirmed bond is still there after a reboot, and by which files. */
export type BondKept = {
  readonly bond: BondName;
} & (
  | {
      readonly kind: 'inFiles';
      readonly backend: Backend;
      /** The files that describe it, absolute. */
      readonly files: readonly string[];
      /** What the format cannot hold, e.g. `tlb_dynamic_lb`: gone with the next reboot. */
      readonly untilReboot: readonly string[];
      /** What went wrong when the program that reads them was told; they come into force at its next start. */
      readonly unread: string | null;
    }
  /** In no file: gone with the next reboot, or, where a file still has an older word, back to that. */
  | { readonly kind: 'notKept'; readonly why: string }
);
