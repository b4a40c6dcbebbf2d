import type { Drift } from '@bondctl/proto/model/host';

/** Drift with the moment at which it was seen first: a bond that drifts on keeps its own, whatever it drifts in. */
export function dated(
  before: readonly Drift[],
  found: readonly Omit<Drift, 'sinceUnixMs'>[],
  nowUnixMs: number,
): readonly Drift[] {
  return found.map((one) => {
    const known = before.find(({ bond }) => bond === one.bond);
    return { ...one, sinceUnixMs: known?.sinceUnixMs ?? nowUnixMs };
  });
}
