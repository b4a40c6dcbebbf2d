import type { BondConfig, HostState, InterfaceState, RouteState } from '@bondctl/proto/model/host';
import type { BondName, IfName } from '@bondctl/proto/model/names';

/** The interface of this name, if the host has it. */
export const interfaceOf = (state: HostState, name: IfName): InterfaceState | undefined =>
  state.interfaces.find((one) => one.name === name);

/** The bond of this name, if the host has it. */
export const bondOf = (state: HostState, name: BondName): BondConfig | undefined =>
  state.bonds.find((one) => one.name === name);

/** VLANs and their like that stand on an interface, nearest first; what stands on those follows. */
export function standingOn(state: HostState, name: IfName): readonly IfName[] {
  const found: IfName[] = [];
  const look = [name];
  for (const below of look) {
    const above = state.interfaces.filter((one) => one.parent === below && !found.includes(one.name));
    found.push(...above.map((one) => one.name));
    look.push(...above.map((one) => one.name));
  }
  return found;
}

/** The addresses that people or programs gave an interface; the kernel's own come and go by themselves. */
export const staticAddresses = (one: InterfaceState | undefined): readonly string[] =>
  one?.addresses.filter((address) => address.origin === 'static').map((address) => address.cidr) ?? [];

/** Routes through an interface that do not come back by themselves. */
export const lastingRoutes = (state: HostState, device: IfName): readonly RouteState[] =>
  state.routes.filter((route) => route.device === device && !route.madeByKernel);

/** True when both are the same route through the same device. */
export const sameRoute = (a: RouteState, b: RouteState): boolean =>
  a.device === b.device && a.family === b.family && a.text === b.text;
