import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { HostState } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import type { Snapshot } from '@bondctl/proto/model/transaction';
import { offloadNames } from '@bondctl/proto/model/tuning';
import { bondOf, interfaceOf, lastingRoutes, standingOn, staticAddresses } from './lookup.ts';
import { optionsFor } from './options.ts';
import { type BondTarget, type InterfaceTarget, keptMac, type Target } from './target.ts';
import { askedOf, byDevice, tuningBefore } from './tuning.ts';

/** Every interface a transaction for these desires may touch: the bonds, their ports before and after, and what stands on them. */
export function scopeOf(state: HostState, desired: readonly NamedDesire[]): readonly IfName[] {
  const names = desired.flatMap((desire) => {
    const name = desiredName(desire);
    const wanted = desire.state === 'present' ? desire.spec.ports : [];
    return [name, ...(bondOf(state, name)?.ports ?? []), ...wanted];
  });
  return [...new Set(names.flatMap((name) => [name, ...standingOn(state, name)]))];
}

/** The before-image: of the whole host only what the transaction may touch. */
export function snapshotOf(state: HostState, desired: readonly NamedDesire[]): Snapshot {
  const scope = scopeOf(state, desired);
  return {
    scope,
    state: {
      interfaces: state.interfaces.filter((one) => scope.includes(one.name)),
      bonds: state.bonds.filter((one) => scope.includes(one.name)),
      routes: state.routes.filter((route) => scope.includes(route.device)),
      controlPath: state.controlPath,
      ...tuningBefore(state, desired),
    },
  };
}

function bondBefore(state: HostState, name: IfName): readonly BondTarget[] {
  const bond = bondOf(state, name);
  const mode = parseMode(bond?.mode ?? '');
  if (bond === undefined || mode === undefined) return [];
  return [{ name, mode, options: optionsFor(mode, bond.options), ports: bond.ports }];
}

function interfaceBefore({ state, scope }: Snapshot, name: IfName): readonly InterfaceTarget[] {
  const one = interfaceOf(state, name);
  if (one === undefined) return [];
  const isBond = one.kind === 'bond';
  return [
    {
      name,
      up: one.up,
      mtu: one.mtu,
      // A port carries its bond's MAC address; what stands on a bond follows it.
      mac: isBond ? keptMac(state, name) : one.master === null && one.parent === null ? one.mac : null,
      bond: one.master !== null && scope.includes(one.master) ? one.master : null,
      addresses: staticAddresses(one),
      routes: lastingRoutes(state, name),
      owner: one.owner,
    },
  ];
}

/** What was asked of the devices, for that is what can be asked again. */
function tuningOfSnapshot({ tuning }: HostState): Pick<Target, 'sysctls' | 'offloads'> {
  const offloads = tuning?.offloads.flatMap(({ device, values }) =>
    offloadNames.map((offload) => ({
      device,
      offload,
      value: askedOf(values[offload] ?? '[fixed]') ?? undefined,
    })),
  );
  return { sysctls: tuning?.sysctls ?? {}, offloads: byDevice(offloads ?? []) };
}

/** What the host shall look like when a transaction has never been. */
export function targetOfSnapshot(snapshot: Snapshot): Target {
  const { scope, state } = snapshot;
  return {
    bonds: scope.flatMap((name) => bondBefore(state, name)),
    absent: scope.filter((name) => interfaceOf(state, name) === undefined),
    interfaces: scope.flatMap((name) => interfaceBefore(snapshot, name)),
    ...tuningOfSnapshot(state),
  };
}
