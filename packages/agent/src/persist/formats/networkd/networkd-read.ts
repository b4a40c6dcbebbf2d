import type { FileProblem } from '@bondctl/proto/model/described';
import { parseMode } from '@bondctl/proto/model/mode';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { FileSet } from '../../file-set.ts';
import type { Adopted, AdoptedBond } from '../../format.ts';
import type { KeptBridge, KeptPort, KeptVlan } from '../../kept.ts';
import { effective, netdevOf, type UnitFile, unitFiles } from './networkd-folder.ts';
import { byName, matchLine, namesOf, portOf, portsIn, type Sought } from './networkd-match.ts';
import { modeText, optionsIn, parseBoolean } from './networkd-options.ts';
import { routesOf } from './networkd-routes.ts';
import { allOf, lastOf, linesOf, readUnit, strangeLines, type Unit } from './unit-text.ts';

type Problems = FileProblem[];

const nothing: Unit = readUnit('');

const asName = (text: string | undefined): IfName | null => {
  const name = parseIfName(text ?? '');
  return name.ok ? name.value : null;
};

const namesIn = (values: readonly string[]): readonly IfName[] =>
  values.flatMap((value) => value.split(/\s+/).flatMap((word) => asName(word) ?? []));

/** `9000`, `9K` */
function sizeOf(text: string | undefined): number | null {
  const [, digits, unit] = /^(\d{1,9})([KMG]?)$/.exec(text ?? '') ?? [];
  return digits === undefined
    ? null
    : Number(digits) * ({ K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[unit ?? ''] ?? 1);
}

const addressesOf = (unit: Unit): readonly string[] => [
  ...linesOf(unit, 'Address', 'Address').map((line) => line.value),
  ...allOf(unit, 'Network', 'Address'),
];

const networkOf = (draft: FileSet, name: IfName): Unit => effective(draft, byName(name))?.unit ?? nothing;

/** What networkd takes for a port must be the file that calls it one. */
const counts = (draft: FileSet, sought: Sought, { path }: UnitFile): boolean =>
  effective(draft, sought)?.path === path;

function portsOf(
  draft: FileSet,
  bond: IfName,
  problems: Problems,
): readonly (KeptPort & { primary: boolean })[] {
  const members = unitFiles(draft, '.network').filter(({ unit }) => lastOf(unit, 'Network', 'Bond') === bond);
  return members.flatMap((file) => {
    const listed = portsIn(file.path, file.unit);
    if (listed.length === 0)
      problems.push({
        path: file.path,
        line: matchLine(file.unit),
        message: `which ports of ${bond} this is about cannot be told from the file`,
      });
    const primary = parseBoolean(lastOf(file.unit, 'Network', 'PrimarySlave') ?? 'no') === '1';
    return listed.filter((one) => counts(draft, one, file)).map((one) => ({ ...portOf(one), primary }));
  });
}

function vlanOf(draft: FileSet, name: IfName): readonly KeptVlan[] {
  const device = netdevOf(draft, name)?.unit ?? nothing;
  const id = Number(lastOf(device, 'VLAN', 'Id') ?? Number.NaN);
  if (lastOf(device, 'NetDev', 'Kind') !== 'vlan' || !(id >= 0 && id <= 4094)) return [];
  const unit = networkOf(draft, name);
  const mtu = sizeOf(lastOf(unit, 'Link', 'MTUBytes') ?? lastOf(device, 'NetDev', 'MTUBytes'));
  return [{ name, id, mtu, addresses: addressesOf(unit), routes: routesOf(unit) }];
}

function bridgeOf(draft: FileSet, bond: IfName, name: IfName | null): KeptBridge | null {
  if (name === null) return null;
  const ports = unitFiles(draft, '.network')
    .filter(({ unit }) => lastOf(unit, 'Network', 'Bridge') === name)
    .flatMap(({ unit }) => namesOf(unit));
  const unit = networkOf(draft, name);
  return {
    name,
    addresses: addressesOf(unit),
    routes: routesOf(unit),
    otherPorts: [...new Set(ports)].filter((port) => port !== bond),
  };
}

function bondOf(draft: FileSet, { path, unit }: UnitFile, problems: Problems): readonly AdoptedBond[] {
  const name = asName(lastOf(unit, 'NetDev', 'Name'));
  const mode = parseMode(modeText(unit));
  const wrong = (line: number, message: string) => {
    problems.push({ path, line, message });
    return [];
  };
  if (name === null) return wrong(1, 'a bond without a name');
  const modeAt = linesOf(unit, 'Bond', 'Mode').at(-1)?.number ?? 1;
  if (mode === undefined) return wrong(modeAt, `"${modeText(unit)}" is not a mode of a bond`);
  const { options, wrong: lines } = optionsIn(unit);
  for (const line of lines) wrong(line.number, `"${line.value}" is not a value of ${line.key}`);
  const found = portsOf(draft, name, problems);
  const ports = found.map(({ primary: _, ...port }) => port);
  if (!isNonEmpty(ports)) return wrong(1, `no file describes a port of ${name}`);
  const primary = found.find((port) => port.primary)?.name;
  const network = networkOf(draft, name);
  const cidrs = addressesOf(network);
  const mac = lastOf(unit, 'NetDev', 'MACAddress')?.toLowerCase();
  const bond = {
    name,
    mode,
    options: primary === undefined ? options : { ...options, primary },
    ports,
    mtu: sizeOf(lastOf(network, 'Link', 'MTUBytes') ?? lastOf(unit, 'NetDev', 'MTUBytes')),
    mac: mac === undefined || mac === 'none' ? null : mac,
    addresses: { cidrs, named: cidrs.length > 0 },
    routes: routesOf(network),
    vlans: namesIn(allOf(network, 'Network', 'VLAN')).flatMap((vlan) => vlanOf(draft, vlan)),
    bridge: bridgeOf(draft, name, asName(lastOf(network, 'Network', 'Bridge'))),
  };
  return [{ bond, path }];
}

/** The bonds of networkd's files. */
export function adoptNetworkd(draft: FileSet): Adopted {
  const units = [...unitFiles(draft, '.netdev'), ...unitFiles(draft, '.network')];
  const problems: Problems = units.flatMap(({ path, unit }) =>
    strangeLines(unit).map((line) => ({
      path,
      line: line.number,
      message: 'neither a section, an assignment nor a comment',
    })),
  );
  const bonds = unitFiles(draft, '.netdev').filter(({ unit }) => lastOf(unit, 'NetDev', 'Kind') === 'bond');
  const first = bonds.filter((file) => isFirst(draft, file));
  return { bonds: first.flatMap((file) => bondOf(draft, file, problems)), problems };
}

/** Of two files that make the same device, networkd reads the first. */
function isFirst(draft: FileSet, { path, unit }: UnitFile): boolean {
  const name = asName(lastOf(unit, 'NetDev', 'Name'));
  return name === null || netdevOf(draft, name)?.path === path;
}
