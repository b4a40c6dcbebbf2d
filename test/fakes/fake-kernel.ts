// The kernel's rules for links, addresses and routes, as far as our steps can meet them. Written from net/core and
// drivers/net/bonding, not from the planner: the two must agree by knowing the same kernel, not each other.
import type { Owner, RouteState } from '@bondctl/proto/model/host';
import { type OffloadName, offloadNames, type SysctlName } from '@bondctl/proto/model/tuning';

/** A network device of the fake host. */
export interface Device {
  readonly name: string;
  readonly kind: 'physical' | 'bond' | 'vlan' | 'bridge';
  mac: string;
  /** A bond whose address the driver made up (NET_ADDR_RANDOM). */
  macIsRandom: boolean;
  mtu: number;
  readonly maxMtu: number;
  up: boolean;
  cable: boolean;
  speedMbps: number | null;
  duplex: 'full' | 'half' | null;
  owner: Owner;
  master: string | null;
  readonly parent: string | null;
  readonly driver?: string;
  readonly path?: string;
  /** Static addresses, IPv4 and IPv6, in order. */
  addresses: string[];
  /** What the driver puts back when a port is released. */
  before: { mac: string; mtu: number } | null;
  /** Offloads in the words of ethtool. */
  offloads: Map<OffloadName, string>;
}

/** Devices by name and the routes through them. */
export interface Network {
  readonly devices: Map<string, Device>;
  routes: RouteState[];
  readonly sysctls: Map<SysctlName, string>;
}

/** Fails as `ip` and sysfs do: with the kernel's word for it. */
export function refuse(errno: string, words: string): never {
  throw new Error(`${errno}: ${words}`);
}

export function deviceOf(network: Network, name: string): Device {
  return network.devices.get(name) ?? refuse('ENODEV', `Cannot find device "${name}"`);
}

export const isIpv6 = (cidr: string): boolean => cidr.includes(':');

const childrenOf = (network: Network, name: string): Device[] =>
  [...network.devices.values()].filter((one) => one.parent === name);

const dropRoutes = (network: Network, gone: (route: RouteState) => boolean): void => {
  network.routes = network.routes.filter((route) => !gone(route));
};

/** The network of an IPv4 address, as a number and a length. */
function subnetOf(cidr: string): string {
  const [address = '', length = '0'] = cidr.split('/');
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return `${Math.floor(value / 2 ** (32 - Number(length)))}/${length}`;
}

/** Which address of a subnet is the first matters; which subnet is, does not. */
export function bySubnet(cidrs: readonly string[]): readonly string[] {
  const keyOf = (cidr: string) => (isIpv6(cidr) ? cidr : subnetOf(cidr));
  return [...cidrs].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

export function setDown(network: Network, name: string): void {
  const device = deviceOf(network, name);
  device.up = false;
  device.addresses = device.addresses.filter((cidr) => !isIpv6(cidr));
  dropRoutes(network, (route) => route.device === name);
  for (const child of childrenOf(network, name)) setDown(network, child.name);
}

export function setUp(network: Network, name: string): void {
  const device = deviceOf(network, name);
  if (device.parent !== null && !deviceOf(network, device.parent).up) refuse('ENETDOWN', 'Network is down');
  device.up = true;
  for (const child of childrenOf(network, name)) setUp(network, child.name);
}

export function setMtu(network: Network, name: string, mtu: number): void {
  const device = deviceOf(network, name);
  const parent = device.parent === null ? undefined : deviceOf(network, device.parent);
  if (mtu > device.maxMtu || mtu < 68 || mtu > (parent?.mtu ?? mtu))
    refuse('EINVAL', 'mtu greater than device maximum');
  const ports = [...network.devices.values()].filter((one) => one.master === name && device.kind === 'bond');
  for (const port of ports) if (mtu > port.maxMtu) refuse('EINVAL', `${port.name} does not take MTU ${mtu}`);
  for (const one of [...ports, device]) one.mtu = mtu;
  for (const child of childrenOf(network, name)) if (child.mtu > mtu) setMtu(network, child.name, mtu);
}

export function addAddress(network: Network, name: string, cidr: string): void {
  const device = deviceOf(network, name);
  if (!device.addresses.includes(cidr)) device.addresses.push(cidr);
}

/** Without promote_secondaries the first address of an IPv4 subnet takes the others of it along. */
export function removeAddress(network: Network, name: string, cidr: string): void {
  const device = deviceOf(network, name);
  const at = device.addresses.indexOf(cidr);
  if (at < 0) refuse('EADDRNOTAVAIL', 'Cannot assign requested address');
  const inSubnet = device.addresses.filter((one) => !isIpv6(one) && subnetOf(one) === subnetOf(cidr));
  const gone = !isIpv6(cidr) && inSubnet[0] === cidr ? inSubnet : [cidr];
  device.addresses = device.addresses.filter((one) => !gone.includes(one));
  const sources = gone.map((one) => one.split('/')[0] ?? '');
  dropRoutes(
    network,
    (route) =>
      route.device === name && sources.some((source) => ` ${route.text} `.includes(` src ${source} `)),
  );
  const lost = !device.addresses.some((one) => !isIpv6(one)) && !isIpv6(cidr);
  if (lost) dropRoutes(network, (route) => route.device === name && route.family === 'inet');
}

const wordAfter = (text: string, word: string): string | undefined => {
  const words = text.split(' ');
  return words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
};

function reaches(device: Device, gateway: string): boolean {
  if (isIpv6(gateway)) {
    return device.addresses.some(
      (cidr) => isIpv6(cidr) && gateway.startsWith(cidr.slice(0, cidr.indexOf('::') + 2)),
    );
  }
  return device.addresses.some(
    (cidr) => !isIpv6(cidr) && subnetOf(cidr) === subnetOf(`${gateway}/${cidr.split('/')[1]}`),
  );
}

export function addRoute(network: Network, route: RouteState): void {
  const device = deviceOf(network, route.device);
  const [gateway, source] = [wordAfter(route.text, 'via'), wordAfter(route.text, 'src')];
  if (!device.up) refuse('ENETDOWN', 'Network is down');
  if (gateway !== undefined && !reaches(device, gateway))
    refuse('ENETUNREACH', 'Nexthop has invalid gateway');
  if (source !== undefined && !device.addresses.some((cidr) => cidr.split('/')[0] === source)) {
    refuse('EINVAL', 'Invalid argument');
  }
  dropRoutes(network, (one) => one.device === route.device && one.text === route.text);
  network.routes.push(route);
}

export function removeRoute(network: Network, route: RouteState): void {
  const same = (one: RouteState) =>
    one.device === route.device && one.family === route.family && one.text === route.text;
  if (!network.routes.some(same)) refuse('ESRCH', 'No such process');
  dropRoutes(network, same);
}

export function removeDevice(network: Network, name: string): void {
  setDown(network, name);
  for (const child of childrenOf(network, name)) removeDevice(network, child.name);
  network.devices.delete(name);
}

/** What a device has when it is registered (netdev_register: software offloads are on). */
export const freshOffloads = (): Map<OffloadName, string> =>
  new Map(offloadNames.map((name) => [name, 'on']));

export function setOffload(network: Network, name: string, offload: OffloadName, to: string): void {
  const device = deviceOf(network, name);
  if (device.offloads.get(offload)?.endsWith('[fixed]') !== false)
    refuse('EOPNOTSUPP', 'Could not change any device features');
  device.offloads.set(offload, to);
}

export function setSysctl(network: Network, name: SysctlName, to: string): void {
  if (!network.sysctls.has(name)) refuse('ENOENT', 'no such file or directory');
  network.sysctls.set(name, to);
}

/** Segments can only be gathered by ports: a bond that has none keeps what it was asked for, and does not do it. */
export function toldOffloads(network: Network, device: Device): [OffloadName, string][] {
  const isEmptyBond =
    device.kind === 'bond' && ![...network.devices.values()].some((one) => one.master === device.name);
  const told = (offload: OffloadName, asked: string): string =>
    isEmptyBond && offload === 'tso' && asked === 'on' ? 'off [requested on]' : asked;
  return [...device.offloads].map(([offload, asked]) => [offload, told(offload, asked)]);
}
