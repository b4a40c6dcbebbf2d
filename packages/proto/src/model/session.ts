import type { Command, CommandOutcome, Gap, LinkEvent, Live } from './command.ts';
import type { HostReport } from './host.ts';
import type { CommandId, HostId } from './names.ts';

type Messages<A> = { [K in keyof A]: { readonly kind: K } & Readonly<A[K]> }[keyof A];

/** Why the controller does not let an agent in. `overload` and `draining` pass by themselves; the others need a person. */
export const refuseCodes = ['version', 'identity', 'overload', 'draining'] as const;

/** Why the controller does not let an agent in. */
export type RefuseCode = (typeof refuseCodes)[number];

/** Why a session ends, in the words of PROTOCOL.md section 4; each has one close code. */
export const closings = [
  'stopping',
  'draining',
  'overload',
  'superseded',
  'malformed',
  'sequence',
  'unexpected',
  'silent',
  'refused',
  'slow',
  'revoked',
] as const;

/** Why a session ends. */
export type Closing = (typeof closings)[number];

/** The first message of an agent. `host` is a claim only: who it is comes from its certificate. */
export interface Hello {
  readonly protocolMin: number;
  readonly protocolMax: number;
  readonly host: HostId;
  readonly agentVersion: string;
  /** Made anew at each start of the agent; the sequence numbers of its link events count inside it. */
  readonly epoch: string;
  /** The highest fence the agent has seen, 0 when none. */
  readonly lastFence: number;
}

/** The controller's answer: the session's id, its place among the sessions of all agents, and its clocks. */
export interface Welcome {
  readonly protocol: number;
  readonly session: string;
  /** Grows with every session the controller lets in; an agent never accepts a lower one. */
  readonly fence: number;
  /** A side that has sent nothing for this long sends a heartbeat. */
  readonly heartbeatMs: number;
  /** The first reconnect after a lost session waits a random share of this. */
  readonly reconnectSpreadMs: number;
  /** Asks for the agent's clock, as in a heartbeat; absent from a controller of an earlier version. */
  readonly askMs?: number;
}

/** The agent's clock, read for a question of the controller's. `askMs` repeats the question. */
export interface ClockAnswer {
  readonly askMs: number;
  /** The agent's monotonic ms when the question came and when this answer went. */
  readonly heardMs: number;
  readonly sentMs: number;
  readonly sentUnixMs: number;
}

/** Every message of the protocol, by the name of its section in PROTOCOL.md. */
export type Message = Messages<{
  hello: Hello;
  welcome: Welcome;
  refuse: { code: RefuseCode; retryAfterMs: number; message: string };
  /** `askMs`: the controller's monotonic ms, which asks for the agent's clock; `clock`: the agent's answer. */
  heartbeat: { askMs?: number; clock?: ClockAnswer };
  /** `digest` is the SHA-256 of the encoded order: the same id with another digest is a conflict. */
  command: Command & { digest: string };
  accepted: { id: CommandId };
  outcome: { id: CommandId; outcome: CommandOutcome };
  progress: Omit<Extract<Live, { kind: 'progress' }>, 'kind'>;
  state: { report: HostReport };
  linkEvents: { events: readonly LinkEvent[] };
  gap: Gap;
  samples: Omit<Extract<Live, { kind: 'samples' }>, 'kind'>;
  counters: Omit<Extract<Live, { kind: 'counters' }>, 'kind'>;
  /** A new public key (DER, SPKI) and the proof that its maker holds the private key. */
  certRequest: { publicKey: Uint8Array; proof: Uint8Array };
  certOffer: { certificatePem: string };
  goodbye: { closing: Closing; message: string };
}>;

/** The message of one kind. */
export type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>;

/**
 * A message as it arrives. A command or an outcome whose id can be read and whose content cannot is a message of its
 * own, because its id must be answered: closing the connection would bring it back for ever.
 */
export type Received =
  | Message
  | {
      readonly kind: 'unreadableCommand';
      readonly id: CommandId;
      readonly digest: string;
      /** The order's name as its sender calls it. */
      readonly order: string;
      readonly code: 'unsupported' | 'invalid';
      readonly message: string;
    }
  | { readonly kind: 'unreadableOutcome'; readonly id: CommandId; readonly message: string };

/** One WebSocket message. `seq` 0: not part of the numbered stream, may be lost. */
export interface Frame<M = Message> {
  readonly seq: number;
  /** The highest number up to which everything the peer sent is durable here. */
  readonly ack: number;
  readonly body: M;
}
