import type { HostReport } from '@bondctl/proto/model/host';
import type { Clock, Files } from '../kernel/ports.ts';
import type { Handlers } from './dispatch.ts';
import type { Identity } from './identity.ts';
import type { Dial } from './line.ts';
import type { Log } from './log.ts';

/** What the uplink is made of. */
export interface UplinkParts {
  readonly identity: Identity;
  readonly agentVersion: string;
  readonly stateDir: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly dial: Dial;
  readonly handlers: Handlers;
  /** The report a new session begins with; undefined when the host was not read yet. */
  readonly currentReport: () => HostReport | undefined;
  readonly log: Log;
  /** Made anew at each start: the sequence numbers of events count inside it. */
  readonly epoch: string;
  /** Is there a change here whose deadline runs? Then a lost controller is dialed again within seconds. */
  readonly hurried: () => boolean;
  /** A random number from 0 to 1. */
  readonly random: () => number;
}
