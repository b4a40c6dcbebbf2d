import type { BondDesire } from '@bondctl/proto/model/bond';
import type { Fact } from '@bondctl/proto/model/event';
import type { Judgement, TestResult } from '@bondctl/proto/model/linktest';
import type { CommandId, HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { Agents } from '../hub/ports.ts';
import type { RolloutStore } from '../store/ports.ts';

/** Who proves a link: one link test against what the spec expects. */
export interface Prover {
  /**
   * Tests `link` over the bonds as they are now, inside the open transactions `txs`; it waits until the hosts report
   * their bonds as `changed` has them, so that no old MTU is proven. Throws BondctlError when the test could not be
   * carried out; a test that was carried out and missed its expectations is a judgement.
   */
  prove(
    link: Link,
    during: {
      readonly txs: readonly TxId[];
      readonly changed: readonly { readonly host: HostId; readonly desired: readonly BondDesire[] }[];
      readonly timeoutMs: number;
    },
  ): Promise<{ readonly result: TestResult; readonly judgement: Judgement }>;
}

/** The controller's clock. */
export interface Clock {
  nowUnixMs(): number;
  sleep(ms: number): Promise<void>;
}

/** Where new names come from. */
export interface Ids {
  tx(): TxId;
  rollout(): RolloutId;
  /** A command that nobody will ask again. */
  command(): CommandId;
  /**
   * The same id for the same change, host, order and attempt, also after a restart: so that no command is carried out
   * twice. The next attempt is another command, for when the last one ended without saying how the transaction stands.
   */
  commandFor(tx: TxId, host: HostId, order: string, attempt: number): CommandId;
  /** A short digest of a text. */
  digest(text: string): string;
}

/** The lines a rollout writes for the operator of the controller. */
export interface Log {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** The fault hook of tests: `reached` returns, or the process stops there and is killed. */
export interface Faults {
  /** `store:PHASE` before a state is stored, `stored:PHASE` after; PHASE is that of the change set in hand. */
  reached(label: string): void;
}

/** Everything a rollout needs of the world. */
export interface RolloutPorts {
  readonly agents: Pick<Agents, 'ask' | 'report' | 'presence'>;
  readonly store: RolloutStore;
  readonly prover: Prover;
  readonly clock: Clock;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly ids: Ids;
  readonly faults: Faults;
  readonly log: Log;
}
