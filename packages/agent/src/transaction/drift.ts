import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { Drift, HostState } from '@bondctl/proto/model/host';
import type { BondName } from '@bondctl/proto/model/names';
import { choiceText } from '@bondctl/proto/model/port-choice';
import type { Difference } from '@bondctl/proto/model/transaction';
import { bondOf } from './lookup.ts';
import { asWritten, choosePorts } from './ports-chosen.ts';
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

/** A bond whose ports cannot be told any more has others than were confirmed, whatever they are called. */
function unfound(state: HostState, confirmed: NamedDesire): readonly Difference[] {
  if (confirmed.state === 'absent') return [];
  const { name, chosen = confirmed.spec.ports } = confirmed.spec;
  const wanted = chosen.map(choiceText).join(', ');
  return [{ path: `${name}.ports`, wanted, found: bondOf(state, name)?.ports.join(', ') || 'none' }];
}

function departureOf(
  state: HostState,
  confirmed: NamedDesire,
  now: NamedDesire | undefined,
): readonly Departure[] {
  const desire = now ?? confirmed;
  const name = desiredName(desire);
  // Offloads cost a child process for each device and are not read for a report.
  const all = verify({ ...targetOf(state, [desire]), offloads: [] }, state);
  const whole = all.filter(({ path }) => path === name).slice(0, 1);
  const own = all.filter(isOf(state, name));
  const told =
    now === undefined
      ? [...unfound(state, confirmed), ...own.filter(({ path }) => path !== `${name}.ports`)]
      : own;
  const differences = whole.length > 0 ? whole : told;
  return differences.length === 0 ? [] : [{ bond: name, differences }];
}

/**
 * In what a host departs from what it confirmed: mode, named options, ports, MTU of the bond and of each port, addresses
 * where they are named, and whether bond and ports are set up; a bond that is gone, or there although it shall not be.
 * Whether a port has a link is no configuration, and never drift.
 */
export function driftOf(confirmed: readonly NamedDesire[], state: HostState): readonly Departure[] {
  const now = choosePorts(confirmed.map(asWritten), state).desired;
  const named = new Map(now.map((desire) => [desiredName(desire), desire]));
  return confirmed.flatMap((desire) => departureOf(state, desire, named.get(desiredName(desire))));
}
