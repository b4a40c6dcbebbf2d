import { BondctlError } from '@bondctl/proto/model/error';
import type { Files } from '../kernel/ports.ts';
import type { ProcessIdentity } from './state.ts';

/** The machine's processes, each beyond doubt. */
export interface ProcessTable {
  self(): Promise<ProcessIdentity>;
  identify(pid: number): Promise<ProcessIdentity | undefined>;
  /** Signals exactly this process; false when it is gone already. */
  signal(who: ProcessIdentity, signal: 'SIGTERM' | 'SIGKILL'): Promise<boolean>;
}

const deadStates = ['Z', 'X'];

/** Field 22 of /proc/PID/stat; the program's name in field 2 may hold anything, so it is counted from its end. */
function startTicks(stat: string): number | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[19]);
  return deadStates.includes(fields[0] ?? '') || !Number.isInteger(ticks) ? undefined : ticks;
}

/** The process table from /proc. A dead process whose parent has not asked for it yet is gone. */
export function createProcessTable(files: Files): ProcessTable {
  async function identify(pid: number): Promise<ProcessIdentity | undefined> {
    const stat = await files.read('process', `/proc/${pid}/stat`);
    const ticks = stat === undefined ? undefined : startTicks(stat);
    return ticks === undefined ? undefined : { pid, startTicks: ticks };
  }
  return {
    identify,
    async self() {
      const found = await identify(process.pid);
      if (found === undefined) throw new BondctlError('failed', '/proc cannot be read; mount it.');
      return found;
    },
    async signal(who, signal) {
      const found = await identify(who.pid);
      if (found?.startTicks !== who.startTicks) return false;
      try {
        return process.kill(who.pid, signal);
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH') return false;
        throw thrown;
      }
    },
  };
}
