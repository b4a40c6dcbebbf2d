import { type BondDesire, desiredName, desiredTuning, type NamedDesire } from '@bondctl/proto/model/bond';
import type { DeviceOffloads, HostState, HostTuning } from '@bondctl/proto/model/host';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import {
  isSysctlName,
  type OffloadName,
  offloadNames,
  type SysctlName,
  tunings,
} from '@bondctl/proto/model/tuning';
import { bondOf } from './lookup.ts';

/** The value of a setting of the whole host; undefined where it was not read or this kernel does not have it. */
export const sysctlOf = ({ tuning }: HostState, name: SysctlName): string | undefined =>
  tuning?.sysctls[name];

/** An offload in the words of ethtool; undefined where it was not read or the device does not tell it. */
export const offloadOf = ({ tuning }: HostState, device: IfName, offload: OffloadName): string | undefined =>
  tuning?.offloads.find((one) => one.device === device)?.values[offload];

/** What the device does: the first of ethtool's words. */
export const doneBy = (words: string): string => words.split(' ', 1)[0] ?? '';

/** What a device was asked to do, which is what can be set; null where it has no choice or was asked for a part. */
export function askedOf(words: string): string | null {
  if (words.endsWith('[fixed]') || words.endsWith('[partly]')) return null;
  return /\[requested (on|off)\]$/.exec(words)?.[1] ?? doneBy(words);
}

/** What a new bond does, once it has ports: both are on in the driver's own features and in everybody's. */
export const offloadsOfNewBond: DeviceOffloads['values'] = { tso: 'on', gso: 'on' };

/** One offload of one device, and what it shall be; null: a desire may change it, and does not say to what. */
export interface OffloadPlace {
  readonly bond: BondName;
  readonly device: IfName;
  readonly offload: OffloadName;
  readonly wanted: string | null;
}

/** The ports whose offloads a desire may name: those that the bond shall have, or those that it leaves to nobody. */
export function portsOf(
  state: HostState,
  desire: NamedDesire,
  desired: readonly NamedDesire[],
): readonly IfName[] {
  if (desire.state === 'present') return desire.spec.ports;
  const taken = desired.flatMap((one) => (one.state === 'present' ? [...one.spec.ports] : []));
  return bondOf(state, desire.name)?.ports.filter((port) => !taken.includes(port)) ?? [];
}

function placesOf(
  state: HostState,
  desire: NamedDesire,
  desired: readonly NamedDesire[],
): readonly OffloadPlace[] {
  const tuning = desiredTuning(desire);
  const bond = desiredName(desire);
  return offloadNames.flatMap((offload): readonly OffloadPlace[] => {
    const wanted = tuning[offload] ?? null;
    const isOfPorts = tunings[offload].scope === 'ports';
    if (!isOfPorts && desire.state === 'absent') return [{ bond, device: bond, offload, wanted: null }];
    const devices = isOfPorts ? portsOf(state, desire, desired) : [bond];
    return wanted === null ? [] : devices.map((device) => ({ bond, device, offload, wanted }));
  });
}

/** Every offload that desires may change. A bond that goes takes its own along. */
export const offloadPlaces = (state: HostState, desired: readonly NamedDesire[]): readonly OffloadPlace[] =>
  desired.flatMap((desire) => placesOf(state, desire, desired));

/** The settings of the whole host that a desire names. */
export const sysctlsOf = (desire: BondDesire): readonly (readonly [SysctlName, string])[] =>
  Object.entries(desiredTuning(desire)).flatMap(([name, value]) =>
    isSysctlName(name) ? [[name, value] as const] : [],
  );

/** Offloads device by device. */
export function byDevice(
  values: readonly {
    readonly device: IfName;
    readonly offload: OffloadName;
    readonly value: string | undefined;
  }[],
): readonly DeviceOffloads[] {
  const devices = [...new Set(values.map((one) => one.device))];
  return devices.flatMap((device) => {
    const own = values.filter((one) => one.device === device && one.value !== undefined);
    return own.length === 0
      ? []
      : [{ device, values: Object.fromEntries(own.map((one) => [one.offload, one.value])) }];
  });
}

/** Of what was read beside the driver only what these desires may change; nothing where that is nothing. */
export function tuningBefore(
  state: HostState,
  desired: readonly NamedDesire[],
): { readonly tuning?: HostTuning } {
  const names = new Set(desired.flatMap(sysctlsOf).map(([name]) => name));
  const places = offloadPlaces(state, desired);
  const sysctls = [...names].flatMap((name) => {
    const value = sysctlOf(state, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const offloads = byDevice(
    places.map(({ device, offload }) => ({ device, offload, value: offloadOf(state, device, offload) })),
  );
  if (sysctls.length + offloads.length === 0) return {};
  return { tuning: { sysctls: Object.fromEntries(sysctls), offloads } };
}
