import type { HostState } from '@bondctl/proto/model/host';
import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import type { Difference } from '@bondctl/proto/model/transaction';
import { offloadNames, sysctlNames } from '@bondctl/proto/model/tuning';
import { canonicalCidr } from './cidr.ts';
import { bondOf, interfaceOf, lastingRoutes, staticAddresses } from './lookup.ts';
import { heldByKernel, spelled } from './options.ts';
import type { BondTarget, InterfaceTarget, Target } from './target.ts';
import { doneBy, offloadOf, sysctlOf } from './tuning.ts';

const differs = (path: string, wanted: string, found: string): readonly Difference[] =>
  wanted === found ? [] : [{ path, wanted, found }];

const shown = (values: readonly string[]): string =>
  values.length === 0 ? 'none' : [...values].sort().join(', ');

function optionDifference(state: HostState, bond: BondTarget, option: OptionName): readonly Difference[] {
  const wanted = bond.options[option];
  if (wanted === undefined) return [];
  const found = bondOf(state, bond.name)?.options;
  // Delays are held as multiples of the miimon that the kernel holds, so that is what the wanted one is rounded by.
  const held = heldByKernel(option, wanted, Number(found?.miimon ?? 0));
  const value = found?.[option];
  return differs(
    `${bond.name}.options.${option}`,
    held,
    value === undefined ? 'not there' : spelled(option, value),
  );
}

function bondDifferences(state: HostState, bond: BondTarget): readonly Difference[] {
  const found = bondOf(state, bond.name);
  if (found === undefined) return differs(bond.name, 'a bond', 'not there');
  return [
    ...differs(`${bond.name}.mode`, bond.mode, found.mode),
    ...optionNames.flatMap((option) => optionDifference(state, bond, option)),
    ...differs(`${bond.name}.ports`, shown(bond.ports), shown(found.ports)),
  ];
}

/** The MTU an interface must have: its own, or as a port the one of its bond. */
function wantedMtu(state: HostState, one: InterfaceTarget): number | null {
  return one.bond === null ? one.mtu : (interfaceOf(state, one.bond)?.mtu ?? one.mtu);
}

function interfaceDifferences(state: HostState, one: InterfaceTarget): readonly Difference[] {
  const found = interfaceOf(state, one.name);
  if (found === undefined) return differs(one.name, 'an interface', 'not there');
  const mtu = wantedMtu(state, one);
  const routes = lastingRoutes(state, one.name).map((route) => route.text);
  return [
    ...differs(`${one.name}.up`, one.up ? 'up' : 'down', found.up ? 'up' : 'down'),
    ...(mtu === null ? [] : differs(`${one.name}.mtu`, String(mtu), String(found.mtu))),
    ...(one.mac === null ? [] : differs(`${one.name}.mac`, one.mac, found.mac)),
    ...differs(
      `${one.name}.addresses`,
      shown(one.addresses.map(canonicalCidr)),
      shown(staticAddresses(found)),
    ),
    ...differs(`${one.name}.routes`, shown(one.routes.map((route) => route.text)), shown(routes)),
  ];
}

/** What a difference of the whole host begins with. */
export const tuningPath = 'tuning';

function tuningDifferences(state: HostState, { sysctls, offloads }: Target): readonly Difference[] {
  const ofHost = sysctlNames.flatMap((name) => {
    const wanted = sysctls[name];
    return wanted === undefined
      ? []
      : differs(`${tuningPath}.${name}`, wanted, sysctlOf(state, name) ?? 'not there');
  });
  const ofDevices = offloads.flatMap(({ device, values }) =>
    offloadNames.flatMap((offload) => {
      const [wanted, found] = [values[offload], offloadOf(state, device, offload)];
      if (wanted === undefined || (found !== undefined && doneBy(found) === wanted)) return [];
      return differs(`${device}.${tuningPath}.${offload}`, wanted, found ?? 'not read');
    }),
  );
  return [...ofHost, ...ofDevices];
}

/**
 * Everything that was wanted against what the kernel holds: every option with the kernel's own rounding, mode, ports,
 * MTU of the bond and of each port, addresses, routes, up, and what was named beside the driver. Empty when the host is as it shall be.
 */
export function verify(target: Target, state: HostState): readonly Difference[] {
  const left = target.absent.filter((name) => bondOf(state, name) !== undefined);
  return [
    ...target.bonds.flatMap((bond) => bondDifferences(state, bond)),
    ...left.map((name) => ({ path: name, wanted: 'not there', found: 'a bond' })),
    ...target.interfaces.flatMap((one) => interfaceDifferences(state, one)),
    ...tuningDifferences(state, target),
  ];
}
