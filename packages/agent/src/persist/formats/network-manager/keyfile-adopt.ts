import type { FileProblem } from '@bondctl/proto/model/described';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { Adopted, AdoptedBond, TextFile } from '../../format.ts';
import type { KeptBridge, KeptPort, KeptVlan } from '../../kept.ts';
import { bondingMeaning } from './bonding-words.ts';
import { entriesIn, lineOf, unreadableLines, valueIn } from './ini-text.ts';
import { addressesIn, routesIn, unreadableAddresses } from './keyfile-addresses.ts';
import {
  hardwareSection,
  identityOf,
  isPortOf,
  labelOf,
  masterKeys,
  names,
  type Profile,
  readProfile,
} from './keyfile-profile.ts';

type Report = (profile: Profile, line: number, message: string) => void;

function numberIn(profile: Profile, section: string, key: string): number | null {
  const value = valueIn(profile.ini, section, key) ?? '';
  return /^\d+$/.test(value) && Number(value) > 0 ? Number(value) : null;
}

const mtuOf = (profile: Profile): number | null => numberIn(profile, hardwareSection(profile), 'mtu');

function macOf(profile: Profile): string | null {
  const value = valueIn(profile.ini, hardwareSection(profile), 'cloned-mac-address')?.toLowerCase() ?? '';
  return /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(value) ? value : null;
}

function portOf(profile: Profile, report: Report): readonly KeptPort[] {
  const name = labelOf(profile);
  if (name !== null)
    return [{ name, identity: identityOf(profile), infiniband: profile.type === 'infiniband' }];
  report(profile, lineOf(profile.ini, 'connection', 'id'), 'nothing here says which NIC this is');
  return [];
}

function vlanOf(profile: Profile, parent: IfName, report: Report): readonly KeptVlan[] {
  const id = numberIn(profile, 'vlan', 'id');
  const name = parseIfName(profile.name ?? `${parent}.${id}`);
  if (id === null || !name.ok) {
    report(profile, lineOf(profile.ini, 'vlan', 'id'), 'this VLAN has no id or no name');
    return [];
  }
  const { ini } = profile;
  return [{ name: name.value, id, mtu: mtuOf(profile), addresses: addressesIn(ini), routes: routesIn(ini) }];
}

function bridgeOf(bond: Profile, profiles: readonly Profile[]): KeptBridge | null {
  if (bond.master === null || (bond.portType ?? 'bridge') !== 'bridge') return null;
  const bridge = profiles.find((one) => one.type === 'bridge' && names(bond.master, one));
  const name = parseIfName(bridge?.name ?? bond.master);
  if (!name.ok) return null;
  const self = bridge ?? { name: name.value, uuid: null };
  const others = profiles.filter((one) => one !== bond && names(one.master, self));
  return {
    name: name.value,
    addresses: bridge === undefined ? [] : addressesIn(bridge.ini),
    routes: bridge === undefined ? [] : routesIn(bridge.ini),
    otherPorts: others.flatMap((one) => one.name ?? []),
  };
}

function bondOf(
  profile: Profile,
  name: IfName,
  profiles: readonly Profile[],
  report: Report,
): readonly AdoptedBond[] {
  const { ini, path } = profile;
  const { mode, options, problems } = bondingMeaning(entriesIn(ini, 'bond'));
  const ports = profiles.filter((one) => isPortOf(one, profile)).flatMap((one) => portOf(one, report));
  for (const { key, message } of problems) report(profile, lineOf(ini, 'bond', key), message);
  if (ports.length === 0) report(profile, 1, `no file describes a port of ${name}`);
  if (mode === undefined || !isNonEmpty(ports)) return [];
  const bridge = bridgeOf(profile, profiles);
  const cidrs = bridge === null ? addressesIn(ini) : [];
  const vlans = profiles.filter(
    (one) => one.type === 'vlan' && names(valueIn(one.ini, 'vlan', 'parent') ?? null, profile),
  );
  const bond = {
    name,
    mode,
    options,
    ports,
    mtu: mtuOf(profile),
    mac: macOf(profile),
    addresses: { cidrs, named: cidrs.length > 0 },
    routes: bridge === null ? routesIn(ini) : [],
    vlans: vlans.flatMap((one) => vlanOf(one, name, report)),
    bridge,
  };
  return [{ bond, path }];
}

/** Members of a bond that no file describes. */
function reportLost(profiles: readonly Profile[], report: Report): void {
  const bonds = profiles.filter((one) => one.type === 'bond');
  for (const one of profiles) {
    const lost = one.portType === 'bond' && !bonds.some((bond) => names(one.master, bond));
    const line = Math.max(...masterKeys.map((key) => lineOf(one.ini, 'connection', key)));
    if (lost) report(one, line, `no file describes the bond "${one.master}"`);
  }
}

/** The bonds that profiles describe, and what could not be read of them. */
export function adopt(files: readonly TextFile[]): Adopted {
  const problems: FileProblem[] = [];
  const report: Report = ({ path }, line, message) => problems.push({ path, line, message });
  const profiles = files.map(readProfile);
  for (const one of profiles) {
    for (const line of unreadableLines(one.ini)) report(one, line, 'this line could not be read');
    for (const { line, message } of unreadableAddresses(one.ini)) report(one, line, message);
  }
  const bonds = profiles
    .filter((one) => one.type === 'bond')
    .flatMap((one) => {
      const first = profiles.find((other) => other.type === 'bond' && other.name === one.name);
      if (one.name !== null && first === one) return bondOf(one, one.name, profiles, report);
      report(
        one,
        lineOf(one.ini, 'connection', 'interface-name'),
        one.name === null
          ? 'this bond has no interface name'
          : `${one.name} is described by ${first?.path} too`,
      );
      return [];
    });
  reportLost(profiles, report);
  return { bonds, problems };
}
