import type { IfName } from '@bondctl/proto/model/names';
import type { HostVitals, PortVitals, SoftnetVitals, TcpVitals } from '@bondctl/proto/model/vitals';
import type { SoftnetRow } from '../parse/softnet-stat.ts';
import { loadsOver, meanOf, type Round } from './cpu-load.ts';

/** One port's counters. */
export type PortCounters = Omit<PortVitals, 'name'>;

/** A host's counters at one moment: cumulative, null where this kernel has none. */
export interface Reading {
  readonly tcp: TcpVitals;
  readonly softnet: readonly SoftnetRow[];
  readonly ports: ReadonlyMap<IfName, PortCounters>;
}

const mostCpus = 8;

/** What happened between two readings. A counter that began anew in between says nothing: null. */
export function vitalsBetween(before: Reading, after: Reading, rounds: readonly Round[]): HostVitals {
  const loads = loadsOver(rounds);
  return {
    tcp: gained(before.tcp, after.tcp),
    softnet: gained(softnetOf(before.softnet), softnetOf(after.softnet)),
    cpus: loads.toSorted((a, b) => b.busyPercent - a.busyPercent).slice(0, mostCpus),
    meanBusyPercent: meanOf(loads, 'busyPercent'),
    meanSoftirqPercent: meanOf(loads, 'softirqPercent'),
    ports: [...after.ports].map(([name, counters]) => ({
      name,
      ...gained(before.ports.get(name) ?? {}, counters),
    })),
  };
}

type Counts<K extends string> = Readonly<Record<K, number | null>>;

function gained<K extends string>(before: Partial<Counts<K>>, after: Counts<K>): Counts<K> {
  const keys = Object.keys(after) as K[];
  return Object.fromEntries(keys.map((key) => [key, gain(before[key] ?? null, after[key])])) as Counts<K>;
}

const gain = (before: number | null, after: number | null): number | null =>
  before === null || after === null || after < before ? null : after - before;

function softnetOf(rows: readonly SoftnetRow[]): SoftnetVitals {
  if (rows.length === 0) return { dropped: null, squeezed: null };
  const sum = (key: 'dropped' | 'squeezed'): number => rows.reduce((total, row) => total + row[key], 0);
  return { dropped: sum('dropped'), squeezed: sum('squeezed') };
}
