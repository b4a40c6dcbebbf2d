import type { Happening } from './faults.ts';
import type { Violation } from './law.ts';

/** What came of many worlds. */
export interface Tally {
  readonly worlds: number;
  /** How often each thing happened. */
  readonly happenings: Readonly<Partial<Record<Happening, number>>>;
  /** How often an event met a phase, by `machine phase event`. */
  readonly pairs: Readonly<Record<string, number>>;
  readonly violations: readonly (Violation & { readonly seed: number })[];
}

/** Nothing yet. */
export const emptyTally: Tally = { worlds: 0, happenings: {}, pairs: {}, violations: [] };

function added<K extends string>(
  a: Readonly<Partial<Record<K, number>>>,
  b: Readonly<Partial<Record<K, number>>>,
): Partial<Record<K, number>> {
  const sum: Partial<Record<K, number>> = { ...a };
  for (const [key, count] of Object.entries(b) as [K, number][]) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** Two tallies in one. */
export const add = (a: Tally, b: Tally): Tally => ({
  worlds: a.worlds + b.worlds,
  happenings: added(a.happenings, b.happenings),
  pairs: added(a.pairs, b.pairs) as Record<string, number>,
  violations: [...a.violations, ...b.violations].toSorted((one, other) => one.seed - other.seed),
});
