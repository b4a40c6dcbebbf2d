import { counter, gauge, one, type Row } from './family.ts';

/** What a program's own process uses. */
export interface ProcessSight {
  readonly startedUnixMs: number;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

type Program = 'controller' | 'agent';

/** What a program says of itself, under its own name: so it does not mix with `process_*` of whoever passes it on. */
export const processRows = (program: Program): readonly Row<{ readonly process: ProcessSight }>[] => [
  gauge(`bondctl_${program}_start_time_seconds`, `When the ${program} started.`, ({ process }) =>
    one(process.startedUnixMs / 1000),
  ),
  counter(`bondctl_${program}_cpu_seconds_total`, `CPU time the ${program} has used.`, ({ process }) =>
    one(process.cpuSeconds),
  ),
  gauge(`bondctl_${program}_resident_memory_bytes`, `Memory the ${program} holds.`, ({ process }) =>
    one(process.residentBytes),
  ),
];
