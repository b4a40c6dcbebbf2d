import type { BondDesire } from '@bondctl/proto/model/bond';
import type { HostId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { Link, RolloutRules } from '@bondctl/proto/model/spec';
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
  /** The link between those that change, else the first that proves it, else the bond: what people call it. */
  readonly name: string;
  readonly participants: readonly [Participant] | readonly [Participant, Participant];
  /** Proven one after the other; an unchanged host at the other end only lends itself. */
  readonly links: readonly Link[];
  /** Changed bonds, as `host/bond`, that no link proves. */
  readonly unproven: readonly string[];
  readonly deadline: Deadline;
}

/** Change sets that roll at the same time; the next wave begins when all of them have come to rest. */
export interface Wave {
  readonly canary: boolean;
  readonly sets: NonEmpty<ChangeSet>;
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
  readonly waves: readonly Wave[];
  readonly rules: RolloutRules;
  /** A plan with a refusal is shown and never carried out. */
  readonly refusals: readonly HostRefusal[];
  readonly notes: readonly { readonly host: HostId; readonly note: string }[];
  /** What does not concern one host. */
  readonly remarks: readonly string[];
  /** What each host answered, with the digest of the state it planned from. */
  readonly hosts: readonly HostAnswer[];
}

/** All change sets of a plan, in the order in which they roll. */
export const changeSetsOf = ({ waves }: Pick<ClusterPlan, 'waves'>): readonly ChangeSet[] =>
  waves.flatMap((wave) => wave.sets);

/** The unchanged hosts that lend themselves to the proof of a change set. */
export function witnessesOf({ participants, links }: ChangeSet): readonly HostId[] {
  const changed = new Set(participants.map(({ host }) => host));
  const ends = links.flatMap((link) => link.ends.map((end) => end.host));
  return [...new Set(ends.filter((host) => !changed.has(host)))];
}

/** True when the cluster already is what the spec says. */
export const isNothingToDo = (plan: ClusterPlan): boolean =>
  plan.waves.length === 0 && plan.refusals.length === 0;
