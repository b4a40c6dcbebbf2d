import type { BondSpec, NamedDesire, NamedSpec } from '@bondctl/proto/model/bond';
import { defaultOption } from '@bondctl/proto/model/driver';
import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { isOptionName, type OptionName, type OptionValues } from '@bondctl/proto/model/options';
import { isNamed } from '@bondctl/proto/model/port-choice';
import { bondOf, interfaceOf, lastingRoutes, staticAddresses } from '../transaction/lookup.ts';
import { fits, permanentMacOf } from '../transaction/nic-match.ts';
import { optionsFor, spelled } from '../transaction/options.ts';
import type { KeptBond, KeptBridge, KeptPort, KeptRoute, KeptVlan, PortIdentity } from './kept.ts';

/** An InfiniBand address has 20 bytes, an Ethernet one 6. */
const isInfiniband = (mac: string): boolean => mac.split(':').length === 20;

const routesOf = (state: HostState, name: IfName): readonly KeptRoute[] =>
  lastingRoutes(state, name).map(({ family, text }) => ({ family, text }));

/** What the bond has now and a new one has not, and over it what people named. */
function optionsOf(spec: BondSpec, state: HostState): OptionValues {
  const bond = bondOf(state, spec.name);
  const found = bond?.mode === spec.mode ? Object.entries(bond.options) : [];
  const special = found.filter(([option, value]) => value !== defaultOption(spec.mode, option as OptionName));
  const named = Object.entries(spec.options).flatMap(([option, value]) =>
    isOptionName(option) && value !== undefined ? [[option, spelled(option, value)] as const] : [],
  );
  return optionsFor(spec.mode, { ...Object.fromEntries(special), ...Object.fromEntries(named) });
}

/** By what a file finds a NIC again: as people chose it, and one that a driver stands for by its address. */
function identityOf({ ports, chosen = ports }: NamedSpec, nic: InterfaceState | undefined): PortIdentity {
  if (nic === undefined || chosen.includes(nic.name)) return { by: 'name' };
  const matches = chosen.flatMap((choice) => (!isNamed(choice) && fits(choice, nic) ? [choice] : []));
  const mac = permanentMacOf(nic);
  if (matches.some((match) => 'path' in match) && nic.path !== undefined)
    return { by: 'path', path: nic.path };
  return matches.length === 0 || mac === null ? { by: 'name' } : { by: 'mac', mac };
}

function portOf(state: HostState, spec: NamedSpec, name: IfName): KeptPort {
  const one = interfaceOf(state, name);
  const infiniband = isInfiniband(one?.permanentMac ?? one?.mac ?? '');
  return { name, identity: identityOf(spec, one), infiniband };
}

/**
 * Only a MAC address that no port gives is one that somebody chose. A program that makes one up for its bonds (`pins`)
 * must be told the one that the bond has, or the network would meet another host after a reboot.
 */
function macOf(state: HostState, spec: NamedSpec, pins: boolean): string | null {
  const bond = bondOf(state, spec.name);
  const mac = interfaceOf(state, spec.name)?.mac;
  const follows = spec.mode === 'active-backup' && (bond?.options.fail_over_mac ?? 'none') !== 'none';
  if (bond === undefined || bond.ports.length === 0 || mac === undefined || isInfiniband(mac)) return null;
  if (pins) return follows ? null : mac;
  const given = [...bond.ports, ...spec.ports].map((port) => interfaceOf(state, port));
  return given.some((port) => (port?.permanentMac ?? mac) === mac) ? null : mac;
}

const unlessUsual = (mtu: number | undefined): number | null =>
  mtu === undefined || mtu === 1500 ? null : mtu;

const vlanOf = (state: HostState, one: InterfaceState, below: number | null): readonly KeptVlan[] =>
  one.kind !== 'vlan' || one.vlanId === undefined
    ? []
    : [
        {
          name: one.name,
          id: one.vlanId,
          mtu: one.mtu === (below ?? 1500) ? null : one.mtu,
          addresses: staticAddresses(one),
          routes: routesOf(state, one.name),
        },
      ];

function bridgeOf(state: HostState, spec: BondSpec): KeptBridge | null {
  const name = interfaceOf(state, spec.name)?.master ?? null;
  const bridge = name === null ? undefined : interfaceOf(state, name);
  if (bridge?.kind !== 'bridge') return null;
  return {
    name: bridge.name,
    addresses: staticAddresses(bridge),
    routes: routesOf(state, bridge.name),
    otherPorts: state.interfaces
      // What a virtual machine brings along comes and goes with it.
      .filter((one) => one.master === bridge.name && one.name !== spec.name && one.kind !== 'tun')
      .map((one) => one.name),
  };
}

/** How files shall describe a bond that is wanted: what the desire says, and for everything else what the host has. */
export function keptOf(
  state: HostState,
  desire: Extract<NamedDesire, { state: 'present' }>,
  pins = false,
): KeptBond {
  const { spec } = desire;
  const own = interfaceOf(state, spec.name);
  const [first, ...rest] = spec.ports;
  const mtu = spec.mtu ?? unlessUsual(own?.mtu);
  return {
    name: spec.name,
    mode: spec.mode,
    options: optionsOf(spec, state),
    ports: [portOf(state, spec, first), ...rest.map((port) => portOf(state, spec, port))],
    mtu,
    mac: macOf(state, spec, pins),
    addresses: { cidrs: spec.addresses ?? staticAddresses(own), named: spec.addresses !== null },
    routes: routesOf(state, spec.name),
    vlans: state.interfaces
      .filter((one) => one.parent === spec.name)
      .flatMap((one) => vlanOf(state, one, mtu)),
    bridge: bridgeOf(state, spec),
  };
}
