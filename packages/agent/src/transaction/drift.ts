import { type BondDesire, desiredName } from '@bondctl/proto/model/bond';
import type { Drift, HostState } from '@bondctl/proto/model/host';
import type { BondName } from '@bondctl/proto/model/names';
import type { Difference } from '@bondctl/proto/model/transaction';
import { bondOf } from './lookup.ts';
import { targetOf } from './target.ts';
import { tuningPath, verify } from './verify.ts';

/** A bond that departs from what was confirmed, and in what. */
export type Departure = Omit<Drift, 'sinceUnixMs'>;

/** Whether a difference is one of the bond itself or of a port it has: a port it has not is said once, among its ports. */
function isOf(state: HostState, name: BondName): (difference: Difference) => boolean {
  const bond = bondOf(state, name);
  const told = bond === undefined ? [tuningPath] : [tuningPath, name, ...bond.ports];
  return ({ path }) => told.some((one) => path.startsWith(`${one}.`));
}

function departureOf(state: HostState, desire: BondDesire): readonly Departure[] {
  const name = desiredName(desire);
  // Offloads cost a child process for each device and are not read for a report.
  const all = verify({ ...targetOf(state, [desire]), offloads: [] }, state);
  const whole = all.filter(({ path }) => path === name).slice(0, 1);
  const differences = whole.length > 0 ? whole : all.filter(isOf(state, name));
  return differences.length === 0 ? [] : [{ bond: name, differences }];
}

/**
 * In what a host departs from what it confirmed: mode, named options, ports, MTU of the bond and of each port, addresses
 * where they are named, and whether bond and ports are set up; a bond that is gone, or there although it shall not be.
 * Whether a port has a link is no configuration, and never drift.
 */
export const driftOf = (confirmed: readonly BondDesire[], state: HostState): readonly Departure[] =>
  confirmed.flatMap((desire) => departureOf(state, desire));
