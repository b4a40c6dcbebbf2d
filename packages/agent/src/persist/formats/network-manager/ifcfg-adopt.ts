import type { FileProblem } from '@bondctl/proto/model/described';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import { type FileSet, fileSet } from '../../file-set.ts';
import type { Adopted, AdoptedBond, TextFile } from '../../format.ts';
import type { KeptBridge, KeptPort, KeptVlan } from '../../kept.ts';
import { bondingMeaning } from './bonding-words.ts';
import { addressesIn, routesIn } from './ifcfg-addresses.ts';
import { type IfcfgFile, identityOf, interfacesIn, labelOf, means } from './ifcfg-file.ts';
import { wordsIn } from './ifcfg-text.ts';
import { lineOf, unreadableLines, valueIn } from './shell-text.ts';

/** The files, what describes interfaces among them, and where problems go. */
interface Reading {
  readonly set: FileSet;
  readonly files: readonly IfcfgFile[];
  report(path: string, line: number, message: string): void;
}

function numberOf(file: IfcfgFile, key: string): number | null {
  const value = valueIn(file.lines, key) ?? '';
  return /^\d+$/.test(value) && Number(value) > 0 ? Number(value) : null;
}

function macOf(file: IfcfgFile): string | null {
  const value = valueIn(file.lines, 'MACADDR')?.toLowerCase() ?? '';
  return /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(value) ? value : null;
}

function routesOf({ set, report }: Reading, file: IfcfgFile) {
  const { routes, unreadable } = routesIn(set, file);
  for (const { path, line } of unreadable) report(path, line, 'this route could not be read');
  return routes;
}

function portOf({ report }: Reading, file: IfcfgFile): readonly KeptPort[] {
  const name = labelOf(file);
  const infiniband = valueIn(file.lines, 'TYPE')?.toLowerCase() === 'infiniband';
  if (name !== null) return [{ name, identity: identityOf(file), infiniband }];
  report(file.path, lineOf(file.lines, 'DEVICE'), 'nothing here says which NIC this is');
  return [];
}

/** `bond0.100` says parent and number by its name, where no key does. */
function vlanOf(reading: Reading, file: IfcfgFile): readonly KeptVlan[] {
  const id = numberOf(file, 'VLAN_ID') ?? Number(/\.(\d+)$/.exec(file.name ?? '')?.[1] ?? Number.NaN);
  const name = parseIfName(file.name ?? `${valueIn(file.lines, 'PHYSDEV')}.${id}`);
  if (Number.isNaN(id) || !name.ok) {
    reading.report(file.path, lineOf(file.lines, 'VLAN_ID'), 'this VLAN has no id or no name');
    return [];
  }
  const addresses = addressesIn(file.lines);
  return [{ name: name.value, id, mtu: numberOf(file, 'MTU'), addresses, routes: routesOf(reading, file) }];
}

const standsOn = (vlan: IfcfgFile, bond: IfcfgFile): boolean =>
  vlan.kind === 'vlan' && means(valueIn(vlan.lines, 'PHYSDEV') ?? vlan.name?.replace(/\.\d+$/, ''), bond);

function bridgeOf(reading: Reading, bond: IfcfgFile): KeptBridge | null {
  if (bond.bridge === null) return null;
  const bridge = reading.files.find((one) => one.kind === 'bridge' && means(bond.bridge, one));
  const name = parseIfName(bridge?.name ?? bond.bridge);
  if (!name.ok) return null;
  const self = bridge ?? { name: name.value, uuid: null };
  const others = reading.files.filter((one) => one !== bond && means(one.bridge, self));
  return {
    name: name.value,
    addresses: bridge === undefined ? [] : addressesIn(bridge.lines),
    routes: bridge === undefined ? [] : routesOf(reading, bridge),
    otherPorts: others.flatMap((one) => one.name ?? []),
  };
}

function bondOf(reading: Reading, file: IfcfgFile, name: IfName): readonly AdoptedBond[] {
  const { files, report } = reading;
  const { mode, options, problems } = bondingMeaning(wordsIn(file.lines));
  const place = lineOf(file.lines, 'BONDING_OPTS');
  for (const { message } of problems) report(file.path, place, message);
  const ports = files.filter((one) => means(one.master, file)).flatMap((one) => portOf(reading, one));
  if (ports.length === 0) report(file.path, 1, `no file describes a port of ${name}`);
  if (mode === undefined || !isNonEmpty(ports)) return [];
  const bridge = bridgeOf(reading, file);
  const cidrs = bridge === null ? addressesIn(file.lines) : [];
  const bond = {
    name,
    mode,
    options,
    ports,
    mtu: numberOf(file, 'MTU'),
    mac: macOf(file),
    addresses: { cidrs, named: cidrs.length > 0 },
    routes: bridge === null ? routesOf(reading, file) : [],
    vlans: files.filter((one) => standsOn(one, file)).flatMap((one) => vlanOf(reading, one)),
    bridge,
  };
  return [{ bond, path: file.path }];
}

/** Members of a bond that no file describes, and lines that are nothing. */
function reportOthers({ files, report }: Reading): void {
  const bonds = files.filter((one) => one.kind === 'bond');
  for (const one of files) {
    for (const line of unreadableLines(one.lines)) report(one.path, line, 'this line could not be read');
    const lost = one.master !== null && !bonds.some((bond) => means(one.master, bond));
    if (lost) report(one.path, lineOf(one.lines, 'MASTER'), `no file describes the bond "${one.master}"`);
  }
}

/** The bonds that files describe, and what could not be read of them. */
export function adopt(texts: readonly TextFile[]): Adopted {
  const set = fileSet(texts);
  const problems: FileProblem[] = [];
  const report = (path: string, line: number, message: string) => problems.push({ path, line, message });
  const reading: Reading = { set, files: interfacesIn(set), report };
  reportOthers(reading);
  const bonds = reading.files
    .filter((one) => one.kind === 'bond')
    .flatMap((one) => {
      const first = reading.files.find((other) => other.kind === 'bond' && other.name === one.name);
      if (one.name !== null && first === one) return bondOf(reading, one, one.name);
      report(
        one.path,
        lineOf(one.lines, 'DEVICE'),
        one.name === null ? 'this bond has no name' : `${one.name} is described by ${first?.path} too`,
      );
      return [];
    });
  return { bonds, problems };
}
