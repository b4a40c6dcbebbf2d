import type { TxId } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import type { Difference, Failure, Snapshot, Tx, Verification } from '@bondctl/proto/model/transaction';

/** One process beyond doubt: a pid is used again, a pid with its start time (ticks since boot) is not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: number;
}

type Phases<A> = { [K in keyof A]: { readonly phase: K } & Readonly<A[K]> }[keyof A];
type Kinds<A> = { [K in keyof A]: { readonly do: K } & Readonly<A[K]> }[keyof A];
type Facts<A> = { [K in keyof A]: { readonly type: K; readonly tx: TxId } & Readonly<A[K]> }[keyof A];
/** `deadlineMs` is a moment of the boot clock, which counts suspend and which nobody can set. */
type Begun = { tx: Tx; deadlineMs: number };
type Planned = Begun & { before: Snapshot; steps: readonly PlanStep[] };
type Armed = Planned & { watchdog: ProcessIdentity };

/**
 * One host's transaction. Each phase carries exactly what the next one needs: a rollback without a before-image, or a
 * commit with a failure, cannot be written down.
 */
export type TxState = Phases<{
  idle: object;
  snapshotting: Begun;
  arming: Planned;
  prepared: Armed;
  /** `step` is the one that is being taken. */
  applying: Armed & { step: number; settleMs: number };
  /** Read back until everything has settled, at most to `untilMs` of the boot clock. */
  verifying: Armed & { untilMs: number };
  awaitingConfirm: Armed & { verification: Verification };
  rollingBack: { tx: Tx; before: Snapshot; why: Failure; watchdog: ProcessIdentity | null };
  /** Still undoable until it is forgotten, which happens once what it confirmed is written down. */
  committed: { tx: Tx; before: Snapshot; watchdog: ProcessIdentity };
  rolledBack: { tx: Tx; why: Failure };
  /** The rollback itself failed: the before-image is kept, nothing else is touched, a person is needed. */
  stuck: { tx: Tx; before: Snapshot; why: Failure; differences: readonly Difference[] };
}>;

/** The state of one phase. */
export type Of<P extends TxState['phase']> = Extract<TxState, { phase: P }>;

/** What happens to a transaction. `nowMs` is the boot clock. */
export type TxEvent = Facts<{
  prepareAsked: { order: Tx; deadlineMs: number };
  snapshotTaken: { before: Snapshot; steps: readonly PlanStep[] };
  snapshotFailed: { message: string };
  armed: { watchdog: ProcessIdentity };
  armFailed: { message: string };
  applyAsked: { settleMs: number; nowMs: number };
  stepDone: { step: number; nowMs: number };
  stepFailed: { step: number; message: string };
  /** `unsettled` may still come right by itself; the differences in `verification` will not. */
  readBack: { verification: Verification; unsettled: readonly Difference[]; nowMs: number };
  readBackFailed: { message: string };
  confirmAsked: { nowMs: number };
  rollBackAsked: { why: string };
  forgetAsked: object;
  /** What was confirmed is written down, or could not be. */
  remembered: object;
  rememberFailed: object;
  /** It is on disk that what was kept goes back, or it could not be put there. */
  undoAnnounced: { why: Failure };
  undoUnwritten: { message: string };
  deadlinePassed: object;
  restored: { differences: readonly Difference[] };
  restoreFailed: { message: string };
  /** The state could not be put on disk, so what it announces must not happen. */
  journalFailed: { message: string };
  /** A person says: restore what is stuck, or leave the host as it is. */
  restoreAsked: object;
  acceptAsked: object;
}>;

/** What the shell does for the machine; results come back as events. */
export type TxEffect = Kinds<{
  /** Puts the state on disk, then tells it. */
  journal: { state: TxState };
  /** Puts on disk that what was kept goes back; while that is not there it stays. */
  announceUndo: { state: Of<'rollingBack'> };
  takeSnapshot: { tx: Tx };
  armWatchdog: { tx: Tx; deadlineMs: number };
  disarmWatchdog: { watchdog: ProcessIdentity };
  perform: { index: number; step: PlanStep };
  readBack: { tx: Tx; before: Snapshot };
  restore: { before: Snapshot };
  /** Writes down what this transaction confirmed, and the files that keep it, for as long as nothing else is confirmed. */
  remember: { tx: Tx; before: Snapshot };
  /** Tells a state again to who asked again. */
  report: { state: TxState };
}>;

/** A state and what is to be done on the way into it. */
export type Transition = readonly [TxState, readonly TxEffect[]];
