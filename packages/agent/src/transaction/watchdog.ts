import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import type { Detached } from '../kernel/ports.ts';
import type { ProcessTable } from './process-table.ts';
import type { ProcessIdentity } from './state.ts';

/** Arms and disarms the process that outlives the agent and restores the host when nobody confirmed. */
export interface Watchdogs {
  arm(tx: TxId, inMs: number): Promise<ProcessIdentity>;
  disarm(watchdog: ProcessIdentity, tx: TxId): Promise<void>;
}

/** What watchdogs are made of. `command` is our own program with what it needs to find the same state folder. */
export interface WatchdogParts {
  readonly detached: Detached;
  readonly processes: ProcessTable;
  readonly command: readonly [string, ...string[]];
}

/** The line a watchdog says when it is ready. */
export const armedLine = 'armed';

// Loading the program on a busy machine takes seconds at worst.
const readyTimeoutMs = 20_000;

/** The command that waits and then ends a transaction: `COMMAND --watch --tx ID --in-ms N`. */
export const watchCommand = (
  [program, ...words]: readonly [string, ...string[]],
  tx: TxId,
  inMs: number,
): readonly [string, ...string[]] => [
  program,
  ...words,
  ...['--watch', '--tx', tx, '--in-ms', String(Math.max(0, Math.ceil(inMs)))],
];

/** Watchdogs as detached children. */
export function createWatchdogs(parts: WatchdogParts): Watchdogs {
  return {
    async arm(tx, inMs) {
      const options = { readyLine: armedLine, timeoutMs: readyTimeoutMs };
      const argv = watchCommand(parts.command, tx, inMs);
      const pid = await parts.detached.start('watchdog:arm', argv, options);
      const found = await parts.processes.identify(pid);
      if (found === undefined)
        throw new BondctlError('failed', 'The watchdog ended as soon as it was armed.');
      return found;
    },
    async disarm(watchdog) {
      await parts.processes.signal(watchdog, 'SIGTERM');
    },
  };
}
