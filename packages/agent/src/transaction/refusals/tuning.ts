import { type BondDesire, desiredName, desiredTuning, type NamedDesire } from '@bondctl/proto/model/bond';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { isTuningName, tunings } from '@bondctl/proto/model/tuning';
import { interfaceOf } from '../lookup.ts';
import {
  askedOf,
  doneBy,
  type OffloadPlace,
  offloadOf,
  offloadPlaces,
  portsOf,
  sysctlOf,
  sysctlsOf,
} from '../tuning.ts';
import { valueProblem } from './options.ts';

function valueProblems(desire: BondDesire): readonly string[] {
  return Object.entries(desiredTuning(desire)).flatMap(([name, value]) => {
    if (!isTuningName(name)) return [`${name} is no tuning`];
    const problem = valueProblem(tunings[name].value, value, []);
    return problem === null ? [] : [`${name} cannot be "${value}": ${problem}`];
  });
}

const sysctlProblems = (desire: BondDesire, state: HostState): readonly string[] =>
  sysctlsOf(desire).flatMap(([name]) =>
    sysctlOf(state, name) === undefined ? [`${name} is unknown to the running kernel`] : [],
  );

const isRead = ({ tuning }: HostState, device: IfName): boolean =>
  tuning?.offloads.some((one) => one.device === device) === true;

/** Devices that are there and told nothing: there is no ethtool, or it does not understand them. */
function silent(
  named: readonly OffloadPlace[],
  ports: readonly IfName[],
  state: HostState,
): readonly string[] {
  const devices = new Set([...named.map((one) => one.device), ...(named.length === 0 ? [] : ports)]);
  return [...devices]
    .filter((device) => interfaceOf(state, device) !== undefined && !isRead(state, device))
    .map(
      (device) =>
        `ethtool tells nothing of ${device}, so its offloads cannot be set; install the package ethtool`,
    );
}

function offloadProblem(state: HostState, { device, offload, wanted }: OffloadPlace): readonly string[] {
  const found = offloadOf(state, device, offload);
  if (wanted === null || !isRead(state, device)) return [];
  if (found === undefined) return [`${device} does not know ${offload}`];
  if (doneBy(found) === wanted || askedOf(found) !== null) return [];
  return found.endsWith('[partly]')
    ? [
        `${device} has only some kinds of ${offload} on, which could not be brought back; set all of them on or off first`,
      ]
    : [`${offload} of ${device} is ${found}, so it cannot be switched ${wanted}`];
}

/** Settings beside the driver that the kernel or a device does not have, or would refuse. */
export function tuningRefusals(
  desire: NamedDesire,
  state: HostState,
  desired: readonly NamedDesire[],
): readonly Refusal[] {
  const name = desiredName(desire);
  const named = offloadPlaces(state, desired).filter((one) => one.bond === name && one.wanted !== null);
  const problems = [
    ...valueProblems(desire),
    ...sysctlProblems(desire, state),
    ...silent(named, portsOf(state, desire, desired), state),
    ...named.flatMap((place) => offloadProblem(state, place)),
  ];
  return problems.map((message) => ({ subject: name, message: `${name}: ${message}.` }));
}

/** A setting of the whole host has one value, whichever bonds name it. */
export function rivalTunings(desired: readonly BondDesire[]): readonly Refusal[] {
  const all = desired.flatMap((desire) =>
    sysctlsOf(desire).map(([name, value]) => ({ name, value, bond: desiredName(desire) })),
  );
  return all.flatMap(({ name, value, bond }, at) => {
    const rival = all.slice(0, at).find((one) => one.name === name && one.value !== value);
    if (rival === undefined) return [];
    const message = `${bond}: ${name} cannot be ${value}, because ${rival.bond} wants ${rival.value} and the host has one.`;
    return [{ subject: bond, message }];
  });
}
