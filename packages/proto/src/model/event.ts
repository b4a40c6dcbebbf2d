import type { AlertRule, AlertSeverity, AlertTold } from './alert.ts';
import type { LinkCause } from './command.ts';
import type { Difference } from './host.ts';
import type {
  AlertId,
  BondName,
  CourseId,
  HostId,
  LinkName,
  OperatorName,
  RolloutId,
  SweepId,
  TestId,
  TxId,
} from './names.ts';
import type { OperatorRights } from './operator.ts';

/** How a rollout can end. */
export const rolloutEndings = ['finished', 'failed', 'aborted', 'needsPerson'] as const;

/** How a rollout ended. */
export type RolloutEnding = (typeof rolloutEndings)[number];

/** How a sweep can end. `cancelled`: somebody went away or asked for it; `interrupted`: the controller was gone. */
export const sweepEndings = ['finished', 'cancelled', 'interrupted', 'failed', 'needsPerson'] as const;

/** How a sweep ended. */
export type SweepEnding = (typeof sweepEndings)[number];

type Facts<A> = { [K in keyof A]: { readonly type: K } & Readonly<A[K]> }[keyof A];

/** The facts worth keeping, in the past tense; never changed once recorded. */
export type Fact = Facts<{
  hostEnrolled: { host: HostId; serial: string };
  hostConnected: { host: HostId; agentVersion: string };
  hostDisconnected: { host: HostId; reason: string };
  hostRemoved: { host: HostId };
  certificateRenewed: { host: HostId; serial: string };
  tokenCreated: { tokenId: string };
  operatorAdded: { operator: OperatorName; rights: OperatorRights };
  operatorRemoved: { operator: OperatorName };
  /** `from` is the address. */
  signedIn: { operator: OperatorName; from: string };
  /** Not every one is told: `attempts` counts those since the one that was told before, wherever they came from. */
  signInFailed: { from: string; attempts: number };
  /**
   * `happenedUnixMs` is when the host saw it, on the controller's clock, right to within `errorMs` either way; both are null
   * where nobody can say.
   */
  linkEventSeen: {
    host: HostId;
    bond: string;
    port: string | null;
    what: string;
    before: string;
    after: string;
    happenedUnixMs: number | null;
    errorMs: number | null;
    cause: LinkCause | null;
  };
  /** The kernel counted failures of a port, from `before` to `after`, that no event tells one by one. */
  failuresUnseen: {
    host: HostId;
    bond: string;
    port: string;
    failures: number;
    before: number;
    after: number;
    reason: string;
  };
  eventsLost: { host: HostId; from: number; to: number; reason: string };
  revisionAccepted: { revision: number };
  /** Every host of the revision answered that it already is what the revision wants. */
  revisionHeld: { revision: number; hosts: readonly HostId[] };
  rolloutStarted: { rollout: RolloutId; revision: number };
  /** `sets` are the names of the change sets that roll together. */
  waveStarted: { rollout: RolloutId; wave: number; waves: number; sets: readonly string[] };
  soakStarted: { rollout: RolloutId; soakMs: number };
  pauseAsked: { rollout: RolloutId; by: string };
  rolloutPaused: { rollout: RolloutId; why: string };
  rolloutResumed: { rollout: RolloutId; by: string };
  abortAsked: { rollout: RolloutId; by: string };
  hostPrepared: { rollout: CourseId; host: HostId; tx: TxId };
  hostVerified: { rollout: CourseId; host: HostId; tx: TxId };
  hostRolledBack: { rollout: CourseId; host: HostId; tx: TxId; why: string };
  hostCommitted: { rollout: CourseId; host: HostId; tx: TxId };
  hostStuck: { rollout: CourseId; host: HostId; tx: TxId; why: string };
  proofPassed: { rollout: CourseId; link: LinkName; test: TestId };
  proofFailed: { rollout: CourseId; link: LinkName; test: TestId | null; why: string };
  decisionStored: { rollout: CourseId; tx: TxId; decision: 'confirm' | 'rollBack' };
  personNeeded: { rollout: CourseId; tx: TxId; why: string };
  rolloutEnded: { rollout: RolloutId; ending: RolloutEnding; why: string };
  linkTested: { test: TestId; link: LinkName; passed: boolean; sentence: string };
  /** `rollout` of a sweep's facts is the sweep: so that they are found with those of its change sets. */
  sweepStarted: { rollout: SweepId; link: LinkName; candidates: number };
  candidateTried: { rollout: SweepId; candidate: string; sentence: string };
  sweepEnded: { rollout: SweepId; ending: SweepEnding; sentence: string };
  meshTested: { mesh: string; passed: boolean; sentence: string };
  /** A bond departed from what its host confirmed, or departs from it in another way than before. */
  driftSeen: { host: HostId; bond: BondName; differences: readonly Difference[]; sinceUnixMs: number };
  driftEnded: { host: HostId; bond: BondName };
  /** The controller tried to heal a bond unasked; `rollout` is null when it could not even begin, and `why` says so. */
  healTried: { host: HostId; bond: BondName; rollout: RolloutId | null; why: string };
  alertRaised: {
    alert: AlertId;
    rule: AlertRule;
    subject: string;
    severity: AlertSeverity;
    members: readonly string[];
    sentence: string;
  };
  alertEnded: { alert: AlertId; rule: AlertRule; subject: string; sentence: string };
  /** A receiver was told of an alert, or will not be: then `error` says why. */
  alertDelivered: {
    alert: AlertId;
    target: string;
    told: AlertTold;
    delivered: boolean;
    tries: number;
    error: string | null;
  };
  alertSilenced: { alert: AlertId; untilUnixMs: number; by: string };
  /** Somebody tried every route; `failed` are the targets that did not take it. */
  alertRoutesTried: { targets: readonly string[]; failed: readonly string[]; by: string };
}>;

/** A recorded fact: when (controller clock), who caused it, what. */
export interface RecordedEvent {
  readonly id: number;
  readonly atUnixMs: number;
  /** `cli:root`, `operator:ada`, `agent:alpha`, `controller`. */
  readonly actor: string;
  readonly fact: Fact;
}
