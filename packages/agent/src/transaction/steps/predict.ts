import { defaultOption, needsMiimon } from '@bondctl/proto/model/driver';
import type {
  BondConfig,
  DeviceOffloads,
  HostState,
  HostTuning,
  InterfaceState,
} from '@bondctl/proto/model/host';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import type { PlanStep } from '@bondctl/proto/model/step';
import { bondOf, interfaceOf, sameRoute, standingOn } from '../lookup.ts';
import { delays, heldByKernel, takesOption } from '../options.ts';
import { offloadsOfNewBond } from '../tuning.ts';

/** A MAC address that nobody can know before the kernel has made it. */
export const unknownMac = '';

type Change<T> = (one: T) => T;

const mapInterface = (state: HostState, name: IfName, change: Change<InterfaceState>): HostState => ({
  ...state,
  interfaces: state.interfaces.map((one) => (one.name === name ? change(one) : one)),
});

const mapBond = (state: HostState, name: BondName, change: Change<BondConfig>): HostState => ({
  ...state,
  bonds: state.bonds.map((one) => (one.name === name ? change(one) : one)),
});

const withoutFamily = (one: InterfaceState, family: ':' | '.'): InterfaceState => ({
  ...one,
  addresses: one.addresses.filter((address) => !address.cidr.includes(family)),
});

const vlansOn = (state: HostState, name: IfName): readonly IfName[] =>
  standingOn(state, name).filter((one) => interfaceOf(state, one)?.kind === 'vlan');

/** Going down takes the VLANs along, all IPv6 addresses and all routes (net/8021q/vlan.c, addrconf_ifdown). */
function down(state: HostState, device: IfName): HostState {
  const all = [device, ...vlansOn(state, device)];
  const fallen = all.reduce(
    (at, name) => mapInterface(at, name, (one) => ({ ...withoutFamily(one, ':'), up: false })),
    state,
  );
  return { ...fallen, routes: fallen.routes.filter((route) => !all.includes(route.device)) };
}

const up = (state: HostState, device: IfName): HostState =>
  [device, ...vlansOn(state, device)].reduce(
    (at, name) => mapInterface(at, name, (one) => ({ ...one, up: true })),
    state,
  );

type Step<D extends PlanStep['do']> = Extract<PlanStep, { do: D }>;

const nothingRead: HostTuning = { sysctls: {}, offloads: [] };

function withOffload(state: HostState, device: IfName, more: DeviceOffloads['values']): HostState {
  const tuning = state.tuning ?? nothingRead;
  const others = tuning.offloads.filter((one) => one.device !== device);
  const values = { ...tuning.offloads.find((one) => one.device === device)?.values, ...more };
  return { ...state, tuning: { ...tuning, offloads: [...others, { device, values }] } };
}

const withoutOffloads = ({ tuning }: HostState, device: IfName): Pick<HostState, 'tuning'> =>
  tuning === undefined
    ? {}
    : { tuning: { ...tuning, offloads: tuning.offloads.filter((one) => one.device !== device) } };

const withSysctl = (state: HostState, { name, to }: Step<'setSysctl'>): HostState => {
  const tuning = state.tuning ?? nothingRead;
  return { ...state, tuning: { ...tuning, sysctls: { ...tuning.sysctls, [name]: to } } };
};

function created(state: HostState, { bond, mode, options }: Step<'createBond'>): HostState {
  const given = optionNames.filter((option) => takesOption(mode, option));
  const all = Object.fromEntries(
    given.map((option) => [option, options[option] ?? defaultOption(mode, option)]),
  );
  const link: InterfaceState = {
    name: bond,
    kind: 'bond',
    mac: unknownMac,
    permanentMac: null,
    mtu: 1500,
    up: false,
    carrier: false,
    speedMbps: null,
    duplex: null,
    master: null,
    parent: null,
    addresses: [],
    owner: 'none',
  };
  return {
    ...withOffload(state, bond, offloadsOfNewBond),
    interfaces: [...state.interfaces, link],
    bonds: [...state.bonds, { name: bond, mode, options: all, ports: [] }],
  };
}

/** A released port is left down, with the address and the MTU it had before, which only the kernel knows. */
function released(state: HostState, bond: BondName, port: IfName): HostState {
  const left = mapBond(state, bond, (one) => ({
    ...one,
    ports: one.ports.filter((name) => name !== port),
    options: one.options.primary === port ? { ...one.options, primary: '' } : one.options,
  }));
  const alone = mapInterface(down(left, port), port, (one) => ({
    ...one,
    master: null,
    mac: one.permanentMac ?? unknownMac,
  }));
  if (bondOf(alone, bond)?.ports.length !== 0) return alone;
  return mapInterface(alone, bond, (one) => ({ ...one, mac: unknownMac }));
}

function deleted(state: HostState, bond: BondName): HostState {
  const free = (bondOf(state, bond)?.ports ?? []).reduce((at, port) => released(at, bond, port), state);
  return {
    ...free,
    interfaces: free.interfaces.filter((one) => one.name !== bond),
    bonds: free.bonds.filter((one) => one.name !== bond),
    ...withoutOffloads(state, bond),
    routes: free.routes.filter((route) => route.device !== bond),
  };
}

function enslaved(state: HostState, bond: BondName, port: IfName): HostState {
  const [master, slave] = [interfaceOf(state, bond), interfaceOf(state, port)];
  const mac = master === undefined || master.mac === unknownMac ? (slave?.mac ?? unknownMac) : master.mac;
  const joined = mapInterface(state, port, (one) => ({
    ...withoutFamily(one, ':'),
    master: bond,
    up: true,
    mac,
    mtu: master?.mtu ?? one.mtu,
  }));
  const named = mapInterface(joined, bond, (one) => ({ ...one, mac }));
  return mapBond(named, bond, (one) => ({ ...one, ports: [...one.ports, port] }));
}

/** A delay is kept as a multiple of miimon, so a new miimon scales it. */
function scaled(bond: BondConfig, miimonMs: number): BondConfig['options'] {
  const before = Number(bond.options.miimon ?? 0);
  const held = delays.filter((delay) => bond.options[delay] !== undefined);
  const scale = (value: number) => (before === 0 ? 0 : (value / before) * miimonMs);
  return Object.fromEntries(held.map((delay) => [delay, String(scale(Number(bond.options[delay])))]));
}

/** One option written, with what the driver changes along with it (bond_options.c). */
function written(bond: BondConfig, option: OptionName, to: string): BondConfig {
  const had = (name: OptionName, value: string) =>
    bond.options[name] === undefined ? {} : { [name]: value };
  const put = (more: BondConfig['options']): BondConfig => ({
    ...bond,
    options: {
      ...bond.options,
      ...more,
      [option]: heldByKernel(option, to, Number(bond.options.miimon ?? 0)),
    },
  });
  if (option === 'miimon') {
    const cleared = Number(to) > 0 ? { ...had('arp_interval', '0'), ...had('arp_validate', 'none') } : {};
    return put({ ...scaled(bond, Number(to)), ...cleared });
  }
  if (option === 'arp_interval' && Number(to) > 0) return put({ ...scaled(bond, 0), ...had('miimon', '0') });
  return put({});
}

function changedMode(bond: BondConfig, { to }: Step<'setMode'>): BondConfig {
  const had = (name: OptionName, value: string) =>
    bond.options[name] === undefined ? {} : { [name]: value };
  const monitored = needsMiimon(to)
    ? { ...had('arp_interval', '0'), ...(bond.options.miimon === '0' ? had('miimon', '100') : {}) }
    : {};
  const balanced = to === 'balance-alb' ? had('tlb_dynamic_lb', '1') : {};
  const reset = { ...had('arp_validate', 'none'), ...had('broadcast_neighbor', 'off') };
  return { ...bond, mode: to, options: { ...bond.options, ...reset, ...monitored, ...balanced } };
}

/** A bond's MTU goes to its ports; what stands on a device is never above it. */
function sized(state: HostState, device: IfName, mtu: number): HostState {
  const ports = bondOf(state, device)?.ports ?? [];
  const set = [device, ...ports].reduce(
    (at, name) => mapInterface(at, name, (one) => ({ ...one, mtu })),
    state,
  );
  return standingOn(set, device).reduce(
    (at, name) => mapInterface(at, name, (one) => ({ ...one, mtu: Math.min(one.mtu, mtu) })),
    set,
  );
}

function unaddressed(state: HostState, { device, cidr }: Step<'removeAddress'>): HostState {
  const left = mapInterface(state, device, (one) => ({
    ...one,
    addresses: one.addresses.filter((address) => address.cidr !== cidr),
  }));
  const hasIpv4 = interfaceOf(left, device)?.addresses.some((address) => !address.cidr.includes(':'));
  if (hasIpv4 === true || cidr.includes(':')) return left;
  return {
    ...left,
    routes: left.routes.filter((route) => route.device !== device || route.family !== 'inet'),
  };
}

/** What the host looks like after a step, by the kernel's rules: what a plan goes on from. */
export function predict(state: HostState, step: PlanStep): HostState {
  switch (step.do) {
    case 'createBond':
      return created(state, step);
    case 'deleteBond':
      return deleted(state, step.bond);
    case 'setOption':
      return mapBond(state, step.bond, (bond) => written(bond, step.option, step.to));
    case 'setMode':
      return mapBond(state, step.bond, (bond) => changedMode(bond, step));
    case 'addPort':
      return enslaved(state, step.bond, step.port);
    case 'removePort':
      return released(state, step.bond, step.port);
    case 'setMtu':
      return sized(state, step.device, step.to);
    case 'setMac':
      return mapInterface(state, step.device, (one) => ({ ...one, mac: step.to }));
    case 'linkUp':
      return up(state, step.device);
    case 'linkDown':
      return down(state, step.device);
    case 'addAddress':
      return mapInterface(state, step.device, (one) => ({
        ...one,
        addresses: [...one.addresses, { cidr: step.cidr, origin: 'static' }],
      }));
    case 'removeAddress':
      return unaddressed(state, step);
    case 'addRoute': {
      const { device, family, route: text } = step;
      return { ...state, routes: [...state.routes, { device, family, text, madeByKernel: false }] };
    }
    case 'removeRoute': {
      const gone = { ...step, text: step.route, madeByKernel: false };
      return { ...state, routes: state.routes.filter((route) => !sameRoute(route, gone)) };
    }
    case 'setSysctl':
      return withSysctl(state, step);
    case 'setManaged':
      return mapInterface(state, step.device, (one) => ({
        ...one,
        owner: step.to === 'yes' ? 'NetworkManager' : 'none',
      }));
    case 'setOffload':
      return withOffload(state, step.device, { [step.offload]: step.to });
    default:
      return step satisfies never;
  }
}
