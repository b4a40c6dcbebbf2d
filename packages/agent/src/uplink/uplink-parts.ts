import type { LinkEvent, Live } from '@bondctl/proto/model/command';
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

/** The line to the controller. Whatever is handed over never blocks and never grows beyond its bounds. */
export interface Uplink {
  start(): void;
  /** Says goodbye; resolves when commands that were being received are on disk. */
  stop(): Promise<void>;
  sendReport(report: HostReport): void;
  sendEvent(event: LinkEvent): void;
  sendLive(fact: Live): void;
  /** This host's own address on the connection: the control path starts there. */
  localAddress(): string | undefined;
  connected(): boolean;
  /** Whether there is a session whose controller knows Counters. */
  takesCounters(): boolean;
  /** When the session began, or ended where there is none; undefined before the first dial. */
  sinceUnixMs(): number | undefined;
  /** Link events that the controller has not acknowledged, and those that went lost since the agent started. */
  events(): { readonly waiting: number; readonly lost: number };
}
