import { type FileSet, isOurs, withFile } from '../../file-set.ts';
import type { KeptBond, KeptPort } from '../../kept.ts';
import { effective, newNetworkPath, type UnitFile, unitFiles, withUnit } from './networkd-folder.ts';
import { fitOf, isList, matchOf, namesOf } from './networkd-match.ts';
import { parseBoolean } from './networkd-options.ts';
import { ours } from './networkd-write.ts';
import { withSection, withValues } from './unit-edit.ts';
import { allOf, lastOf, linesOf, textOf, type Unit } from './unit-text.ts';

const isPrimary = (unit: Unit): boolean =>
  parseBoolean(lastOf(unit, 'Network', 'PrimarySlave') ?? 'no') === '1';

/** A port belongs to one bond and to no bridge. */
function asPort(unit: Unit, bond: KeptBond, primary: boolean): Unit {
  const joined = withValues(withValues(unit, 'Network', 'Bridge', []), 'Network', 'Bond', [bond.name]);
  return isPrimary(joined) === primary
    ? joined
    : withValues(joined, 'Network', 'PrimarySlave', primary ? ['true'] : []);
}

const newPort = (port: KeptPort): Unit =>
  withSection(withSection(ours, 'Match', [matchOf(port)]), 'Network', [['LinkLocalAddressing', 'no']]);

/** The draft with a port; a file that is about others too stays, and one that comes before it is about this one alone. */
export function withPort(draft: FileSet, bond: KeptBond, port: KeptPort): FileSet {
  const primary = bond.options.primary === port.name;
  const found = effective(draft, port);
  if (found?.fit === 'alone') return withUnit(draft, found.path, asPort(found.unit, bond, primary));
  const said = found !== undefined && lastOf(found.unit, 'Network', 'Bond') === bond.name;
  if (said && isPrimary(found.unit) === primary) return draft;
  return withUnit(draft, newNetworkPath(draft, port), asPort(newPort(port), bond, primary));
}

/** True for a file that finds an interface and says no more than that it has no address. */
const saysNothing = (unit: Unit): boolean =>
  unit.every(({ name, lines }) =>
    lines.every((line) => line.key === null || name === 'Match' || line.key === 'LinkLocalAddressing'),
  );

/** The draft in which a file is no longer about a port of a bond. */
function released(draft: FileSet, { path, unit }: UnitFile): FileSet {
  const left = withValues(withValues(unit, 'Network', 'Bond', []), 'Network', 'PrimarySlave', []);
  return isOurs(textOf(unit)) && saysNothing(left)
    ? withFile(draft, path, null)
    : withUnit(draft, path, left);
}

/** The names of a list that are still ports; a list that names nobody any more is about nobody's bond. */
function withoutLeaving(draft: FileSet, file: UnitFile, ports: readonly KeptPort[]): FileSet {
  const names = namesOf(file.unit);
  const stays = names.filter((name) => ports.some((port) => port.name === name));
  if (names.length < 2 || stays.length === 0) return released(draft, file);
  const match =
    stays.length === names.length
      ? linesOf(file.unit, 'Match', 'Name').map((line) => line.value)
      : [stays.join(' ')];
  return withUnit(draft, file.path, withValues(file.unit, 'Match', 'Name', match));
}

/** The draft in which nothing but the ports is described as a port of the bond, as far as files list what they are about. */
export function withoutOtherPorts(draft: FileSet, bond: string, ports: readonly KeptPort[]): FileSet {
  const members = unitFiles(draft, '.network').filter(
    ({ unit }) => isList(unit) && allOf(unit, 'Network', 'Bond').includes(bond),
  );
  return members.reduce((before, file) => {
    const alone = ports.some((port) => fitOf(file.unit, port) === 'alone');
    return alone ? before : withoutLeaving(before, file, ports);
  }, draft);
}

/** The draft without the bond's membership in any file, patterns or not: there is no such bond any more. */
export const withoutPorts = (draft: FileSet, bond: string): FileSet =>
  unitFiles(draft, '.network')
    .filter(({ unit }) => allOf(unit, 'Network', 'Bond').includes(bond))
    .reduce(released, draft);
