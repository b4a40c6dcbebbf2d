import type { BondState, NamedDesire } from './bond.ts';
import type { Difference, HostState } from './host.ts';
import type { IfName, TxId } from './names.ts';
import type { PlannedStep } from './step.ts';

export type { Difference } from './host.ts';

/** The phases of one host's transaction. An operator can see each; `stuck` means that the rollback itself failed. */
export const txPhases = [
  'idle',
  'snapshotting',
  'arming',
  'prepared',
  'applying',
  'verifying',
  'awaitingConfirm',
  'rollingBack',
  'committed',
  'rolledBack',
  'stuck',
] as const;

/** A phase of a transaction. */
export type TxPhase = (typeof txPhases)[number];

/** One host's share of a change set. `deadlineInMs` counts from prepare; the watchdog fires then, and nothing extends it. */
export interface Tx {
  readonly id: TxId;
  readonly desired: readonly NamedDesire[];
  readonly deadlineInMs: number;
}

/** The host's network before the first step, as far as the transaction may touch it. */
export interface Snapshot {
  /** Names the transaction may touch; one that is not in `state` did not exist. */
  readonly scope: readonly IfName[];
  readonly state: HostState;
}

/** What reading everything back said. */
export interface Verification {
  readonly differences: readonly Difference[];
  readonly bonds: readonly BondState[];
  readonly state: HostState;
}

/** Why a transaction did not commit. Closed, so that the controller can tell the ways apart. */
export type FailureKind =
  | 'snapshot'
  | 'watchdog'
  | 'step'
  | 'verify'
  | 'deadline'
  | 'asked'
  | 'interrupted'
  | 'restore';

/** Why a transaction did not commit, in one sentence. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
}

/** What a host would do for a desire: ordered steps, or the reasons why it will not. */
export interface HostPlan {
  readonly steps: readonly PlannedStep[];
  readonly refusals: readonly { readonly subject: string; readonly message: string }[];
  /** What the host's owner should know, e.g. "until reboot only". */
  readonly notes: readonly string[];
  /** Digest of the state the plan was computed from. */
  readonly basis: string;
}

/** How a transaction stands, as the host tells it. */
export type TxOutcome =
  | { readonly phase: 'prepared'; readonly deadlineInMs: number }
  | { readonly phase: 'awaitingConfirm'; readonly verification: Verification }
  | { readonly phase: 'committed' }
  | { readonly phase: 'rolledBack'; readonly why: Failure }
  | { readonly phase: 'stuck'; readonly why: Failure; readonly differences: readonly Difference[] };
