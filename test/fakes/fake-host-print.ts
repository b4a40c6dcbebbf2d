import type { SysctlName } from '@bondctl/proto/model/tuning';
import * as bonding from './fake-bonding.ts';
import * as kernel from './fake-kernel.ts';

/** What a kernel has when it has booted. */
export const freshSysctls: Readonly<Record<SysctlName, string>> = {
  tcp_reordering: '3',
  tcp_max_reordering: '300',
};

/** What differs from a fresh bond, so that the text stays short. */
function printBond(network: bonding.BondingNetwork, name: string): string {
  const bond = network.bonds.get(name);
  if (bond === undefined) return '';
  const fresh = bonding.freshOptions(bond.mode);
  const said = Object.entries(bonding.shownOptions(bond)).filter(
    ([option, value]) => fresh[option] !== value,
  );
  return `${bond.mode}${said.map(([option, value]) => ` ${option}=${value}`).join('')} `;
}

const printOffloads = ({ offloads }: kernel.Device): string =>
  [...offloads].flatMap(([name, words]) => (words === 'on' ? [] : [` ${name} ${words}`])).join('');

/** The settings of the whole host that are not the kernel's own. */
const printSysctls = ({ sysctls }: kernel.Network): readonly string[] =>
  [...sysctls].flatMap(([name, value]) => (value === freshSysctls[name] ? [] : [`${name} ${value}`]));

function printDevice(network: bonding.BondingNetwork, device: kernel.Device): string {
  const where = device.master ?? device.parent;
  const own = network.bonds.get(device.name);
  const follows = own !== undefined && bonding.followsPort(own);
  const mac = device.macIsRandom ? 'made up' : follows ? 'of its port' : device.mac;
  const head = `${device.name}: ${printBond(network, device.name)}${device.up ? 'up' : 'down'} mtu ${device.mtu} mac ${mac}${printOffloads(device)}`;
  const routes = network.routes
    .filter((route) => route.device === device.name)
    .map((route) => `  route ${route.text}`);
  return [
    where === null ? head : `${head} in ${where}`,
    ...kernel.bySubnet(device.addresses).map((cidr) => `  ${cidr}`),
    ...routes.sort(),
  ].join('\n');
}

/** A host as readable text; equal texts are equal hosts. */
export const printHost = (network: bonding.BondingNetwork): string =>
  [
    ...[...network.devices.values()]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((one) => printDevice(network, one)),
    ...printSysctls(network),
  ].join('\n');
