import type { Parsed } from '@bondctl/proto/model/result';
import { firstLine, linesOf, problem } from './lines.ts';
import { counterOf } from './proc-snmp.ts';

/** Where one CPU's time went since boot, in ticks; null where this kernel does not tell. */
export interface CpuTimes {
  readonly cpu: number;
  readonly user: number | null;
  readonly nice: number | null;
  readonly system: number | null;
  readonly idle: number | null;
  readonly iowait: number | null;
  readonly irq: number | null;
  readonly softirq: number | null;
  readonly steal: number | null;
}

/** The `cpuN` lines of /proc/stat (fs/proc/stat.c): CPUs that are online, in their order. */
export function readCpuTimes(text: string): Parsed<readonly CpuTimes[]> {
  const value = linesOf(text).flatMap((line) => timesOf(line.text));
  if (value.length > 0) return { value, problems: [] };
  return { value, problems: [problem(firstLine(text), 'there is no CPU in this text')] };
}

function timesOf(line: string): readonly CpuTimes[] {
  const found = /^cpu(\d{1,6})\s+(.*)$/.exec(line);
  if (found === null) return [];
  const times = (found[2] ?? '').split(/\s+/).map(counterOf);
  const at = (index: number): number | null => times[index] ?? null;
  const [user, nice, system, idle] = [at(0), at(1), at(2), at(3)];
  return [
    {
      cpu: Number(found[1]),
      ...{ user, nice, system, idle },
      ...{ iowait: at(4), irq: at(5), softirq: at(6), steal: at(7) },
    },
  ];
}
