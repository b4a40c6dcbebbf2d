import type { IfName } from '@bondctl/proto/model/names';
import { type FileSet, isOurs, withFile } from '../../file-set.ts';
import { type Fit, fitOf, type Sought } from './networkd-match.ts';
import { lastOf, readUnit, textOf, type Unit } from './unit-text.ts';

/** Where networkd's own files lie. */
export const networkdFolder = '/etc/systemd/network';

/** A file with what it says. */
export interface UnitFile {
  readonly path: string;
  readonly unit: Unit;
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** All files of a kind in the order in which networkd looks at them. */
export const unitFiles = (draft: FileSet, suffix: '.netdev' | '.network'): readonly UnitFile[] =>
  [...draft]
    .filter(([path]) => path.endsWith(suffix))
    .map(([path, text]) => ({ path, unit: readUnit(text) }))
    .sort((a, b) => (baseOf(a.path) < baseOf(b.path) ? -1 : 1));

/** The file that makes a virtual device. */
export const netdevOf = (draft: FileSet, name: IfName): UnitFile | undefined =>
  unitFiles(draft, '.netdev').find(({ unit }) => lastOf(unit, 'NetDev', 'Name') === name);

/** The `.network` files that fit an interface, or may, first come first served. */
export const fitting = (draft: FileSet, sought: Sought): readonly (UnitFile & { readonly fit: Fit })[] =>
  unitFiles(draft, '.network')
    .map((file) => ({ ...file, fit: fitOf(file.unit, sought) }))
    .filter((file) => file.fit !== 'not');

/** The file that networkd takes for an interface, as far as can be told from here. */
export const effective = (draft: FileSet, sought: Sought): (UnitFile & { readonly fit: Fit }) | undefined =>
  fitting(draft, sought).find((file) => file.fit !== 'perhaps');

/** Beginnings of names that come before what people usually write, each before the one ahead of it. */
const prefixes = ['05-bondctl-', '00-bondctl-', '0-bondctl-'] as const;

/** The first beginning with which a name comes before all of these. */
export const prefixBefore = (name: string, others: readonly string[]): string =>
  prefixes.find((prefix) => others.every((other) => `${prefix}${name}` <= other)) ?? prefixes[2];

/** Where a new `.network` file lies so that networkd takes it and none of those that fit too. */
export function newNetworkPath(draft: FileSet, sought: Sought): string {
  const base = `${sought.name}.network`;
  // A file of ours that asks for a MAC address or a place is about the port that it is called after.
  const others = fitting(draft, sought)
    .filter((file) => file.fit !== 'perhaps' || !isOurs(textOf(file.unit)))
    .map((file) => baseOf(file.path));
  return `${networkdFolder}/${prefixBefore(base, others)}${base}`;
}

/** Where a new `.netdev` file lies. */
export const newNetdevPath = (name: IfName): string => `${networkdFolder}/${prefixes[0]}${name}.netdev`;

/** The draft with a unit written. */
export const withUnit = (draft: FileSet, path: string, unit: Unit): FileSet =>
  withFile(draft, path, textOf(unit));
