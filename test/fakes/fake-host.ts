// A host in memory: understands our steps by the kernel's rules, answers as our reader does, and prints itself.

import type { BondState } from '@bondctl/proto/model/bond';
import { BondctlError } from '@bondctl/proto/model/error';
import type { DeviceOffloads, HostState, InterfaceState, Owner, RouteState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import type { OffloadName, SysctlName } from '@bondctl/proto/model/tuning';
import type { Faults, HostReader, HostWriter } from '../../packages/agent/src/kernel/ports.ts';
import * as bonding from './fake-bonding.ts';
import { freshSysctls, printHost } from './fake-host-print.ts';
import * as kernel from './fake-kernel.ts';

/** What a host starts with; everything has a default that works. */
export interface FakeNic {
  readonly name: string;
  readonly mac?: string;
  readonly up?: boolean;
  readonly mtu?: number;
  readonly maxMtu?: number;
  readonly cable?: boolean;
  readonly speedMbps?: number | null;
  readonly duplex?: 'full' | 'half' | null;
  readonly owner?: Owner;
  readonly kind?: 'physical' | 'vlan' | 'bridge';
  readonly parent?: string;
  readonly driver?: string;
  readonly path?: string;
  /** Offloads in the words of ethtool, where they are not on. */
  readonly offloads?: Readonly<Partial<Record<OffloadName, string>>>;
}

/** A host in memory. */
export interface FakeHost {
  readonly reader: HostReader;
  readonly writer: HostWriter;
  /** The host as readable text; equal texts are equal hosts. */
  print(): string;
  state(): HostState;
  bonds(): readonly BondState[];
  /** What ethtool tells of devices. */
  offloads(names: readonly IfName[]): readonly DeviceOffloads[];
  /** Takes a step at once, or throws what the kernel would say. */
  take(step: PlanStep): void;
  plug(name: string, cable: boolean): void;
  /** Gives an interface another name, as udev or a person does. */
  rename(from: string, to: string): void;
  /** Somebody's configuration file names the interface from now on. */
  own(name: string, owner: Owner): void;
  /** How many reads LACP takes until the partner is seen. */
  lacpAfterReads: number;
  controlPath: IfName[];
  /** Whether there is an ethtool to ask. */
  ethtool: boolean;
  /** This kernel does not have a sysctl. */
  forget(name: SysctlName): void;
}

const nameOf = (text: string) => text as IfName;
const noFaults: Faults = { reached: () => undefined };

/** What a NIC is made of, as far as it is told. */
const made = ({ driver, path }: Pick<FakeNic, 'driver' | 'path'>) => ({
  ...(driver === undefined ? {} : { driver }),
  ...(path === undefined ? {} : { path }),
});

function nic(one: FakeNic, at: number): kernel.Device {
  return {
    name: one.name,
    kind: one.kind ?? 'physical',
    mac: one.mac ?? `aa:00:00:00:00:${(at + 1).toString(16).padStart(2, '0')}`,
    macIsRandom: false,
    mtu: one.mtu ?? 1500,
    maxMtu: one.maxMtu ?? 9216,
    up: one.up ?? true,
    cable: one.cable ?? true,
    speedMbps: one.speedMbps === undefined ? 1000 : one.speedMbps,
    duplex: one.duplex === undefined ? 'full' : one.duplex,
    owner: one.owner ?? 'none',
    master: null,
    parent: one.parent ?? null,
    ...made(one),
    addresses: [],
    before: null,
    offloads: new Map([
      ...kernel.freshOffloads(),
      ...(Object.entries(one.offloads ?? {}) as [OffloadName, string][]),
    ]),
  };
}

const linkLocal = (device: kernel.Device): string => `fe80::${device.mac.replaceAll(':', '')}/64`;

function interfaceState(device: kernel.Device): InterfaceState {
  const own = device.addresses.map((cidr) => ({ cidr, origin: 'static' as const }));
  const kernels =
    device.up && device.master === null ? [{ cidr: linkLocal(device), origin: 'kernel' as const }] : [];
  return {
    name: nameOf(device.name),
    kind: device.kind,
    mac: device.mac,
    permanentMac: device.before?.mac ?? null,
    mtu: device.mtu,
    up: device.up,
    carrier: device.up && device.cable,
    speedMbps: device.speedMbps,
    duplex: device.duplex,
    master: device.master === null ? null : nameOf(device.master),
    parent: device.parent === null ? null : nameOf(device.parent),
    addresses: [...own, ...kernels],
    owner: device.owner,
    ...made(device),
  };
}

/** Routes that come with addresses, as the kernel makes them while the device is up. */
function connected(device: kernel.Device): RouteState[] {
  const own = device.up ? device.addresses : [];
  return own.map((cidr) => ({
    device: nameOf(device.name),
    family: kernel.isIpv6(cidr) ? 'inet6' : 'inet',
    text: `${cidr} proto kernel`,
    madeByKernel: true,
  }));
}

function bondState(network: bonding.BondingNetwork, name: string, partner: boolean): BondState {
  const bond = network.bonds.get(name);
  const ports = bond?.ports ?? [];
  const isUp = (port: string) =>
    network.devices.get(port)?.cable === true && network.devices.get(port)?.up === true;
  const lacp = bond?.mode === '802.3ad';
  const side = { actorChurn: null, partnerChurn: null, actorChurnedCount: null, partnerChurnedCount: null };
  return {
    name: nameOf(name),
    driver: 'v6.1.0',
    mode: bond?.mode ?? null,
    modeText: bond?.mode ?? '',
    failOverMac: null,
    xmitHashPolicy: null,
    primary: null,
    activePort: null,
    miiStatus: ports.some(isUp) ? 'up' : 'down',
    miimonMs: null,
    updelayMs: null,
    downdelayMs: null,
    peerNotifDelayMs: null,
    arp: null,
    lacp: lacp
      ? {
          active: 'on',
          rate: 'slow',
          minLinks: 0,
          adSelect: 'stable',
          systemPriority: 65_535,
          systemMac: null,
          aggregator: {
            id: 1,
            ports: partner ? ports.length : 1,
            actorKey: 9,
            partnerKey: partner ? 9 : 1,
            partnerMac: partner ? 'bb:00:00:00:00:01' : '00:00:00:00:00:00',
          },
        }
      : null,
    ports: ports.map((port, at) => ({
      name: nameOf(port),
      miiStatus: isUp(port) ? 'up' : 'down',
      speedMbps: 1000,
      duplex: 'full',
      linkFailureCount: 0,
      permanentMac: null,
      queueId: 0,
      priority: null,
      lacp: lacp ? { aggregatorId: partner ? 1 : at + 1, ...side, actor: null, partner: null } : null,
    })),
  };
}

type Acts = {
  [D in PlanStep['do']]: (network: bonding.BondingNetwork, step: Extract<PlanStep, { do: D }>) => void;
};

const acts: Acts = {
  createBond: (network, step) => bonding.createBond(network, step.bond, step.mode, step.options),
  deleteBond: (network, step) => bonding.deleteBond(network, step.bond),
  setOption: (network, step) => bonding.writeOption(network, step.bond, step.option, step.to),
  setMode: (network, step) => bonding.writeMode(network, step.bond, step.to),
  addPort: (network, step) => bonding.addPort(network, step.bond, step.port),
  removePort: (network, step) => bonding.removePort(network, step.bond, step.port),
  setMtu: (network, step) => kernel.setMtu(network, step.device, step.to),
  setMac: (network, step) => bonding.setMac(network, step.device, step.to),
  linkUp: (network, step) => kernel.setUp(network, step.device),
  linkDown: (network, step) => kernel.setDown(network, step.device),
  addAddress: (network, step) => kernel.addAddress(network, step.device, step.cidr),
  removeAddress: (network, step) => kernel.removeAddress(network, step.device, step.cidr),
  addRoute: (network, step) => kernel.addRoute(network, { ...step, text: step.route, madeByKernel: false }),
  removeRoute: (network, step) =>
    kernel.removeRoute(network, { ...step, text: step.route, madeByKernel: false }),
  setSysctl: (network, step) => kernel.setSysctl(network, step.name, step.to),
  setOffload: (network, step) => kernel.setOffload(network, step.device, step.offload, step.to),
  setManaged: (network, step) => {
    kernel.deviceOf(network, step.device).owner = step.to === 'yes' ? 'NetworkManager' : 'none';
  },
};

function take<D extends PlanStep['do']>(
  network: bonding.BondingNetwork,
  step: Extract<PlanStep, { do: D }>,
): void {
  const act: Acts[D] = acts[step.do as D];
  act(network, step);
}

/** Takes steps as our writer does: what the kernel says against one is an error with its words. */
const writerOf = (network: bonding.BondingNetwork, faults: Faults): HostWriter => ({
  async perform(label, step) {
    faults.reached(`${label}/act`);
    await Promise.resolve();
    try {
      take(network, step);
    } catch (thrown) {
      throw new BondctlError('failed', `${step.do}: ${thrown instanceof Error ? thrown.message : 'failed'}`);
    }
  },
});

/** Makes a host with these NICs; NIC n has the MAC address aa:00:00:00:00:0n where it is not told another. */
export function createFakeHost(nics: readonly FakeNic[], faults: Faults = noFaults): FakeHost {
  const network: bonding.BondingNetwork = {
    devices: new Map(nics.map((one, at) => [one.name, nic(one, at)])),
    routes: [],
    bonds: new Map(),
    sysctls: new Map(Object.entries(freshSysctls) as [SysctlName, string][]),
    madeUpMacs: 0,
  };
  let reads = 0;
  const devices = () => [...network.devices.values()];
  const host: FakeHost = {
    lacpAfterReads: 0,
    controlPath: [],
    ethtool: true,
    forget: (name) => void network.sysctls.delete(name),
    print: () => printHost(network),
    state: () => ({
      interfaces: devices().map(interfaceState),
      bonds: [...network.bonds].map(([name, bond]) => ({
        name: nameOf(name),
        mode: bond.mode,
        options: bonding.shownOptions(bond),
        ports: bond.ports.map(nameOf),
      })),
      routes: [...network.routes, ...devices().flatMap(connected)],
      controlPath: host.controlPath,
      tuning: { sysctls: Object.fromEntries(network.sysctls), offloads: [] },
    }),
    offloads: (names) =>
      names.flatMap((name) => {
        const device = network.devices.get(name);
        if (!host.ethtool || device === undefined) return [];
        return [{ device: name, values: Object.fromEntries(kernel.toldOffloads(network, device)) }];
      }),
    bonds: () =>
      [...network.bonds.keys()].map((name) => bondState(network, name, reads >= host.lacpAfterReads)),
    take: (step) => take(network, step),
    plug: (name, cable) => {
      kernel.deviceOf(network, name).cable = cable;
    },
    rename: (from, to) => bonding.rename(network, from, to),
    own: (name, owner) => {
      kernel.deviceOf(network, name).owner = owner;
    },
    reader: {
      state: async (label) => {
        faults.reached(label);
        return await Promise.resolve(host.state());
      },
      offloads: async (label, names) => {
        faults.reached(label);
        return await Promise.resolve(host.offloads(names));
      },
      bonds: async (label) => {
        faults.reached(label);
        reads += 1;
        return await Promise.resolve(host.bonds().map((value) => ({ value, problems: [] })));
      },
    },
    writer: writerOf(network, faults),
  };
  return host;
}

/** A host as it is, with the offloads of everything it has. */
export function seen(host: FakeHost): HostState {
  const state = host.state();
  const offloads = host.offloads(state.interfaces.map((one) => one.name));
  return { ...state, tuning: { sysctls: {}, ...state.tuning, offloads } };
}
