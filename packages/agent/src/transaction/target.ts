import type { BondSpec, NamedDesire, NamedSpec } from '@bondctl/proto/model/bond';
import { desiredName } from '@bondctl/proto/model/bond';
import type { DeviceOffloads, HostState, HostTuning, Owner, RouteState } from '@bondctl/proto/model/host';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import { isOptionName, type OptionValues } from '@bondctl/proto/model/options';
import { canonicalCidr, contains, parseCidr } from './cidr.ts';
import { bondOf, interfaceOf, lastingRoutes, standingOn, staticAddresses } from './lookup.ts';
import { delays, optionsFor, spelled } from './options.ts';
import { byDevice, offloadPlaces, sysctlsOf } from './tuning.ts';

/** How one interface shall be. null: whatever it is. Addresses and routes are all it shall have beyond the kernel's own. */
export interface InterfaceTarget {
  readonly name: IfName;
  readonly up: boolean;
  readonly mtu: number | null;
  readonly mac: string | null;
  /** The bond it shall be a port of. */
  readonly bond: BondName | null;
  readonly addresses: readonly string[];
  readonly routes: readonly RouteState[];
  /** Who shall have it in the end; absent: whoever has it then. */
  readonly owner?: Owner;
}

/** How one bond shall be; options that are not named stay as they are. */
export interface BondTarget {
  readonly name: BondName;
  readonly mode: BondMode;
  readonly options: OptionValues;
  readonly ports: readonly IfName[];
}

/** Where a plan leads: what people want merged over what is, or what was before. One planner serves both. */
export interface Target {
  readonly bonds: readonly BondTarget[];
  /** Bonds that shall not exist. */
  readonly absent: readonly BondName[];
  readonly interfaces: readonly InterfaceTarget[];
  /** Settings of the whole host; what is not named stays as it is. */
  readonly sysctls: HostTuning['sysctls'];
  /** `on` or `off`; what is not named stays as it is. */
  readonly offloads: readonly DeviceOffloads[];
}

/** True when a route can stand on these addresses: its gateway is in one of their subnets and its source is one of them. */
export function routeStands(route: RouteState, addresses: readonly string[]): boolean {
  const words = route.text.split(' ');
  const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const [gateway, source] = [after('via'), after('src')];
  const own = addresses
    .flatMap((text) => parseCidr(text) ?? [])
    .filter((cidr) => cidr.family === route.family);
  if (source !== undefined && !own.some((cidr) => cidr.address === source)) return false;
  if (gateway === undefined || words.includes('onlink') || gateway.startsWith('fe80:')) return true;
  return own.some((cidr) => contains(cidr, gateway));
}

/** An option value people named, as the kernel spells it; unknown names stay for the refusals to name. */
function wantedOptions(spec: BondSpec, state: HostState): OptionValues {
  const current = bondOf(state, spec.name)?.options ?? {};
  const named = Object.entries(spec.options).flatMap(([option, value]) =>
    isOptionName(option) && value !== undefined ? [[option, spelled(option, value)] as const] : [],
  );
  // A change of miimon scales the delays with it; who does not name them wants them as they are.
  const isScaled = Number(spec.options.miimon ?? 0) > 0;
  const kept = delays.filter((delay) => isScaled && Number(current[delay] ?? 0) > 0);
  const all: OptionValues = {
    ...Object.fromEntries(kept.map((delay) => [delay, current[delay] ?? '0'] as const)),
    ...Object.fromEntries(named),
  };
  return optionsFor(spec.mode, all);
}

const followsPort = (mode: string, options: OptionValues): boolean =>
  mode === 'active-backup' && (options.fail_over_mac ?? 'none') !== 'none';

/** The MAC address a bond shall keep; null where it follows the active port, or where the first port gives it. */
export function keptMac(state: HostState, name: BondName): string | null {
  const bond = bondOf(state, name);
  if (bond === undefined || bond.ports.length === 0 || followsPort(bond.mode, bond.options)) return null;
  return interfaceOf(state, name)?.mac ?? null;
}

function bondInterface(spec: BondSpec, state: HostState): InterfaceTarget {
  const { name, mtu } = spec;
  const addresses = spec.addresses?.map(canonicalCidr) ?? staticAddresses(interfaceOf(state, name));
  const routes = lastingRoutes(state, name).filter((route) => routeStands(route, addresses));
  const options = { ...bondOf(state, name)?.options, ...spec.options };
  const mac = followsPort(spec.mode, options) ? null : keptMac(state, name);
  return { name, up: true, mtu, mac, bond: null, addresses, routes };
}

const asItIs = (state: HostState, name: IfName): InterfaceTarget => ({
  name,
  up: interfaceOf(state, name)?.up ?? false,
  mtu: null,
  mac: null,
  bond: null,
  addresses: staticAddresses(interfaceOf(state, name)),
  routes: lastingRoutes(state, name),
});

const port = (name: IfName, bond: BondName | null): InterfaceTarget => ({
  name,
  up: true,
  mtu: null,
  mac: null,
  bond,
  addresses: [],
  routes: [],
});

function presentInterfaces(spec: NamedSpec, state: HostState): readonly InterfaceTarget[] {
  return [
    bondInterface(spec, state),
    ...standingOn(state, spec.name).map((name) => asItIs(state, name)),
    ...spec.ports.map((name) => port(name, spec.name)),
  ];
}

/**
 * What the host shall look like when the desires are fulfilled: what they say, and for everything else what is there
 * now. Ports that leave a bond stand alone and up.
 */
export function targetOf(state: HostState, desired: readonly NamedDesire[]): Target {
  const specs = desired.flatMap((desire) => (desire.state === 'present' ? [desire.spec] : []));
  const wanted = specs.flatMap((spec) => presentInterfaces(spec, state));
  const taken = new Set(wanted.map((one) => one.name));
  const leaving = desired
    .flatMap((desire) => bondOf(state, desiredName(desire))?.ports ?? [])
    .filter((name) => !taken.has(name));
  return {
    bonds: specs.map((spec) => ({
      name: spec.name,
      mode: spec.mode,
      options: wantedOptions(spec, state),
      ports: [...spec.ports],
    })),
    absent: desired.flatMap((desire) => (desire.state === 'absent' ? [desire.name] : [])),
    interfaces: [...wanted, ...leaving.map((name) => port(name, null))],
    sysctls: Object.fromEntries(desired.flatMap(sysctlsOf)),
    offloads: byDevice(
      offloadPlaces(state, desired).map(({ device, offload, wanted }) => ({
        device,
        offload,
        value: wanted ?? undefined,
      })),
    ),
  };
}
