import type { BondDesire } from './bond.ts';
import type { Described } from './described.ts';
import type { Refusal } from './error.ts';
import type {
  Disturbance,
  IperfRun,
  PortSample,
  ProbeAnswer,
  RunParameters,
  RunVerdict,
} from './linktest.ts';
import type { BondName, CommandId, End, IfName, TestId, TxId } from './names.ts';
import type { HostPlan, TxOutcome } from './transaction.ts';
import type { HostSurroundings, HostVitals, Latency } from './vitals.ts';

type Orders<A> = { [K in keyof A]: { readonly kind: K } & Readonly<A[K]> }[keyof A];

/** The closed list of what a controller can ask of an agent. */
export type Order = Orders<{
  /** What would you do? Changes nothing. */
  plan: { desired: readonly BondDesire[] };
  /** Validate, snapshot, arm the watchdog. */
  prepare: { tx: TxId; desired: readonly BondDesire[]; deadlineInMs: number };
  /** Take the steps and read everything back; LACP is waited for at most `settleMs`. */
  apply: { tx: TxId; settleMs: number };
  confirm: { tx: TxId };
  /** Roll back what is unconfirmed, or undo what was committed and not yet forgotten. */
  rollBack: { tx: TxId; why: string };
  /** The other participants confirmed too: the before-image is not needed any more. */
  forget: { tx: TxId };
  /** DF probes of `ipBytes` towards `peer`; `identifier` is their ICMP id, null for any. */
  probe: {
    test: TestId;
    bond: BondName;
    peer: string;
    from: End;
    to: End;
    ipBytes: number;
    identifier: number | null;
  };
  /**
   * Start a one-off iperf3 server on `address`; answered when it listens. `parameters` are those of the client to come, null
   * from a controller of an earlier version; `portBps` is what one port carries, null where nobody knows.
   */
  serve: {
    test: TestId;
    bond: BondName;
    address: string;
    seconds: number;
    parameters: RunParameters | null;
    portBps: number | null;
  };
  /** Run the iperf3 client; answered when it ended. `sourcePort`: of its first stream, the others follow; null for any. */
  measure: {
    test: TestId;
    bond: BondName;
    address: string;
    peer: string;
    port: number;
    sourcePort: number | null;
    parameters: RunParameters;
    portBps: number | null;
  };
  /** The server's document and counters, once it ended. */
  collect: { test: TestId };
  /** End every process of the test. */
  cancel: { test: TestId };
  /** What do configuration files say of the bonds? Changes nothing. */
  describe: object;
}>;

/** An order with its identity: remembered by the agent, the same id is answered with the stored outcome. */
export interface Command {
  readonly id: CommandId;
  /** Not started later than this many ms after the agent received it. */
  readonly startWithinMs: number;
  readonly order: Order;
}

/** One end's half of a run. An agent of an earlier version tells neither vitals nor surroundings. */
interface EndOfRun {
  readonly run: IperfRun;
  readonly samples: readonly PortSample[];
  readonly vitals: HostVitals | null;
  readonly surroundings: HostSurroundings | null;
}

/** How a command ended. `refused` changed nothing. */
export type CommandOutcome = Orders<{
  planned: { plan: HostPlan };
  transaction: { tx: TxId; outcome: TxOutcome };
  forgotten: { tx: TxId };
  probed: { probe: ProbeAnswer };
  serving: { port: number; version: string };
  measured: { verdict: RunVerdict; latency: Latency | null } & EndOfRun;
  collected: { disturbance: Disturbance | null } & EndOfRun;
  cancelled: { test: TestId };
  described: Described;
  refused: {
    code: 'policy' | 'unsupported' | 'busy' | 'conflict' | 'expired' | 'invalid';
    refusals: readonly Refusal[];
  };
  failed: { message: string };
}>;

/** What the kernel has counted on one port of a bond since the port was made. */
export interface PortCounters {
  readonly bond: BondName;
  readonly port: IfName;
  readonly txBytes: number;
  readonly rxBytes: number;
  readonly txPackets: number;
  readonly rxPackets: number;
  /** Both ways together, as are drops. */
  readonly errors: number;
  readonly drops: number;
}

/** A fact from a host while it happens; never kept by the agent. */
export type Live =
  /** `atMs`: since the host booted, by a clock that nobody sets. */
  | { readonly kind: 'counters'; readonly atMs: number; readonly ports: readonly PortCounters[] }
  | { readonly kind: 'samples'; readonly test: TestId; readonly samples: readonly PortSample[] }
  | {
      readonly kind: 'progress';
      readonly tx: TxId;
      readonly phase: string;
      readonly step: number;
      readonly steps: number;
      readonly sentence: string;
    };

/**
 * Why a link event happened, as far as the host can tell. `carrier`: the port's cable or its far end; `monitoring`: the
 * driver's MII or ARP monitor decided, the carrier stood; `lacp`: the partner's protocol; `ownChange`: a transaction of
 * ours is in hand; `bondChange`: somebody else changed the bond; `setDown`: somebody set the interface down or up.
 */
export const linkCauses = ['carrier', 'monitoring', 'lacp', 'ownChange', 'bondChange', 'setDown'] as const;

/** Why a link event happened. */
export type LinkCause = (typeof linkCauses)[number];

/**
 * A link event as the host saw it; `sequence` counts the host's events since the agent started. `atMonotonicMs` is a
 * clock that begins with the agent and that nobody sets; null from an agent of an earlier version.
 */
export interface LinkEvent {
  readonly sequence: number;
  readonly atUnixMs: number;
  readonly atMonotonicMs: number | null;
  readonly bond: BondName;
  readonly port: IfName | null;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** null: the host cannot tell. */
  readonly cause: LinkCause | null;
}

/** Events `from`..`to` were lost on the host (its ring overflowed). */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}
