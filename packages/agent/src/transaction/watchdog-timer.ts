import type { TxId } from '@bondctl/proto/model/names';
import type { Timers } from '../kernel/ports.ts';
import { type Watchdogs, watchCommand } from './watchdog.ts';

/** What backs a watchdog. `command` is our own program, as for the child. */
export interface BackingParts {
  readonly timers: Timers;
  readonly command: readonly [string, ...string[]];
}

// A child that lives ends a silent agent five seconds after the deadline and then restores; the timer need not meet it.
const graceMs = 10_000;

/** The name of a transaction's timer: whoever knows the transaction can find it. */
export const timerOf = (tx: TxId): string => `bondctl-restore-${tx}`;

/**
 * Watchdogs that a timer of the service manager backs, where there is one: no process has to live for it, so killing
 * agent and child together strands nobody. It comes a little after the child, starts the same watch with no time left,
 * and finds nothing to do when the child did its work. Both are armed or neither is.
 */
export function backedByTimers(watchdogs: Watchdogs, { timers, command }: BackingParts): Watchdogs {
  const present = () => timers.present('watchdog:timer/present');
  return {
    async arm(tx, inMs) {
      const child = await watchdogs.arm(tx, inMs);
      try {
        if (await present())
          await timers.start('watchdog:timer', timerOf(tx), watchCommand(command, tx, 0), {
            inMs: inMs + graceMs,
          });
        return child;
      } catch (thrown) {
        await watchdogs.disarm(child, tx);
        throw thrown;
      }
    },
    async disarm(child, tx) {
      try {
        if (await present()) await timers.stop('watchdog:timer/stop', timerOf(tx));
      } finally {
        // Last, for it may be the process that we are.
        await watchdogs.disarm(child, tx);
      }
    },
  };
}
