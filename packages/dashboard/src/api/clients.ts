import { type Client, createClient } from '@bondctl/proto/api/client';
import { sendOver } from './fetch-send.ts';

const callTimeoutMs = 60_000;

/** Ways to talk to the controller. */
export interface Clients {
  /** For questions with one answer; gives up after a minute. */
  readonly calls: Client;
  /** For streams: they go on until the signal ends them. */
  readonly until: (signal: AbortSignal) => Client;
}

/** Clients of the controller that served this page. `onSignedOut` hears of every answer that says so. */
export const createClients = (onSignedOut: () => void): Clients => ({
  calls: createClient(sendOver({ signal: () => AbortSignal.timeout(callTimeoutMs), onSignedOut })),
  until: (signal) => createClient(sendOver({ signal: () => signal, onSignedOut })),
});
