import { type BondDesire, desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { bondOf, interfaceOf, standingOn } from '../lookup.ts';
import { type ChangePolicy, mayChange } from '../policy.ts';
import { scopeOf } from '../snapshot.ts';
import { addressRefusals } from './addresses.ts';
import { optionRefusals } from './options.ts';
import { portRefusals } from './ports.ts';
import { rivalTunings, tuningRefusals } from './tuning.ts';

const refusal = (subject: IfName, message: string): Refusal => ({ subject, message });

/** What a bond itself must be before it can be changed or made. */
function bondRefusals(desire: BondDesire, state: HostState): readonly Refusal[] {
  const name = desiredName(desire);
  const [found, bond] = [interfaceOf(state, name), bondOf(state, name)];
  if (found !== undefined && bond === undefined)
    return [refusal(name, `${name} exists and is a ${found.kind}, not a bond.`)];
  if (bond !== undefined && parseMode(bond.mode) === undefined) {
    return [
      refusal(
        name,
        `${name} has the mode "${bond.mode}", which this version does not know and could not restore.`,
      ),
    ];
  }
  if (desire.state === 'present' || found === undefined) return [];
  // These would go with the bond, and could not be made again.
  const above = standingOn(state, name).map((one) =>
    refusal(name, `${name} carries ${one}; remove that first.`),
  );
  const bridge =
    found.master === null
      ? []
      : [refusal(name, `${name} is a port of ${found.master}; take it out there first.`)];
  return [...above, ...bridge];
}

/** Each bond once, each port in one bond only. */
function doubles(desired: readonly NamedDesire[]): readonly Refusal[] {
  const names = desired.map(desiredName);
  const ports = desired.flatMap((desire) =>
    desire.state === 'present' ? [...new Set(desire.spec.ports)] : [],
  );
  const twice = (all: readonly IfName[]) => [...new Set(all.filter((one, at) => all.indexOf(one) !== at))];
  return [
    ...twice(names).map((name) => refusal(name, `${name} is described twice.`)),
    ...twice(ports).map((port) => refusal(port, `${port} is a port of two bonds.`)),
  ];
}

/** Interfaces that the host's owner does not allow to be changed. */
function ownershipRefusals(desire: NamedDesire, state: HostState, policy: ChangePolicy): readonly Refusal[] {
  return scopeOf(state, [desire]).flatMap((name) =>
    mayChange(policy, name)
      ? []
      : [refusal(name, `${name} is not among the interfaces that agent.yaml allows.`)],
  );
}

/** The connection to the controller must not hang on what is being changed, unless the spec says so. */
export function controlPathRefusals(
  desired: readonly NamedDesire[],
  state: HostState,
  touched: readonly IfName[],
): readonly Refusal[] {
  const guarded = desired
    .filter((desire) => !desire.allowControlPath)
    .flatMap((desire) => scopeOf(state, [desire]));
  const carrying = state.controlPath.filter((name) => touched.includes(name) && guarded.includes(name));
  return carrying.map((name) =>
    refusal(
      name,
      `${name} carries the connection to the controller; say allowControlPath: true if it shall be changed all the same.`,
    ),
  );
}

function sameOnce(all: readonly Refusal[]): readonly Refusal[] {
  return all.filter((one, at) => all.findIndex((other) => other.message === one.message) === at);
}

/** Every reason, never only the first, why this host will not do what is asked. */
export function refusalsOf(
  desired: readonly NamedDesire[],
  state: HostState,
  policy: ChangePolicy,
): readonly Refusal[] {
  const each = desired.flatMap((desire) => [
    ...bondRefusals(desire, state),
    ...(desire.state === 'present'
      ? [
          ...portRefusals(desire.spec, state, desired),
          ...optionRefusals(desire.spec, state),
          ...addressRefusals(desire.spec, state),
        ]
      : []),
    ...tuningRefusals(desire, state, desired),
    ...ownershipRefusals(desire, state, policy),
  ]);
  return sameOnce([...doubles(desired), ...rivalTunings(desired), ...each]);
}
