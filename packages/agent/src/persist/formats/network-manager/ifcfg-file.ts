import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { FileSet } from '../../file-set.ts';
import type { KeptPort, PortIdentity } from '../../kept.ts';
import { parseShell, type ShellText, valueIn } from './shell-text.ts';

/** Where the files of interfaces and their routes lie. */
export const folder = '/etc/sysconfig/network-scripts';

/** One interface as one file describes it. */
export interface IfcfgFile {
  readonly path: string;
  /** What stands behind `ifcfg-`; the files of routes are called after it. */
  readonly stem: string;
  readonly lines: ShellText;
  readonly kind: 'bond' | 'vlan' | 'bridge' | 'nic' | 'other';
  /** null: the file knows its NIC by something else. */
  readonly name: IfName | null;
  readonly uuid: string | null;
  /** The bond it is a port of. */
  readonly master: string | null;
  /** The bridge it is a port of. */
  readonly bridge: string | null;
}

const prefix = `${folder}/ifcfg-`;

/** Names that editors and packages leave behind: whoever reads the folder skips them too. */
const leftBehind = /(~|\.(bak|orig|rej|rpmnew|rpmorig|rpmsave|augnew|augtmp))$/;

const isYes = (value: string | undefined): boolean => /^(yes|y|true|t|1|on)$/i.test(value ?? '');

function kindOf(lines: ShellText, name: string): IfcfgFile['kind'] {
  const type = valueIn(lines, 'TYPE')?.toLowerCase() ?? '';
  if (
    type === 'bond' ||
    isYes(valueIn(lines, 'BONDING_MASTER')) ||
    valueIn(lines, 'BONDING_OPTS') !== undefined
  )
    return 'bond';
  if (type === 'vlan' || isYes(valueIn(lines, 'VLAN'))) return 'vlan';
  if (type === 'bridge') return 'bridge';
  if (name === 'lo' || !['', 'ethernet', 'infiniband'].includes(type)) return 'other';
  return 'nic';
}

function readFile(path: string, text: string): IfcfgFile {
  const stem = path.slice(prefix.length);
  const lines = parseShell(text);
  const device = valueIn(lines, 'DEVICE') ?? (valueIn(lines, 'HWADDR') === undefined ? stem : '');
  const name = parseIfName(device);
  return {
    path,
    stem,
    lines,
    kind: kindOf(lines, device),
    name: name.ok ? name.value : null,
    uuid: valueIn(lines, 'UUID') ?? null,
    master: valueIn(lines, 'MASTER') ?? valueIn(lines, 'MASTER_UUID') ?? null,
    bridge: valueIn(lines, 'BRIDGE') ?? valueIn(lines, 'BRIDGE_UUID') ?? null,
  };
}

/** The interfaces that the files of a set describe. */
export const interfacesIn = (set: FileSet): readonly IfcfgFile[] =>
  [...set]
    .filter(([path]) => path.startsWith(prefix) && !leftBehind.test(path))
    .map(([path, text]) => readFile(path, text));

/** True when a word of a file means an interface: by its name or by the uuid of its file. */
export const means = (word: string | null | undefined, one: Pick<IfcfgFile, 'name' | 'uuid'>): boolean =>
  word !== null && word !== undefined && (word === one.name || word === one.uuid);

/** The file of an interface of a kind. */
export const fileNamed = (files: readonly IfcfgFile[], kind: IfcfgFile['kind'], name: IfName) =>
  files.find((one) => one.kind === kind && one.name === name);

/** What a NIC is called where its file knows it by its address: what people called the file. */
export function labelOf(file: IfcfgFile): IfName | null {
  const name = parseIfName(file.stem.replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 15));
  return file.name ?? (name.ok ? name.value : null);
}

/** How a file knows its NIC. One that says both a name and an address means the NIC of this address: the name was its wish. */
export function identityOf(file: IfcfgFile): PortIdentity {
  const mac = valueIn(file.lines, 'HWADDR');
  return mac === undefined ? { by: 'name' } : { by: 'mac', mac: mac.toLowerCase() };
}

/** The file of a port: one that knows its address, else one of its name. */
export function fileOfPort(files: readonly IfcfgFile[], port: KeptPort): IfcfgFile | undefined {
  const nics = files.filter((one) => one.kind === 'nic');
  const { identity } = port;
  const byMac = nics.find((one) => {
    const known = identityOf(one);
    return identity.by === 'mac' && known.by === 'mac' && known.mac === identity.mac;
  });
  return (
    byMac ?? nics.find((one) => one.name === port.name) ?? nics.find((one) => labelOf(one) === port.name)
  );
}
