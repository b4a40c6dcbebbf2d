import { BondctlError } from '@bondctl/proto/model/error';
import { complaint, succeeded } from './command-result.ts';
import type { CommandResult, Commands, Files, Timers } from './ports.ts';

/** What the timers work with. */
export interface TimerParts {
  readonly commands: Commands;
  readonly files: Files;
}

// The service manager answers at once, unless the whole machine is busy.
const timeoutMs = 10_000;

/** `systemctl stop` of a unit that is not loaded: it has done its work, or there never was one. */
const notLoaded = 5;

const startCommand = (
  name: string,
  argv: readonly [string, ...string[]],
  inMs: number,
): readonly [string, ...string[]] => [
  'systemd-run',
  '--quiet',
  '--collect',
  '--no-ask-password',
  `--unit=${name}`,
  `--on-active=${Math.max(1, Math.ceil(inMs))}ms`,
  // Left alone, systemd gathers timers within a minute.
  '--timer-property=AccuracySec=100ms',
  '--',
  ...argv,
];

const isGone = ({ ending }: CommandResult): boolean => ending.kind === 'code' && ending.code === notLoaded;

/**
 * Transient timers of systemd, asked for with `systemd-run` over the socket that root has to process 1; no bus is needed.
 * They count CLOCK_MONOTONIC, which stands still while a host is suspended, and they are gone with the boot.
 */
export function createTimers({ commands, files }: TimerParts): Timers {
  async function stop(label: string, name: string): Promise<void> {
    const command = ['systemctl', '--quiet', '--no-ask-password', 'stop', `${name}.timer`] as const;
    const result = await commands.run(label, command, { timeoutMs });
    if (succeeded(result) || isGone(result)) return;
    throw new BondctlError('failed', `The timer ${name} could not be stopped: ${complaint(result)}.`);
  }
  return {
    // The question that sd_booted(3) asks; the folder itself may be empty.
    present: async (label) => (await files.list(label, '/run/systemd')).includes('system'),
    stop,
    async start(label, name, argv, { inMs }) {
      const result = await commands.run(label, startCommand(name, argv, inMs), { timeoutMs });
      if (succeeded(result)) return;
      // Without an answer in time systemd may have taken it all the same.
      await stop(`${label}/stop`, name);
      throw new BondctlError('failed', `systemd did not take the timer ${name}: ${complaint(result)}.`);
    },
  };
}
