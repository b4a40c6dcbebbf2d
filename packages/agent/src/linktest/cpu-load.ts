import type { CpuLoad } from '@bondctl/proto/model/vitals';
import type { CpuTimes } from '../parse/proc-stat.ts';

/** Where the CPUs' time had gone when the bond's ports had carried so many bytes, both ways together. */
export interface Round {
  readonly bytes: number;
  readonly cpus: readonly CpuTimes[];
}

const kinds = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq', 'steal'] as const;
/** A step that moved less than this share of the largest was no traffic of the test. */
const leastShare = 0.1;

/** How busy each CPU was from the last round before traffic flowed to the last of all: a server waits for its client first. */
export function loadsOver(rounds: readonly Round[]): readonly CpuLoad[] {
  const before = rounds[flowStart(rounds)]?.cpus ?? [];
  const after = rounds.at(-1)?.cpus ?? [];
  return after.flatMap((times) => {
    const earlier = before.find(({ cpu }) => cpu === times.cpu);
    return earlier === undefined ? [] : loadBetween(earlier, times);
  });
}

function flowStart(rounds: readonly Round[]): number {
  const steps = rounds.slice(1).map(({ bytes }, index) => bytes - (rounds[index]?.bytes ?? 0));
  const most = Math.max(0, ...steps);
  return Math.max(
    0,
    steps.findIndex((step) => step > leastShare * most),
  );
}

/** Empty where no time passed, or where idle time is not known. */
function loadBetween(before: CpuTimes, after: CpuTimes): readonly CpuLoad[] {
  const spent = (kind: (typeof kinds)[number]): number | null => {
    const [from, to] = [before[kind], after[kind]];
    // The kernel's idle and iowait may go back a little.
    return from === null || to === null ? null : Math.max(0, to - from);
  };
  const [idle, iowait, softirq] = [spent('idle'), spent('iowait'), spent('softirq')];
  const total = kinds.reduce((sum, kind) => sum + (spent(kind) ?? 0), 0);
  if (idle === null || total === 0) return [];
  const percent = (ticks: number): number => rounded((100 * ticks) / total);
  return [
    {
      cpu: after.cpu,
      busyPercent: percent(total - idle - (iowait ?? 0)),
      softirqPercent: softirq === null ? null : percent(softirq),
    },
  ];
}

const rounded = (value: number): number => Math.round(10 * value) / 10;

/** The mean of one figure over CPUs; null where there is none. */
export function meanOf(loads: readonly CpuLoad[], key: 'busyPercent' | 'softirqPercent'): number | null {
  const values = loads.map((load) => load[key]).filter((value) => value !== null);
  return values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}
