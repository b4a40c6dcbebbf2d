// The bonding driver's rules (bond_main.c, bond_options.c), as far as our steps can meet them.
import { type BondMode, bondModes } from '@bondctl/proto/model/mode';
import {
  bondOptions,
  isOptionName,
  type OptionName,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';
import {
  type Device,
  deviceOf,
  freshOffloads,
  isIpv6,
  type Network,
  refuse,
  removeDevice,
  setDown,
  setMtu,
  setUp,
} from './fake-kernel.ts';

/** What the driver keeps of one bond. Delays are kept in units of miimon, as bond->params does. */
export interface Bonding {
  mode: BondMode;
  ports: string[];
  values: Map<OptionName, string>;
  delayUnits: Map<OptionName, number>;
}

/** A network with the bonding driver loaded. */
export interface BondingNetwork extends Network {
  readonly bonds: Map<string, Bonding>;
  madeUpMacs: number;
}

const delayNames: readonly OptionName[] = ['updelay', 'downdelay', 'peer_notif_delay'];
const monitoredModes: readonly BondMode[] = ['802.3ad', 'balance-tlb', 'balance-alb'];
const fresh: OptionValues = {
  miimon: '0',
  arp_interval: '0',
  use_carrier: '1',
  arp_ip_target: '',
  ns_ip6_target: '',
  arp_validate: 'none',
  arp_all_targets: 'any',
  arp_missed_max: '2',
  primary_reselect: 'always',
  fail_over_mac: 'none',
  xmit_hash_policy: 'layer2',
  lacp_rate: 'slow',
  lacp_active: 'on',
  ad_select: 'stable',
  ad_actor_sys_prio: '65535',
  ad_actor_system: '00:00:00:00:00:00',
  ad_user_port_key: '0',
  coupled_control: 'on',
  broadcast_neighbor: 'off',
  min_links: '0',
  num_grat_arp: '1',
  resend_igmp: '1',
  all_slaves_active: '0',
  packets_per_slave: '1',
  lp_interval: '1',
  tlb_dynamic_lb: '1',
  primary: '',
};

const bondOf = (network: BondingNetwork, name: string): Bonding =>
  network.bonds.get(name) ?? refuse('ENODEV', `${name} is no bond`);

const get = (bond: Bonding, name: OptionName): string => bond.values.get(name) ?? '';

/** One option as sysfs shows it. */
export function shown(bond: Bonding, name: OptionName): string {
  if (delayNames.includes(name))
    return String((bond.delayUnits.get(name) ?? 0) * Number(get(bond, 'miimon')));
  if (name === 'primary') return bond.ports.includes(get(bond, 'primary')) ? get(bond, 'primary') : '';
  return get(bond, name);
}

/** The options a mode has, as sysfs shows them. */
export const shownOptions = (bond: Bonding): OptionValues =>
  Object.fromEntries(
    optionNames
      .filter((name) => !bondOptions[name].refusedIn.includes(bond.mode))
      .map((name) => [name, shown(bond, name)]),
  );

/** What a new bond of this mode shows. */
export const freshOptions = (mode: BondMode): Readonly<Record<string, string>> => ({
  ...fresh,
  updelay: '0',
  downdelay: '0',
  peer_notif_delay: '0',
  miimon: monitoredModes.includes(mode) ? '100' : '0',
});

function setMonitoring(bond: Bonding, name: 'miimon' | 'arp_interval', value: string): void {
  bond.values.set(name, value);
  if (Number(value) === 0) return;
  bond.values.set(name === 'miimon' ? 'arp_interval' : 'miimon', '0');
  if (name === 'miimon') bond.values.set('arp_validate', 'none');
}

function setDelay(bond: Bonding, name: OptionName, value: string): void {
  const miimon = Number(get(bond, 'miimon'));
  if (miimon === 0) refuse('EPERM', 'Operation not permitted');
  bond.delayUnits.set(name, Math.floor(Number(value) / miimon));
}

function checkValue(name: OptionName, value: string): void {
  const { value: kind } = bondOptions[name];
  if (kind.kind === 'word' && !kind.words.includes(value)) refuse('EINVAL', 'Invalid argument');
  if (kind.kind !== 'integer') return;
  if (!/^\d+$/.test(value) || Number(value) < kind.min || Number(value) > kind.max)
    refuse('EINVAL', 'Invalid argument');
}

export function writeOption(network: BondingNetwork, name: string, option: string, value: string): void {
  const bond = bondOf(network, name);
  if (!isOptionName(option)) refuse('ENOENT', 'No such file or directory');
  const { refusedIn, needs } = bondOptions[option];
  if (refusedIn.includes(bond.mode)) refuse('EACCES', 'Permission denied');
  if (needs === 'down' && deviceOf(network, name).up) refuse('EBUSY', 'Device or resource busy');
  if (needs === 'empty' && bond.ports.length > 0) refuse('ENOTEMPTY', 'Directory not empty');
  checkValue(option, value);
  if (option === 'miimon' || option === 'arp_interval') setMonitoring(bond, option, value);
  else if (delayNames.includes(option)) setDelay(bond, option, value);
  else bond.values.set(option, value);
}

function applyMode(bond: Bonding, mode: BondMode): void {
  bond.mode = mode;
  bond.values.set('arp_validate', 'none');
  bond.values.set('broadcast_neighbor', 'off');
  if (monitoredModes.includes(mode)) {
    bond.values.set('arp_interval', '0');
    if (get(bond, 'miimon') === '0') bond.values.set('miimon', '100');
  }
  if (mode === 'balance-alb') bond.values.set('tlb_dynamic_lb', '1');
}

export function writeMode(network: BondingNetwork, name: string, mode: BondMode): void {
  const bond = bondOf(network, name);
  if (!bondModes.includes(mode)) refuse('EINVAL', 'Invalid argument');
  if (deviceOf(network, name).up) refuse('EBUSY', 'Device or resource busy');
  if (bond.ports.length > 0) refuse('ENOTEMPTY', 'Directory not empty');
  applyMode(bond, mode);
}

function makeUpMac(network: BondingNetwork, device: Device): void {
  network.madeUpMacs += 1;
  device.mac = `02:00:00:00:00:${network.madeUpMacs.toString(16).padStart(2, '0')}`;
  device.macIsRandom = true;
}

export function createBond(
  network: BondingNetwork,
  name: string,
  mode: BondMode,
  options: OptionValues,
): void {
  if (network.devices.has(name)) refuse('EEXIST', 'File exists');
  const device: Device = {
    name,
    kind: 'bond',
    mac: '',
    macIsRandom: true,
    mtu: 1500,
    maxMtu: 65_535,
    up: false,
    cable: true,
    speedMbps: null,
    duplex: null,
    owner: 'none',
    master: null,
    parent: null,
    addresses: [],
    before: null,
    offloads: freshOffloads(),
  };
  makeUpMac(network, device);
  const values = new Map(Object.entries(fresh) as [OptionName, string][]);
  const bond: Bonding = { mode: 'balance-rr', ports: [], values, delayUnits: new Map() };
  applyMode(bond, mode);
  network.devices.set(name, device);
  network.bonds.set(name, bond);
  try {
    for (const [option, value] of Object.entries(options)) writeOption(network, name, option, value);
  } catch (thrown) {
    network.devices.delete(name);
    network.bonds.delete(name);
    throw thrown;
  }
}

/** True for a bond whose address is that of its active port. */
export const followsPort = (bond: Bonding): boolean =>
  bond.mode === 'active-backup' && get(bond, 'fail_over_mac') === 'active';

/** With fail_over_mac active the bond has the address of its active port, here the first. */
function follow(network: BondingNetwork, name: string): void {
  const bond = bondOf(network, name);
  const active = bond.ports[0];
  if (active !== undefined && followsPort(bond)) deviceOf(network, name).mac = deviceOf(network, active).mac;
}

export function addPort(network: BondingNetwork, bondName: string, name: string): void {
  const [bond, master, slave] = [
    bondOf(network, bondName),
    deviceOf(network, bondName),
    deviceOf(network, name),
  ];
  if (slave.master !== null) refuse('EBUSY', 'Device or resource busy');
  if (slave.up) refuse('EPERM', 'Device can not be enslaved while up');
  if (master.mtu > slave.maxMtu) refuse('EINVAL', 'Error setting MTU');
  slave.before = { mac: slave.mac, mtu: slave.mtu };
  if (bond.ports.length === 0 && master.macIsRandom) {
    master.mac = slave.mac;
    master.macIsRandom = false;
  }
  if (!followsPort(bond)) slave.mac = master.mac;
  slave.master = bondName;
  setMtu(network, name, master.mtu);
  slave.addresses = slave.addresses.filter((cidr) => !isIpv6(cidr));
  bond.ports.push(name);
  follow(network, bondName);
  setUp(network, name);
}

export function removePort(network: BondingNetwork, bondName: string, name: string): void {
  const [bond, slave] = [bondOf(network, bondName), deviceOf(network, name)];
  if (slave.master !== bondName || slave.before === null)
    refuse('EINVAL', `${name} is no port of ${bondName}`);
  slave.master = null;
  setDown(network, name);
  slave.mac = slave.before.mac;
  slave.mtu = slave.before.mtu;
  slave.before = null;
  bond.ports = bond.ports.filter((port) => port !== name);
  if (bond.ports.length === 0) makeUpMac(network, deviceOf(network, bondName));
  follow(network, bondName);
}

export function deleteBond(network: BondingNetwork, name: string): void {
  for (const port of [...bondOf(network, name).ports]) removePort(network, name, port);
  removeDevice(network, name);
  network.bonds.delete(name);
}

export function setMac(network: BondingNetwork, name: string, mac: string): void {
  const [device, own] = [deviceOf(network, name), network.bonds.get(name)];
  if (own !== undefined && followsPort(own)) return;
  device.mac = mac;
  device.macIsRandom = false;
  for (const port of network.bonds.get(name)?.ports ?? []) deviceOf(network, port).mac = mac;
}

/** Gives an interface another name; ports and what stands on it know it by that. */
export function rename(network: BondingNetwork, from: string, to: string): void {
  const now = (name: string | null) => (name === from ? to : name);
  const devices = [...network.devices.values()];
  network.devices.clear();
  for (const one of devices) {
    const name = one.name === from ? to : one.name;
    network.devices.set(name, { ...one, name, parent: now(one.parent), master: now(one.master) });
  }
  for (const bond of network.bonds.values())
    bond.ports = bond.ports.map((port) => (port === from ? to : port));
}
