import type { Backend } from '@bondctl/proto/model/backend';
import type { FileProblem } from '@bondctl/proto/model/described';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { KeptBond } from './kept.ts';

/** One configuration file. */
export interface TextFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** What is to be written. A file that would not change is not among them. */
export interface Rendering {
  readonly files: readonly TextFile[];
  /** Paths of files that described nothing but what is gone. */
  readonly removed: readonly string[];
  /** What the format cannot hold, each as short as `tlb_dynamic_lb` or `route 10.1.0.0/16 via 10.0.0.2`. */
  readonly untilReboot: readonly string[];
}

/** A bond that files describe. */
export interface AdoptedBond {
  readonly bond: KeptBond;
  /** The file that describes the bond itself. */
  readonly path: string;
}

/** What files say; what cannot be read is a problem, and the rest is read all the same. */
export interface Adopted {
  readonly bonds: readonly AdoptedBond[];
  readonly problems: readonly FileProblem[];
}

/** Where files of a format lie. */
export interface FormatPlace {
  /** Absolute, without a slash at its end. */
  readonly folder: string;
  readonly pattern: RegExp;
}

/** A format and the files of it that a host has. */
export interface FormatTexts {
  readonly format: Format;
  readonly texts: readonly TextFile[];
}

/** One persistent format: texts in, texts out. It reads nothing, writes nothing and never throws. */
export interface Format {
  readonly backend: Backend;
  /** Permissions of its files, as in chmod. */
  readonly mode: number;
  readonly places: readonly FormatPlace[];
  /** True when the program gives a bond a MAC address of its own making unless a file says one. */
  readonly makesMacs: boolean;
  /** Every interface name that these files describe as such: bonds, VLANs, bridges, and NICs as they are named or labelled. */
  described(files: readonly TextFile[]): ReadonlySet<IfName>;
  /**
   * The files as they shall be. What describes the bond or a port already is changed where it must be and keeps every other
   * line: comments, keys of people, addresses unless they are named. A port that leaves the bond is described without it.
   * VLANs and the bridge get a file only where none describes them; the bridge gets to know its port.
   */
  render(bond: KeptBond, files: readonly TextFile[]): Rendering;
  /** The files as they shall be without the bond; its ports are described as ports of nothing. */
  withdraw(bond: BondName, files: readonly TextFile[]): Rendering;
  /** The bonds that these files describe. */
  adopt(files: readonly TextFile[]): Adopted;
}
