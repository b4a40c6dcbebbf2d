import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { KeptPort, PortIdentity } from '../kept.ts';
import { allOf, linesOf, type Unit } from './unit-text.ts';

/** What is known of an interface by which a `[Match]` may find it. */
export interface Sought {
  readonly name: IfName;
  readonly identity: PortIdentity;
}

/**
 * How a `.network` file fits an interface: it is about this one alone; it is about others too; nobody can tell from here,
 * because it asks for a driver, a type or a MAC address; or it is about others only.
 */
export type Fit = 'alone' | 'among others' | 'perhaps' | 'not';

const words = (unit: Unit, key: string): readonly string[] =>
  allOf(unit, 'Match', key).flatMap((value) => value.split(/\s+/).filter(Boolean));

const asMac = (text: string): string => text.toLowerCase().replaceAll('-', ':');

const isPattern = (word: string): boolean => /[*?[\]!]/.test(word);

/** A shell pattern as an expression. */
function patternOf(glob: string): RegExp {
  const quoted = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  try {
    return new RegExp(`^${quoted.replaceAll('[!', '[^')}$`);
  } catch {
    // A bracket that does not close stands for itself.
    return new RegExp(`^${quoted.replace(/[[\]]/g, '\\$&')}$`);
  }
}

/** True when a list of shell patterns, turned round by a `!` before it, has the text. */
export function listHas(list: readonly string[], text: string): boolean {
  const [first = '', ...rest] = list;
  const inverted = first.startsWith('!');
  const patterns = inverted ? [first.slice(1), ...rest] : list;
  return patterns.some((glob) => patternOf(glob).test(text)) !== inverted;
}

const isOnly = (list: readonly string[], text: string): boolean => list.length === 1 && list[0] === text;

/** The MAC addresses that a file asks for. */
const macsOf = (unit: Unit): readonly string[] =>
  [...words(unit, 'PermanentMACAddress'), ...words(unit, 'MACAddress')].map(asMac);

/** How the file fits the interface. */
export function fitOf(unit: Unit, { name, identity }: Sought): Fit {
  const [names, macs, paths] = [words(unit, 'Name'), macsOf(unit), words(unit, 'Path')];
  if (names.length > 0 && !listHas(names, name)) return 'not';
  if (identity.by === 'mac' && macs.length > 0)
    return isOnly(macs, identity.mac) ? 'alone' : macs.includes(identity.mac) ? 'among others' : 'not';
  if (identity.by === 'path' && paths.length > 0)
    return isOnly(paths, identity.path) ? 'alone' : listHas(paths, identity.path) ? 'among others' : 'not';
  if (isOnly(names, name)) return 'alone';
  const onlyNames = unit
    .filter((section) => section.name === 'Match')
    .every((section) => section.lines.every((line) => line.key === null || line.key === 'Name'));
  return names.length > 0 && onlyNames ? 'among others' : 'perhaps';
}

/** True when a file lists its interfaces one by one. */
export const isList = (unit: Unit): boolean =>
  [...words(unit, 'Name'), ...words(unit, 'Path')].every((word) => !isPattern(word)) &&
  (words(unit, 'Name').length > 0 || macsOf(unit).length > 0 || words(unit, 'Path').length > 0);

/** The interface names that a file lists. */
export const namesOf = (unit: Unit): readonly IfName[] =>
  words(unit, 'Name').flatMap((word) => {
    const name = parseIfName(word);
    return name.ok ? [name.value] : [];
  });

/** What a file is called after what it is about: `05-bondctl-eth1.network`, `10-eth1.network`. */
function labelOf(path: string): IfName | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.network$/, '');
  const name = parseIfName(base.replace(/^\d*-(bondctl-)?/, ''));
  return name.ok ? name.value : undefined;
}

/** The NICs that a port's file is about; none where only patterns say it. */
export function portsIn(path: string, unit: Unit): readonly Sought[] {
  const names = namesOf(unit);
  const label = names.length === 1 ? names[0] : labelOf(path);
  const [mac, ...macs] = macsOf(unit);
  const [place] = words(unit, 'Path');
  // One label for several addresses would be the name of none.
  if (!isList(unit) || macs.length > 0) return [];
  if (names.length > 1) return names.map((name) => ({ name, identity: { by: 'name' } }));
  if (label === undefined) return [];
  if (mac !== undefined) return [{ name: label, identity: { by: 'mac', mac } }];
  if (place !== undefined) return [{ name: label, identity: { by: 'path', path: place } }];
  return names.map((name) => ({ name, identity: { by: 'name' } }));
}

/** The key that finds an interface by what it is known by. */
export function matchOf({ name, identity }: Sought): readonly [key: string, value: string] {
  if (identity.by === 'mac') return ['PermanentMACAddress', identity.mac];
  return identity.by === 'path' ? ['Path', identity.path] : ['Name', name];
}

/** A NIC by the name that a file must find it by. */
export const byName = (name: IfName): Sought => ({ name, identity: { by: 'name' } });

/** Where a file says what it matches, for a sentence about it. */
export const matchLine = (unit: Unit): number => linesOf(unit, 'Match', 'Name')[0]?.number ?? 1;

/** Whether a port is InfiniBand: no file says it, so its name or the length of its address must. */
export const isInfiniband = ({ name, identity }: Sought): boolean =>
  identity.by === 'mac' ? identity.mac.length > 17 : /^ib/.test(name);

/** A port of what a file is about. */
export const portOf = (one: Sought): KeptPort => ({ ...one, infiniband: isInfiniband(one) });
