import type { BondName, End, HostId } from './names.ts';
import type { Medium } from './spec.ts';

/** What is said beside a value of an adopted spec. */
export interface AdoptRemark {
  /** The word it is about, e.g. `mtu` or `options.miimon`; empty: the whole bond. */
  readonly at: string;
  readonly sentence: string;
}

/** A bond that was found, and whether the spec has it. */
export interface AdoptedBond {
  readonly host: HostId;
  readonly bond: BondName;
  readonly isWritten: boolean;
  readonly remarks: readonly AdoptRemark[];
}

/** A link, or a mesh as its links, that the adopted spec proposes. */
export interface ProposedLink {
  readonly name: string;
  readonly medium: Medium;
  readonly ends: readonly (readonly [End, End])[];
  readonly remarks: readonly string[];
}

/** The spec that describes what is there now. */
export interface AdoptView {
  /** YAML, with comments that say where its values came from. */
  readonly text: string;
  readonly bonds: readonly AdoptedBond[];
  readonly links: readonly ProposedLink[];
  /** What belongs to no place of the spec: what was left out, and why. */
  readonly notes: readonly string[];
  /** Hosts that are not connected; what they said last stands in the spec, where they have said anything. */
  readonly unreached: readonly HostId[];
}
