import type { Generated } from 'kysely';

/** Facts, append only. `fact` is JSON; what it names is copied out of it to be found by. */
interface EventsTable {
  id: Generated<number>;
  at_unix_ms: number;
  actor: string;
  type: string;
  host: string | null;
  rollout: string | null;
  bond: string | null;
  link: string | null;
  fact: string;
}

/** `failures` is JSON, `is_counted` 0 or 1. */
interface HeardTable {
  host: string;
  epoch: string;
  event: number;
  gap: number;
  boot_id: string;
  is_counted: number;
  failures: string;
}

interface HostsTable {
  host: string;
  enrolled_unix_ms: number;
  removed_unix_ms: number | null;
}

/** `revoked` is 0 or 1: the dialects disagree about booleans. */
interface CertificatesTable {
  serial: string;
  host: string;
  not_after_unix_ms: number;
  revoked: number;
}

interface TokensTable {
  id: string;
  sha256: string;
  expires_unix_ms: number;
  uses_left: number;
  host: string | null;
}

interface RevisionsTable {
  revision: number;
  at_unix_ms: number;
  actor: string;
  text: string;
  spec: string;
}

/** `sequence` gives rollouts of the same millisecond their order. */
interface RolloutsTable {
  sequence: Generated<number>;
  id: string;
  revision: number;
  started_unix_ms: number;
  ended: number;
  state: string;
}

interface TestsTable {
  sequence: Generated<number>;
  id: string;
  at_unix_ms: number;
  result: string;
  judgement: string;
  /** null in rows of the first version, as is `reading`. */
  link: string | null;
  /** What follows from the result besides its judgement: findings, comparison, repetition. */
  reading: string | null;
}

/** `sequence` gives sweeps of the same millisecond their order. */
interface SweepsTable {
  sequence: Generated<number>;
  id: string;
  started_unix_ms: number;
  ended: number;
  state: string;
}

/** Tests in one line, so that lists read no documents; those of earlier versions are there once somebody has asked. */
interface TestSummariesTable {
  sequence: number;
  link: string;
  summary: string;
}

interface HistorySeriesTable {
  id: Generated<number>;
  host: string;
  bond: string;
  port: string;
}

/** Bytes of one port in a minute or an hour that begins at `at_unix_ms`. */
interface HistoryBucketsTable {
  series: number;
  at_unix_ms: number;
  tx_bytes: number;
  rx_bytes: number;
  tx_peak_bps: number;
  rx_peak_bps: number;
  measured_ms: number;
}

/** Which minutes and hours were written, and about how many rows each has: to be told without counting millions. */
interface HistoryWrittenTable {
  layer: string;
  at_unix_ms: number;
  rows: number;
}

/** Of tokens and cookies only the SHA-256 is kept. */
interface OperatorsTable {
  operator: string;
  rights: string;
  sha256: string;
  created_unix_ms: number;
  used_unix_ms: number | null;
}

interface OperatorSessionsTable {
  sha256: string;
  operator: string;
  created_unix_ms: number;
  used_unix_ms: number;
}

/** `sequence` gives alerts of the same millisecond their order; `alert` is JSON. */
interface AlertsTable {
  sequence: Generated<number>;
  id: string;
  ended_unix_ms: number | null;
  alert: string;
}

/** One row: what the machine of alerts goes on from, as JSON. */
interface AlertMemoryTable {
  id: number;
  memory: string;
}

interface AlertDeliveriesTable {
  sequence: Generated<number>;
  id: string;
  target: string;
  alert: string;
  told: string;
  body: string;
  created_unix_ms: number;
  at_unix_ms: number;
  tries: number;
  outcome: string;
  error: string | null;
}

/** The tables as the newest migration leaves them. Times are Unix ms, documents are JSON text. */
export interface Tables {
  events: EventsTable;
  heard: HeardTable;
  hosts: HostsTable;
  certificates: CertificatesTable;
  tokens: TokensTable;
  revisions: RevisionsTable;
  rollouts: RolloutsTable;
  tests: TestsTable;
  test_summaries: TestSummariesTable;
  sweeps: SweepsTable;
  history_series: HistorySeriesTable;
  history_minutes: HistoryBucketsTable;
  history_hours: HistoryBucketsTable;
  history_written: HistoryWrittenTable;
  operators: OperatorsTable;
  operator_sessions: OperatorSessionsTable;
  alerts: AlertsTable;
  alert_memory: AlertMemoryTable;
  alert_deliveries: AlertDeliveriesTable;
}
