import { systemClock } from '../kernel/clock.ts';
import { createCommands } from '../kernel/commands.ts';
import { createFaults } from '../kernel/faults.ts';
import { createFiles } from '../kernel/files.ts';
import type { Clock, Commands, Faults, Files, Processes } from '../kernel/ports.ts';
import { createProcesses } from '../kernel/processes.ts';
import { createSysfs, type Sysfs } from '../kernel/sysfs.ts';

/** The real ports of this machine. */
export interface Machine {
  readonly faults: Faults;
  readonly files: Files;
  readonly commands: Commands;
  readonly processes: Processes;
  readonly sysfs: Sysfs;
  readonly clock: Clock;
}

/** Opens the machine, with the faults that BONDCTL_FAULT asks for. */
export function openMachine(): Machine {
  const faults = createFaults(process.env['BONDCTL_FAULT']);
  return {
    faults,
    files: createFiles(faults),
    commands: createCommands(faults),
    processes: createProcesses(faults),
    sysfs: createSysfs(faults),
    clock: systemClock,
  };
}
