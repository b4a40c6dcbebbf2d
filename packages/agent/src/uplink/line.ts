import type { Closing } from '@bondctl/proto/model/session';
import type { Credentials } from './identity.ts';

/** Where to dial, and as whom. */
export interface Target {
  readonly url: string;
  readonly caPem: string;
  readonly credentials: Credentials;
}

/** How a line ended, for the machine and in a sentence for people. */
export interface Ending {
  /** undefined: no closing handshake, or it never stood. */
  readonly closing: Closing | undefined;
  /** The controller asked to wait (HTTP 503). */
  readonly retryAfterMs: number | undefined;
  readonly message: string;
}

/** What a line tells its owner. `gone` comes exactly once, and nothing after it. */
export interface LineEvents {
  opened(): void;
  frame(bytes: Uint8Array): void;
  /** What waited to be sent is on its way. */
  flushed(): void;
  gone(ending: Ending): void;
}

/** One WebSocket to the controller. */
export interface Line {
  send(bytes: Uint8Array): void;
  /** Bytes handed over and not yet taken by the kernel, and for how long the oldest have waited. */
  waiting(): { readonly bytes: number; readonly forMs: number };
  /** Reading stops and goes on: more arrives than is dealt with. */
  pause(): void;
  resume(): void;
  close(closing: Closing, message: string): void;
  /** Without a closing handshake, for a peer that would not answer. */
  terminate(): void;
  /** The host's own address on this connection; undefined before it stands. */
  localAddress(): string | undefined;
  /** Keying material of this TLS connection, which no other has; undefined before it stands. */
  keyingMaterial(label: string): Uint8Array | undefined;
}

/** Opens a line. Never throws; what goes wrong arrives as `gone`. */
export type Dial = (target: Target, events: LineEvents) => Line;
