import type { HostId } from '@bondctl/proto/model/names';
import type { Closing } from '@bondctl/proto/model/session';

/** An authenticated WebSocket of one agent. Host and serial are those of its certificate. */
export interface Peer {
  readonly host: HostId;
  readonly serial: string;
  send(bytes: Uint8Array): void;
  /** Bytes not yet taken by the kernel, and for how long the oldest have waited. */
  waiting(): { readonly bytes: number; readonly forMs: number };
  pause(): void;
  resume(): void;
  close(closing: Closing, message: string): void;
  /** Without a closing handshake. */
  terminate(): void;
  /** Keying material of this TLS connection, which no other has. */
  keyingMaterial(label: string): Uint8Array;
}

/** What a peer tells its owner. `gone` comes exactly once. */
export interface PeerEvents {
  frame(bytes: Uint8Array): void;
  gone(closing: Closing | undefined, message: string): void;
}

/** The listener of the hub. */
export interface Door {
  port(): number;
  /** Upgrade requests that reached HTTP, whatever became of them. */
  upgrades(): number;
  /** Certificates with this serial do not reach HTTP any more. */
  deny(serial: string): void;
  close(): Promise<void>;
}
