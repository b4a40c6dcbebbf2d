import type { AlertTold } from '@bondctl/proto/model/alert';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Comparison } from '@bondctl/proto/model/linktest';
import type {
  AlertId,
  CourseId,
  End,
  HostId,
  LinkName,
  OperatorName,
  RolloutId,
  SweepId,
  TestId,
} from '@bondctl/proto/model/names';
import type { OperatorRights } from '@bondctl/proto/model/operator';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { TestSummary, TestView } from '@bondctl/proto/model/view';
import type { HistoryStore, StoredKept } from './history-ports.ts';

/** A port's counter of link failures, as far as the record has it. */
export interface PortFailures {
  readonly bond: string;
  readonly port: string;
  readonly failures: number;
}

/** How far a host's events were recorded, and what its kernel had counted by then. */
export interface HeardRow {
  readonly host: HostId;
  /** The agent's epoch, its last event in it, and the end of its last gap. */
  readonly epoch: string;
  readonly event: number;
  readonly gap: number;
  /** The boot that the counters are of; empty before the first. */
  readonly bootId: string;
  /** Whether the counters were ever compared with a report. */
  readonly isCounted: boolean;
  readonly failures: readonly PortFailures[];
}

/** What an event must be about: one of the ends, or the link itself, or a host of it whose events were lost. */
export interface AboutLink {
  readonly link: LinkName;
  readonly ends: readonly End[];
}

/** Facts, append only. */
export interface EventStore {
  append(atUnixMs: number, actor: string, fact: Fact): Promise<RecordedEvent>;
  /** Appends what a host told together with how far it was heard: both are kept, or neither. */
  appendHeard(
    atUnixMs: number,
    actor: string,
    facts: readonly Fact[],
    heard: HeardRow,
  ): Promise<readonly RecordedEvent[]>;
  /** How far every host was heard. */
  heard(): Promise<readonly HeardRow[]>;
  forgetHeard(host: HostId): Promise<void>;
  /** Events with id > `afterId`, oldest first, at most `limit`; filters are ANDed. */
  list(query: {
    readonly afterId?: number;
    readonly limit: number;
    readonly host?: HostId;
    readonly type?: Fact['type'];
    /** A bond's name, on whatever host. */
    readonly bond?: string;
    readonly about?: AboutLink;
    /** A rollout or a sweep. */
    readonly rollout?: CourseId;
    readonly newestFirst?: boolean;
  }): Promise<readonly RecordedEvent[]>;
}

/** What goes when it is old. */
export interface EventPruning {
  /** Removes events of one type that happened before a moment, among the oldest `limit` of them; how many that were. */
  prune(type: Fact['type'], beforeUnixMs: number, limit: number): Promise<number>;
  kept(): Promise<StoredKept>;
}

/** A host that enrolled. `removedUnixMs` is set when it was removed and its certificates revoked. */
export interface HostRow {
  readonly host: HostId;
  readonly enrolledUnixMs: number;
  readonly removedUnixMs: number | null;
}

/** A certificate the controller issued. */
export interface CertificateRow {
  readonly serial: string;
  readonly host: HostId;
  readonly notAfterUnixMs: number;
  readonly revoked: boolean;
}

/** A join token; only its SHA-256 is kept. */
export interface TokenRow {
  readonly id: string;
  readonly sha256: string;
  readonly expiresUnixMs: number;
  readonly usesLeft: number;
  /** null: any host name may use it. */
  readonly host: HostId | null;
}

/** Who may connect. */
export interface IdentityStore {
  hosts(): Promise<readonly HostRow[]>;
  addHost(row: HostRow): Promise<void>;
  removeHost(host: HostId, atUnixMs: number): Promise<void>;
  addCertificate(row: CertificateRow): Promise<void>;
  certificates(host: HostId): Promise<readonly CertificateRow[]>;
  /** One certificate is not to be used any more (its host renewed it). */
  revokeCertificate(serial: string): Promise<void>;
  /** Serials the hub must refuse. */
  revokedSerials(): Promise<readonly string[]>;
  addToken(row: TokenRow): Promise<void>;
  /** Takes one use of the token in one transaction; undefined when unknown, expired or used up. */
  useToken(sha256: string, host: HostId, nowUnixMs: number): Promise<TokenRow | undefined>;
}

/** An accepted spec: numbered, immutable. */
export interface RevisionRow {
  readonly revision: number;
  readonly atUnixMs: number;
  readonly actor: string;
  /** The text as people wrote it. */
  readonly text: string;
  readonly spec: ClusterSpec;
}

/** A rollout's machine state as JSON of `rollout/rollout.ts`; stored before every act it announces. */
export interface RolloutRow {
  readonly id: RolloutId;
  readonly revision: number;
  readonly startedUnixMs: number;
  readonly ended: boolean;
  readonly state: unknown;
}

/** A finished link test. */
export type TestRow = TestView;

/** Specs and what became of them. */
export interface RolloutStore {
  addRevision(atUnixMs: number, actor: string, text: string, spec: ClusterSpec): Promise<RevisionRow>;
  latestRevision(): Promise<RevisionRow | undefined>;
  revision(revision: number): Promise<RevisionRow | undefined>;
  saveRollout(row: RolloutRow): Promise<void>;
  rollout(id: RolloutId): Promise<RolloutRow | undefined>;
  /** Newest first. */
  rollouts(limit: number): Promise<readonly RolloutRow[]>;
  unfinishedRollouts(): Promise<readonly RolloutRow[]>;
}

/** Link test results. */
export interface TestStore {
  addTest(row: TestRow): Promise<void>;
  test(id: TestId): Promise<TestRow | undefined>;
  /** Newest first; of one link where it is named. Reads no documents. */
  summaries(limit: number, link?: LinkName): Promise<readonly TestSummary[]>;
  /** The newest of every link. Reads no documents. */
  newestOfLinks(): Promise<readonly TestSummary[]>;
  /** What was measured of a link, newest first, without the documents that fill the rows. */
  comparisons(link: LinkName, limit: number): Promise<readonly Comparison[]>;
}

/** A sweep as JSON of `sweep/stored.ts`; stored before every change that it tries. */
export interface SweepRow {
  readonly id: SweepId;
  readonly startedUnixMs: number;
  readonly ended: boolean;
  readonly state: unknown;
}

/** Sweeps. */
export interface SweepStore {
  saveSweep(row: SweepRow): Promise<void>;
  sweep(id: SweepId): Promise<SweepRow | undefined>;
  /** Newest first. */
  sweeps(limit: number): Promise<readonly SweepRow[]>;
  unfinishedSweeps(): Promise<readonly SweepRow[]>;
}

/** Somebody who may use the API over the network; of the token only its SHA-256 is kept. */
export interface OperatorRow {
  readonly operator: OperatorName;
  readonly rights: OperatorRights;
  readonly sha256: string;
  readonly createdUnixMs: number;
  readonly usedUnixMs: number | null;
}

/** A browser that signed in; of its cookie only the SHA-256 is kept. */
export interface SessionRow {
  readonly sha256: string;
  readonly operator: OperatorName;
  readonly createdUnixMs: number;
  readonly usedUnixMs: number;
}

/** Who may use the API over the network. */
export interface OperatorStore {
  /** False when the name is taken. */
  addOperator(row: OperatorRow): Promise<boolean>;
  /** By name. */
  operators(): Promise<readonly OperatorRow[]>;
  operatorOfToken(sha256: string): Promise<OperatorRow | undefined>;
  operatorUsed(operator: OperatorName, atUnixMs: number): Promise<void>;
  /** With all sessions, in one transaction. False when there is none of that name. */
  removeOperator(operator: OperatorName): Promise<boolean>;
  /** Keeps at most `most` sessions of an operator, those used last; which had to go. Undefined when the operator is gone. */
  addSession(row: SessionRow, most: number): Promise<readonly string[] | undefined>;
  session(
    sha256: string,
  ): Promise<{ readonly session: SessionRow; readonly operator: OperatorRow } | undefined>;
  sessions(): Promise<readonly SessionRow[]>;
  sessionUsed(sha256: string, atUnixMs: number): Promise<void>;
  removeSession(sha256: string): Promise<void>;
}

/** One alert as JSON of `alerts/state.ts`. */
export interface AlertRow {
  readonly id: AlertId;
  /** null while it holds. */
  readonly endedUnixMs: number | null;
  readonly alert: unknown;
}

/** What one receiver is told of one alert: `id` and `body` are the same at every try. */
export interface DeliveryRow {
  readonly id: string;
  readonly target: string;
  readonly alert: AlertId;
  readonly told: AlertTold;
  readonly body: string;
  readonly createdUnixMs: number;
  readonly atUnixMs: number;
  readonly tries: number;
  readonly outcome: 'waiting' | 'delivered' | 'failed';
  readonly error: string | null;
}

/** Alerts: what the machine goes on from, what it raised, and what became of telling it. */
export interface AlertStore {
  /** What was saved last; undefined when nothing ever was. */
  memory(): Promise<unknown>;
  /** All of it or nothing. Of the alerts that ended the newest 10,000 stay. */
  save(change: {
    readonly memory: unknown;
    readonly alerts: readonly AlertRow[];
    readonly deliveries: readonly DeliveryRow[];
  }): Promise<void>;
  /** Every alert that holds. */
  open(): Promise<readonly AlertRow[]>;
  /** Alerts that are over, newest first. */
  ended(limit: number): Promise<readonly AlertRow[]>;
  alert(id: AlertId): Promise<AlertRow | undefined>;
  /** What became of these alerts' deliveries, oldest first. */
  deliveries(alerts: readonly AlertId[]): Promise<readonly DeliveryRow[]>;
  /** What nobody took yet, oldest first. */
  waiting(): Promise<readonly DeliveryRow[]>;
  saveDelivery(row: DeliveryRow): Promise<void>;
}

/** Everything the controller keeps. */
export interface Store {
  readonly events: EventStore & EventPruning;
  readonly identity: IdentityStore;
  readonly rollouts: RolloutStore;
  readonly tests: TestStore;
  readonly sweeps: SweepStore;
  readonly history: HistoryStore;
  readonly operators: OperatorStore;
  readonly alerts: AlertStore;
  close(): Promise<void>;
}
