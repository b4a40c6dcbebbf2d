import type { BondDesire } from '@bondctl/proto/model/bond';
import type { HostId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { Link } from '@bondctl/proto/model/spec';
import type { PlannedStep } from '@bondctl/proto/model/step';
import type { HostPlan } from '@bondctl/proto/model/transaction';

/** One summand of a deadline, and what it is made of. */
export interface DeadlinePart {
  readonly ms: number;
  readonly because: string;
}

/** How long an unconfirmed change may live, counted from `prepare`. Nothing extends it. */
export interface Deadline {
  readonly totalMs: number;
  readonly apply: DeadlinePart;
  readonly verify: DeadlinePart;
  readonly proof: DeadlinePart;
  readonly confirm: DeadlinePart;
}

/** One host's share of a change set. */
export interface Participant {
  readonly host: HostId;
  readonly desired: NonEmpty<BondDesire>;
  readonly steps: NonEmpty<PlannedStep>;
}

/** What changes together or not at all: one or two participants, and the links that prove the change. */
export interface ChangeSet {
  /** The first link that proves it, or the bond: what people call it. */
  readonly name: string;
  readonly participants: readonly [Participant] | readonly [Participant, Participant];
  /** Proven one after the other; an unchanged host at the other end only lends itself. */
  readonly links: readonly Link[];
  /** Changed bonds, as `host/bond`, that no link proves. */
  readonly unproven: readonly string[];
  readonly deadline: Deadline;
}

/** Why a host will not take part. `unreachable` says nothing about what it would answer. */
export interface HostRefusal {
  readonly host: HostId;
  readonly kind: 'refused' | 'unreachable';
  readonly subject: string;
  readonly message: string;
}

/** What one host answered to `plan`. */
export type HostAnswer =
  | { readonly host: HostId; readonly kind: 'plan'; readonly plan: HostPlan }
  | {
      readonly host: HostId;
      readonly kind: 'refused' | 'unreachable';
      readonly refusals: readonly { readonly subject: string; readonly message: string }[];
    };

/** What a spec means for the cluster as it is now. Nothing to do: no change sets and no refusals. */
export interface ClusterPlan {
  /** In the order in which they roll. */
  readonly changeSets: readonly ChangeSet[];
  /** A plan with a refusal is shown and never carried out. */
  readonly refusals: readonly HostRefusal[];
  readonly notes: readonly { readonly host: HostId; readonly note: string }[];
  /** What does not concern one host. */
  readonly remarks: readonly string[];
  /** What each host answered, with the digest of the state it planned from. */
  readonly hosts: readonly HostAnswer[];
}

/** True when the cluster already is what the spec says. */
export const isNothingToDo = (plan: ClusterPlan): boolean =>
  plan.changeSets.length === 0 && plan.refusals.length === 0;
