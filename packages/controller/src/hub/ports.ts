import type { CommandOutcome, Live, Order } from '@bondctl/proto/model/command';
import type { HostReport, Presence } from '@bondctl/proto/model/host';
import type { CommandId, HostId } from '@bondctl/proto/model/names';

/** The agents as the rest of the controller sees them. */
export interface Agents {
  presence(host: HostId): Presence;
  /** Unix ms of the last frame; undefined when never seen by this process. */
  lastSeenUnixMs(host: HostId): number | undefined;
  /** The latest report; undefined before the first. */
  report(host: HostId): HostReport | undefined;
  /**
   * Sends an order and waits for its outcome. The id makes it safe to ask again with the same id: the agent answers
   * with the stored outcome. Throws BondctlError `unreachable` when the host is not connected or does not answer within
   * `timeoutMs`; that says nothing about whether the order was carried out.
   */
  ask(host: HostId, id: CommandId, order: Order, timeoutMs: number): Promise<CommandOutcome>;
  /** Live facts of all hosts; returns the unsubscribe function. */
  onLive(listener: (host: HostId, live: Live) => void): () => void;
}
