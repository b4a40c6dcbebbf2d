import type { BondName } from '@bondctl/proto/model/names';
import { type FileSet, fileSet, isOurs, renderingOf, withFile } from '../../file-set.ts';
import type { Rendering, TextFile } from '../../format.ts';
import type { KeptBond, KeptBridge, KeptRoute } from '../../kept.ts';
import { routePaths, withRoutes } from './ifcfg-addresses.ts';
import { fileNamed, fileOfPort, folder, type IfcfgFile, interfacesIn, means } from './ifcfg-file.ts';
import * as text from './ifcfg-text.ts';
import { nmOptions } from './nm-options.ts';
import { splitRoutes, untoldRoute } from './route-words.ts';
import { formatShell, type ShellText, valueIn } from './shell-text.ts';

/** A path that no file has: that of somebody's file of another thing is not ours to take. */
function freePath(set: FileSet, stem: string): string {
  const path = `${folder}/ifcfg-${stem}`;
  return set.has(path) ? freePath(set, `${stem}-bondctl`) : path;
}

const put = (set: FileSet, path: string, lines: ShellText): FileSet =>
  withFile(set, path, formatShell(lines));

/** An interface with what it is given. */
interface Addressed {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly routes: readonly KeptRoute[];
}

const add = (set: FileSet, one: Addressed, lines: ShellText): FileSet => {
  const path = freePath(set, one.name);
  return withRoutes(put(set, path, lines), { ...one, stem: path.slice(`${folder}/ifcfg-`.length) });
};

/** A bond with what it is given itself: a port of a bridge is given nothing. */
const addressed = ({ name, bridge, addresses, routes }: KeptBond): Addressed => ({
  name,
  addresses: bridge === null ? addresses.cidrs : [],
  routes: bridge === null ? routes : [],
});

const selfOf = (set: FileSet, name: BondName): Pick<IfcfgFile, 'name' | 'uuid'> =>
  fileNamed(interfacesIn(set), 'bond', name) ?? { name, uuid: null };

function withBond(set: FileSet, bond: KeptBond): FileSet {
  const files = interfacesIn(set);
  const old = fileNamed(files, 'bond', bond.name);
  if (old === undefined) return add(set, addressed(bond), text.newBondText(bond));
  const bridge =
    bond.bridge && (fileNamed(files, 'bridge', bond.bridge.name) ?? { ...bond.bridge, uuid: null });
  return put(set, old.path, text.bondText(old, bond, bridge !== null && means(old.bridge, bridge)));
}

const free = (set: FileSet, { path, lines }: IfcfgFile): FileSet =>
  isOurs(set.get(path) ?? '') ? withFile(set, path, null) : put(set, path, text.freedText(lines));

function withPorts(set: FileSet, bond: KeptBond): FileSet {
  const self = selfOf(set, bond.name);
  const staying = new Set<string>();
  let after = set;
  for (const port of bond.ports) {
    const old = fileOfPort(
      interfacesIn(after).filter((one) => !staying.has(one.path)),
      port,
    );
    const path = old?.path ?? freePath(after, port.name);
    staying.add(path);
    const lines = old === undefined ? text.newPortText(port, bond.name) : text.portText(old, port, self);
    after = put(after, path, lines);
  }
  return interfacesIn(after)
    .filter((one) => means(one.master, self) && !staying.has(one.path))
    .reduce(free, after);
}

const withVlans = (set: FileSet, bond: KeptBond): FileSet =>
  bond.vlans
    .filter((vlan) => fileNamed(interfacesIn(set), 'vlan', vlan.name) === undefined)
    .reduce((after, vlan) => add(after, vlan, text.vlanText(vlan, bond.name)), set);

const withBridge = (set: FileSet, { bridge }: KeptBond): FileSet =>
  bridge === null || fileNamed(interfacesIn(set), 'bridge', bridge.name) !== undefined
    ? set
    : add(set, bridge, text.bridgeText(bridge));

/** Ports of the bridge beside the bond that no file puts there: most are made by whatever runs virtual machines. */
function untoldPorts(set: FileSet, bridge: KeptBridge): readonly string[] {
  const files = interfacesIn(set);
  const self = fileNamed(files, 'bridge', bridge.name) ?? { name: bridge.name, uuid: null };
  const told = files.filter((one) => means(one.bridge, self)).map((one) => one.name);
  return bridge.otherPorts.filter((port) => !told.includes(port)).map((port) => `${port} in ${bridge.name}`);
}

function untold(before: FileSet, after: FileSet, bond: KeptBond): readonly string[] {
  const old = fileNamed(interfacesIn(before), 'bond', bond.name);
  const words = new Set(old === undefined ? [] : text.wordsIn(old.lines).map((word) => word.key));
  const all = [
    { ...addressed(bond), routes: bond.routes },
    ...bond.vlans,
    ...(bond.bridge === null ? [] : [bond.bridge]),
  ];
  return [
    ...nmOptions(bond, words).untold,
    ...bond.ports
      .filter((port) => port.identity.by === 'path')
      .map((port) => `${port.name} by its path (written by its name)`),
    ...(bond.bridge === null ? [] : bond.addresses.cidrs.map((cidr) => `address ${cidr}`)),
    ...all.flatMap((one) => splitRoutes(one.routes, one.addresses).beyond).map(untoldRoute),
    ...(bond.bridge === null ? [] : untoldPorts(after, bond.bridge)),
  ];
}

/** The files as they shall be with a bond. */
export function render(bond: KeptBond, files: readonly TextFile[]): Rendering {
  const before = fileSet(files);
  const after = [withBond, withPorts, withVlans, withBridge].reduce((set, step) => step(set, bond), before);
  return renderingOf(files, after, untold(before, after, bond));
}

/** The files as they shall be without a bond; VLANs that people described on it are left to them. */
export function withdraw(name: BondName, files: readonly TextFile[]): Rendering {
  const before = fileSet(files);
  const all = interfacesIn(before);
  const bonds = all.filter((one) => one.kind === 'bond' && one.name === name);
  const selves = bonds.length > 0 ? bonds : [{ name, uuid: null }];
  const vlans = all.filter(
    (one) =>
      one.kind === 'vlan' &&
      isOurs(before.get(one.path) ?? '') &&
      selves.some((self) => means(valueIn(one.lines, 'PHYSDEV'), self)),
  );
  const gone = [...bonds, ...vlans].flatMap((one) => [one.path, ...routePaths(one.stem)]);
  const ports = all.filter((one) => selves.some((self) => means(one.master, self)));
  const left = gone.reduce((set, path) => withFile(set, path, null), before);
  return renderingOf(files, ports.reduce(free, left), []);
}
