import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import type { Detached } from '../kernel/ports.ts';
import type { ProcessTable } from './process-table.ts';
import type { ProcessIdentity } from './state.ts';

/** Arms and disarms the process that outlives the agent and restores the host when nobody confirmed. */
export interface Watchdogs {
  arm(tx: TxId, inMs: number): Promise<ProcessIdentity>;
  disarm(watchdog: ProcessIdentity): Promise<void>;
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

/** Watchdogs as detached children: `COMMAND --watch --tx ID --in-ms N`. */
export function createWatchdogs(parts: WatchdogParts): Watchdogs {
  return {
    async arm(tx, inMs) {
      const argv = [
        ...parts.command,
        '--watch',
        '--tx',
        tx,
        '--in-ms',
        String(Math.max(0, Math.ceil(inMs))),
      ] as const;
      const options = { readyLine: armedLine, timeoutMs: readyTimeoutMs };
      const pid = await parts.detached.start('watchdog:arm', argv as readonly [string, ...string[]], options);
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
