import type { Order } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { Judgement } from '@bondctl/proto/model/linktest';
import type { CourseId, HostId, LinkName, TestId, TxId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { Link } from '@bondctl/proto/model/spec';
import type { TxOutcome } from '@bondctl/proto/model/transaction';
import type { ChangeSet } from '../../plan/plan.ts';
import type { AllOf, EndSight, HostSight, LinkPassed, Passed, Verified } from '../evidence.ts';

/** A change set on its way: the id of its transaction, the same on every participant. */
export interface Change {
  readonly rollout: CourseId;
  readonly tx: TxId;
  readonly set: ChangeSet;
}

/** How far one host is on its way back. `unheard`: it did not answer, and its watchdog acts without us. */
export type Back =
  | { readonly host: HostId; readonly how: 'rolledBack' | 'unheard' }
  | { readonly host: HostId; readonly how: 'stuck' | 'unclear'; readonly why: string };

type Phases<A> = { [K in keyof A]: { readonly phase: K; readonly change: Change } & Readonly<A[K]> }[keyof A];

/**
 * One change set. `startedMs` is when the first `prepare` was sent: every agent's deadline counts from later. Up to
 * `proving` any loss leads back; `deciding` is the decision to confirm, and from there only confirming leads on.
 */
export type PairState = Phases<{
  queued: unknown;
  preparing: { startedMs: number; prepared: readonly HostId[]; unchanged: readonly EndSight[] };
  applying: { startedMs: number; sights: readonly HostSight[]; unchanged: readonly EndSight[] };
  proving: {
    startedMs: number;
    verified: AllOf<Verified>;
    passed: readonly LinkPassed[];
    remaining: NonEmpty<Link>;
  };
  deciding: { startedMs: number; verified: AllOf<Verified>; proof: Passed };
  confirming: {
    startedMs: number;
    verified: AllOf<Verified>;
    proof: Passed;
    committed: readonly HostId[];
    patientUntilMs: number;
  };
  done: unknown;
  /** `touched`: an `apply` was sent, so that something may have to be taken back. */
  rollingBack: { touched: boolean; untilMs: number; why: string; back: readonly Back[] };
  rolledBack: { why: string; unheard: readonly HostId[] };
  undoing: { untilMs: number; why: string; back: readonly Back[] };
  undone: { why: string };
  needsPerson: { why: string };
}>;

/** The state of one phase. */
export type In<P extends PairState['phase']> = Extract<PairState, { phase: P }>;

/** Phases in which nothing will happen any more. */
export const restingPhases = ['done', 'rolledBack', 'undone', 'needsPerson'] as const;

/** A change set that came to rest. */
export type Rested = In<(typeof restingPhases)[number]>;

/** Has the change set come to rest? */
export const isRested = (state: PairState): state is Rested =>
  restingPhases.some((phase) => phase === state.phase);

type OrderOf<K extends Order['kind']> = Extract<Order, { kind: K }>;

/** What a pair asks of a host, apart from confirming. */
export type PairOrder = OrderOf<'prepare' | 'apply' | 'rollBack' | 'forget'>;

/** What a host said to an order. `refused` changed nothing; `failed` says nothing about what was done. */
export type Answer = TxOutcome | { readonly phase: 'refused' | 'failed'; readonly message: string };

type Events<A> = { [K in keyof A]: { readonly type: K; readonly atMs: number } & Readonly<A[K]> }[keyof A];

/** What happens to a change set. `atMs` is the controller's clock. */
export type PairEvent = Events<{
  start: { unchanged: readonly EndSight[] };
  answered: { host: HostId; order: PairOrder['kind'] | 'confirm'; answer: Answer };
  /** No answer in time: the order may or may not have been carried out. */
  silent: { host: HostId; order: PairOrder['kind'] | 'confirm' };
  judged: { link: LinkName; test: TestId; judgement: Judgement };
  /** The test itself could not be carried out. */
  unproven: { link: LinkName; why: string };
  decisionStored: unknown;
  /** A person ends the rollout: what is not decided yet goes back. */
  abandoned: { why: string };
}>;

type Effects<A> = { [K in keyof A]: { readonly do: K } & Readonly<A[K]> }[keyof A];

/** What the shell does for a change set, in this order, once the new state is stored. */
export type PairEffect = Effects<{
  ask: { host: HostId; order: PairOrder; afterMs: number; timeoutMs: number };
  /** Cannot be written without the evidence of every participant and the proof. */
  confirm: {
    host: HostId;
    tx: TxId;
    verified: AllOf<Verified>;
    proof: Passed;
    afterMs: number;
    timeoutMs: number;
  };
  runProof: { link: Link; tx: TxId; timeoutMs: number };
  /** Answered by `decisionStored`. */
  storeDecision: { tx: TxId; decision: 'confirm' };
  record: { fact: Fact };
}>;

/** What every step gives: the next state, to be stored before the effects are carried out. */
export type Stepped = readonly [PairState, readonly PairEffect[]];

/** Nothing changes: late, foreign or repeated. */
export const stay = (state: PairState): Stepped => [state, []];

/** The hosts of a change. */
export const hostsOf = ({ set }: Change): readonly HostId[] => set.participants.map(({ host }) => host);

/** How long a silent host is left alone before it is asked again. */
export const retryMs = 1000;
/** Controller and agents do not count time alike; between their deadlines lies at least this. */
export const marginMs = 2000;
/** How long a host may be silent after its deadline before somebody is told. */
export const patienceMs = 60_000;

/** When every watchdog of the change has fired for certain. */
export const deadlineMs = (state: { readonly change: Change; readonly startedMs: number }): number =>
  state.startedMs + state.change.set.deadline.totalMs;
