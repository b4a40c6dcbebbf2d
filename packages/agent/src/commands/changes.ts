import type { Described } from '@bondctl/proto/model/described';
import type { Config } from '../config.ts';
import { createDetached } from '../kernel/detached.ts';
import { createHostReader } from '../kernel/host-reader.ts';
import { createHostWriter } from '../kernel/host-writer.ts';
import type { HostReader } from '../kernel/ports.ts';
import { createTimers } from '../kernel/systemd-timers.ts';
import type { Log } from '../log.ts';
import { describe } from '../persist/describe.ts';
import { formats } from '../persist/formats.ts';
import { createKeeping } from '../persist/keeper.ts';
import { readSight } from '../persist/sight.ts';
import type { Keeping } from '../transaction/keeping.ts';
import { createProcessTable } from '../transaction/process-table.ts';
import type { TransactionParts } from '../transaction/runner.ts';
import { createWatchdogs, type Watchdogs } from '../transaction/watchdog.ts';
import { backedByTimers } from '../transaction/watchdog-timer.ts';
import type { Machine } from './machine.ts';

/** What the parts of a change are made of. */
export interface ChangeSetting {
  readonly machine: Machine;
  readonly config: Config;
  readonly configFile: string;
  readonly log: Log;
  /** Our own address on the controller connection; null while there is none. */
  readonly controlAddress: () => string | null;
}

/** Our own program, started with the same flags of Node, as the watchdog that restores the host. */
function watchdogCommand(configFile: string): readonly [string, ...string[]] {
  return [process.execPath, ...process.execArgv, process.argv[1] ?? '', 'restore', '--config', configFile];
}

/** A child of ours, and where systemd is the init a timer of its own that starts the same command. */
function watchdogsOf({ machine, configFile }: ChangeSetting): Watchdogs {
  const command = watchdogCommand(configFile);
  const children = createWatchdogs({
    detached: createDetached(machine.faults),
    processes: createProcessTable(machine.files),
    command,
  });
  return backedByTimers(children, { timers: createTimers(machine), command });
}

/** Reads this host; what `ip` says and nobody understands goes to the log. */
export const readerOf = ({ machine, log, controlAddress }: ChangeSetting): HostReader =>
  createHostReader({ ...machine, controlAddress, onProblem: (sentence) => log.debug(sentence) });

/** The files of whatever owns networking here. */
const keepingOf = (setting: ChangeSetting): Keeping =>
  createKeeping({
    ...setting.machine,
    reader: readerOf(setting),
    stateDir: setting.config.stateDir,
    formats,
    log: (sentence) => setting.log.info(sentence),
  });

/** Reads what configuration files say of the bonds, also where the owner lets none be written. */
export const describing = (setting: ChangeSetting) => async (): Promise<Described> => {
  const state = await readerOf(setting).state('describe');
  return describe(await readSight({ ...setting.machine, formats }, state));
};

/** Everything a transaction of this host works with: the same for the agent and for the restore outside it. */
export function changeParts(setting: ChangeSetting): TransactionParts {
  const { machine, config, log } = setting;
  return {
    files: machine.files,
    clock: machine.clock,
    faults: machine.faults,
    reader: readerOf(setting),
    writer: createHostWriter(machine),
    watchdogs: watchdogsOf(setting),
    stateDir: config.stateDir,
    policy: { interfaces: config.allow.interfaces },
    ...(config.keepFiles ? { keeping: keepingOf(setting) } : {}),
    log: (sentence) => log.info(sentence),
  };
}
