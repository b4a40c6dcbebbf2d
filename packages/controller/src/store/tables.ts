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
  sweeps: SweepsTable;
}
