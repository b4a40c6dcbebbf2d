import type { Backend } from './backend.ts';
import type { Difference } from './host.ts';
import type { BondName } from './names.ts';

/** What of a configuration file could not be read, with its place. */
export interface FileProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The configuration file that describes a bond. */
export interface DescribedIn {
  readonly backend: Backend;
  /** Absolute. */
  readonly path: string;
}

/** A bond of a host as its configuration files see it; one that several files describe is told once for each. */
export interface DescribedBond {
  readonly bond: BondName;
  /** null: no file that this host reads describes it. */
  readonly file: DescribedIn | null;
  /**
   * In what the file departs from the kernel: `wanted` is the file's word, `found` the kernel's. One with the path of the
   * bond alone: the kernel does not have it.
   */
  readonly differences: readonly Difference[];
}

/** Every bond that a host has in its kernel or in its configuration files. */
export interface Described {
  readonly bonds: readonly DescribedBond[];
  readonly problems: readonly FileProblem[];
}
