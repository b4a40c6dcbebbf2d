import type { Difference, Presence } from './host.ts';
import type { BondName, HostId, LinkName } from './names.ts';
import type { TestSummary } from './view.ts';

/** Somebody or something that keeps a host or a link from being what the accepted spec wants. */
export interface Blocker {
  /** A host, a bond, a rollout. */
  readonly who: string;
  readonly sentence: string;
  /** null: nobody knows. */
  readonly sinceUnixMs: number | null;
  readonly needsPerson: boolean;
  /** What to do about it. */
  readonly next: string;
}

/** One bond, as it shall be and as it is, each in one line; null where nobody wants it, or nobody knows how it is. */
export interface WhyBond {
  readonly bond: BondName;
  readonly desired: string | null;
  readonly actual: string | null;
  /** What the kernel departs in from what was confirmed. */
  readonly differences: readonly Difference[];
  readonly driftSinceUnixMs: number | null;
  /** What else is wrong with it; empty when nothing is. */
  readonly sentence: string;
}

/** The transaction that a host has in hand, and the rollout it belongs to, as far as that is known. */
export interface WhyTransaction {
  readonly id: string;
  readonly phase: string;
  readonly rollout: string | null;
  readonly sinceUnixMs: number | null;
}

/** One host of the answer. */
export interface WhyHost {
  readonly host: HostId;
  readonly presence: Presence;
  readonly lastSeenUnixMs: number | null;
  /** The revision it committed last; null when none is known. */
  readonly committed: number | null;
  readonly bonds: readonly WhyBond[];
  /** The steps from here to the accepted spec, as the host plans them now. */
  readonly steps: readonly string[];
  readonly transaction: WhyTransaction | null;
}

/** Why a host or a link is as it is, and what to do next. */
export interface WhyView {
  readonly subject: string;
  readonly atUnixMs: number;
  /** The accepted revision; null when no spec was applied yet. */
  readonly revision: number | null;
  /** The host, or the hosts of both ends. */
  readonly hosts: readonly WhyHost[];
  readonly link: {
    readonly name: LinkName;
    readonly disagreements: readonly string[];
    readonly lastTest: TestSummary | null;
  } | null;
  /** What must be dealt with first comes first. */
  readonly blockers: readonly Blocker[];
  readonly needsPerson: boolean;
  readonly next: string;
}
