import type { HostId, TxId } from '@bondctl/proto/model/names';
import type { TxPhase } from '@bondctl/proto/model/transaction';
import type { Machine } from './machine.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Time } from './time.ts';

/** What every world must hold to. */
export const laws = {
  deadline: 'an unconfirmed change never outlives its deadline',
  unconfirmed: 'nothing is kept that was not confirmed in time',
  proof: 'nothing is confirmed before all are verified, the proof holds and the decision is stored',
  prepared: 'nothing is applied before every participant is prepared',
  once: 'no command is carried out twice',
  split: 'never one end kept and the other taken back without a person being needed',
  told: 'what a rollout says of its end is so',
  before: 'a host whose change was not kept looks as before',
  closed: 'in the end no host holds an open transaction',
  ends: 'every run ends',
} as const;

/** The name of a law. */
export type Law = keyof typeof laws;

/** A law that was broken, and how. */
export interface Violation {
  readonly law: Law;
  readonly sentence: string;
}

/** One host's part of a change set as the world saw it. */
export interface Share {
  readonly machine: Machine;
  readonly tx: TxId;
  /** The host before the first step. */
  readonly before: string;
  /** A moment of the world's time. */
  readonly deadlineMs: number;
  readonly phases: Set<TxPhase>;
  last: TxPhase;
  /** When that was journaled. */
  lastAtMs: number;
  /** When it first began to carry a confirmation out; null: never. */
  confirmedAtMs: number | null;
  /** The change went with the kernel that held it. */
  isGone: boolean;
  /** Somebody said that it cannot be taken back; on a full disk the journal does not. */
  isStuck: boolean;
  /** Its watchdog was struck. */
  isUnwatched: boolean;
  /** Until when nobody can be expected to take it back. */
  excusedUntilMs: number;
}

/** What the laws look at. */
export interface LawParts {
  readonly time: Time;
  readonly memory: Memory;
  readonly network: Network;
  readonly machines: ReadonlyMap<HostId, Machine>;
  readonly violated: (violation: Violation) => void;
}

/** Everything the laws remember of a world. */
export interface Record {
  readonly shares: Map<string, Share>;
  readonly deadlines: Map<string, number>;
  readonly carriedOut: Map<string, number>;
  readonly proven: Set<string>;
  /** How a host shall look; null: only a person knows. */
  readonly looks: Map<HostId, string | null>;
}
