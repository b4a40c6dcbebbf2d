import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { IdentityStore } from '../store/ports.ts';
import type { HubClock } from './clock.ts';
import type { Signer } from './deliveries.ts';
import type { HeardStore } from './heard-store.ts';
import type { HubLog } from './log.ts';
import type { Agents } from './ports.ts';

/** What the hub is made of. */
export interface HubParts {
  readonly identityStore: IdentityStore;
  readonly ca: Signer & {
    readonly caPem: string;
    readonly server: { readonly keyPem: string; readonly chainPem: string };
  };
  readonly heardStore: HeardStore;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly clock: HubClock;
  readonly log: HubLog;
  readonly listen: { readonly host: string; readonly port: number };
  /** A host is lost when nothing was heard of it for this long; heartbeats come three times as often. 30 s by default. */
  readonly ttlMs?: number;
  /** Agents at once; 10000 by default. */
  readonly agentsAtMost?: number;
}

/** The agents, and the listener they come through. */
export interface Hub extends Agents {
  port(): number;
  /** Upgrade requests that reached HTTP: none with an unknown or revoked certificate does. */
  upgrades(): number;
  /** Ends every session as draining, and everybody's waiting. */
  close(): Promise<void>;
  /** Removes the host from the store, refuses its certificates from now on and ends its session. */
  revoke(host: HostId): Promise<void>;
  onReport(listener: (host: HostId, report: HostReport) => void): () => void;
  onEvents(listener: (host: HostId, events: readonly LinkEvent[]) => void): () => void;
}
