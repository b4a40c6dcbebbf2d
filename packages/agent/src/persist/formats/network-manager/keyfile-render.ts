import type { BondName, IfName } from '@bondctl/proto/model/names';
import { type FileSet, fileSet, isOurs, renderingOf, withFile } from '../../file-set.ts';
import type { Rendering, TextFile } from '../../format.ts';
import type { KeptBond, KeptBridge, KeptVlan } from '../../kept.ts';
import { formatIni, type IniText, parseIni, valueIn } from './ini-text.ts';
import { isPortOf, names, type Profile, profileOfPort, readProfile } from './keyfile-profile.ts';
import * as text from './keyfile-text.ts';
import { nmOptions } from './nm-options.ts';
import { splitRoutes, untoldRoute } from './route-words.ts';

/** Where NetworkManager keeps what people wrote. */
export const folder = '/etc/NetworkManager/system-connections';

/** The profiles of a set. */
const profilesOf = (set: FileSet): readonly Profile[] =>
  [...set].map(([path, text]) => readProfile({ path, text }));

/** The profile of an interface of a type. */
const profileNamed = (profiles: readonly Profile[], type: string, name: IfName): Profile | undefined =>
  profiles.find((one) => one.type === type && one.name === name);

/** A path that no file has: that of somebody's profile of another thing is not ours to take. */
function freePath(set: FileSet, stem: string): string {
  const path = `${folder}/${stem}.nmconnection`;
  return set.has(path) ? freePath(set, `${stem}-bondctl`) : path;
}

const put = (set: FileSet, path: string, ini: IniText): FileSet => withFile(set, path, formatIni(ini));
const add = (set: FileSet, stem: string, ini: IniText): FileSet => put(set, freePath(set, stem), ini);

function withBond(set: FileSet, bond: KeptBond): FileSet {
  const old = profileNamed(profilesOf(set), 'bond', bond.name);
  return old === undefined
    ? add(set, bond.name, text.newBondText(bond))
    : put(set, old.path, text.bondText(old.ini, bond));
}

const free = (set: FileSet, { path, ini }: Profile): FileSet =>
  isOurs(set.get(path) ?? '') ? withFile(set, path, null) : put(set, path, text.freedText(ini));

function withPorts(set: FileSet, bond: KeptBond): FileSet {
  const self = profileNamed(profilesOf(set), 'bond', bond.name) ?? { name: bond.name, uuid: null };
  const staying = new Set<string>();
  let after = set;
  for (const port of bond.ports) {
    const profiles = profilesOf(after).filter((one) => !staying.has(one.path));
    const old = profileOfPort(profiles, port, self);
    const path = old?.path ?? freePath(after, `${bond.name}-${port.name}`);
    staying.add(path);
    const ini = old === undefined ? text.newPortText(port, bond.name) : text.portText(old, port, self);
    after = put(after, path, ini);
  }
  return profilesOf(after)
    .filter((one) => isPortOf(one, self) && !staying.has(one.path))
    .reduce(free, after);
}

/** True for the profile of a VLAN; where it says no name, NetworkManager makes one from bond and number. */
function describesVlan(profile: Profile, vlan: KeptVlan, self: Pick<Profile, 'name' | 'uuid'>): boolean {
  if (profile.type !== 'vlan') return false;
  if (profile.name !== null) return profile.name === vlan.name;
  const parent = valueIn(profile.ini, 'vlan', 'parent') ?? null;
  return names(parent, self) && valueIn(profile.ini, 'vlan', 'id') === String(vlan.id);
}

function withVlans(set: FileSet, bond: KeptBond): FileSet {
  const profiles = profilesOf(set);
  const self = profileNamed(profiles, 'bond', bond.name) ?? { name: bond.name, uuid: null };
  return bond.vlans
    .filter((vlan) => !profiles.some((one) => describesVlan(one, vlan, self)))
    .reduce((after, vlan) => add(after, vlan.name, text.vlanText(vlan, bond.name)), set);
}

const withBridge = (set: FileSet, { bridge }: KeptBond): FileSet =>
  bridge === null || profileNamed(profilesOf(set), 'bridge', bridge.name) !== undefined
    ? set
    : add(set, bridge.name, text.bridgeText(bridge));

/** Ports of the bridge beside the bond that no profile puts there: most are made by whatever runs virtual machines. */
function untoldPorts(set: FileSet, bridge: KeptBridge): readonly string[] {
  const profiles = profilesOf(set);
  const self = profileNamed(profiles, 'bridge', bridge.name) ?? { name: bridge.name, uuid: null };
  const told = profiles.filter((one) => names(one.master, self)).map((one) => one.name);
  return bridge.otherPorts.filter((port) => !told.includes(port)).map((port) => `${port} in ${bridge.name}`);
}

function untold(before: FileSet, after: FileSet, bond: KeptBond): readonly string[] {
  const old = profileNamed(profilesOf(before), 'bond', bond.name)?.ini ?? parseIni('');
  const { cidrs } = bond.addresses;
  const own = bond.bridge === null ? cidrs : [];
  const addressed = [...bond.vlans, ...(bond.bridge === null ? [] : [bond.bridge])];
  const routes = [
    ...splitRoutes(bond.routes, own).beyond,
    ...addressed.flatMap((one) => splitRoutes(one.routes, one.addresses).beyond),
  ];
  return [
    ...nmOptions(bond, text.wordsOf(old)).untold,
    ...(bond.bridge === null ? [] : cidrs.map((cidr) => `address ${cidr}`)),
    ...routes.map(untoldRoute),
    ...(bond.bridge === null ? [] : untoldPorts(after, bond.bridge)),
  ];
}

/** The profiles as they shall be with a bond. */
export function render(bond: KeptBond, files: readonly TextFile[]): Rendering {
  const before = fileSet(files);
  const after = [withBond, withPorts, withVlans, withBridge].reduce((set, step) => step(set, bond), before);
  return renderingOf(files, after, untold(before, after, bond));
}

/** The profiles as they shall be without a bond; VLANs that people described on it are left to them. */
export function withdraw(name: BondName, files: readonly TextFile[]): Rendering {
  const before = fileSet(files);
  const profiles = profilesOf(before);
  const bonds = profiles.filter((one) => one.type === 'bond' && one.name === name);
  const selves = bonds.length > 0 ? bonds : [{ name, uuid: null }];
  const ports = profiles.filter((one) => selves.some((self) => isPortOf(one, self)));
  const vlans = profiles.filter(
    (one) =>
      one.type === 'vlan' &&
      isOurs(before.get(one.path) ?? '') &&
      selves.some((self) => names(valueIn(one.ini, 'vlan', 'parent') ?? null, self)),
  );
  const bare = [...bonds, ...vlans].reduce((set, one) => withFile(set, one.path, null), before);
  return renderingOf(files, ports.reduce(free, bare), []);
}
