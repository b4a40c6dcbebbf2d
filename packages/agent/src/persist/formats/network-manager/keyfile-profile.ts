import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { TextFile } from '../../format.ts';
import type { KeptPort, PortIdentity } from '../../kept.ts';
import { type IniText, parseIni, valueIn } from './ini-text.ts';

/** A connection profile of NetworkManager: one file. */
export interface Profile {
  readonly path: string;
  readonly ini: IniText;
  /** Of its old and its new name, the new one. */
  readonly type: string;
  readonly name: IfName | null;
  readonly uuid: string | null;
  /** What it is a port of: an interface's name, or the uuid of its profile. */
  readonly master: string | null;
  /** `bond` or `bridge`; null for a port of nothing. */
  readonly portType: string | null;
}

const types: Readonly<Record<string, string>> = { '802-3-ethernet': 'ethernet' };

/** Old and new names of the same keys: the new ones are known since 1.46 only, so they are read and never written. */
export const masterKeys = ['master', 'controller'] as const;

/** See `masterKeys`. */
export const portTypeKeys = ['slave-type', 'port-type'] as const;

const oneOf = (ini: IniText, keys: readonly string[]): string | null =>
  keys.map((key) => valueIn(ini, 'connection', key)).find((value) => value !== undefined && value !== '') ??
  null;

/** Reads one file; a file that is no profile has an empty type. */
export function readProfile({ path, text }: TextFile): Profile {
  const ini = parseIni(text);
  const type = valueIn(ini, 'connection', 'type') ?? '';
  const name = parseIfName(valueIn(ini, 'connection', 'interface-name') ?? '');
  return {
    path,
    ini,
    type: types[type] ?? type,
    name: name.ok ? name.value : null,
    uuid: oneOf(ini, ['uuid']),
    master: oneOf(ini, masterKeys),
    portType: oneOf(ini, portTypeKeys),
  };
}

/** The section of a NIC's hardware; NetworkManager knows it by its old name too. */
export function hardwareSection({ ini, type }: Pick<Profile, 'ini' | 'type'>): string {
  if (type === 'infiniband') return 'infiniband';
  const old = '802-3-ethernet';
  return ini.some((line) => line.section === old) ? old : 'ethernet';
}

/** True when a profile stands above or below the interface that another one describes: by its name or its uuid. */
export const names = (
  word: string | null,
  profile: { readonly name: IfName | null; readonly uuid: string | null },
) => word !== null && (word === profile.name || word === profile.uuid);

/** True for a port of the bond. */
export const isPortOf = (profile: Profile, bond: Pick<Profile, 'name' | 'uuid'>): boolean =>
  names(profile.master, bond) && (profile.portType ?? 'bond') === 'bond';

/** How a profile knows its NIC. */
export function identityOf(profile: Profile): PortIdentity {
  if (profile.name !== null) return { by: 'name' };
  const mac = valueIn(profile.ini, hardwareSection(profile), 'mac-address');
  const path = valueIn(profile.ini, 'match', 'path');
  if (mac !== undefined) return { by: 'mac', mac: mac.toLowerCase() };
  return path === undefined ? { by: 'name' } : { by: 'path', path: path.split(/[;,]/)[0] ?? path };
}

/** A text as an interface might be called. */
const slug = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 15);

/** What a NIC is called where its profile knows it by something else: the rest of our id, or what people call the profile. */
export function labelOf({ name, ini, master, path }: Profile): IfName | null {
  if (name !== null) return name;
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.nmconnection$/, '');
  const ids = [valueIn(ini, 'connection', 'id') ?? stem, stem];
  const ours = ids.flatMap((id) => (id.startsWith(`${master}-`) ? [id.slice(`${master}-`.length)] : []));
  const labels = [...ours, ...ids.map(slug)].map(parseIfName);
  const label = labels.find((one) => one.ok);
  return label?.ok ? label.value : null;
}

const isNic = (profile: Profile): boolean => profile.type === 'ethernet' || profile.type === 'infiniband';

const key = (identity: PortIdentity, name: string | null): string =>
  identity.by === 'name'
    ? `name ${name}`
    : `${identity.by} ${identity.by === 'mac' ? identity.mac : identity.path}`;

/** The profile of a port: one that knows it as people want it known, one of its name, or none; a port of the bond before others. */
export function profileOfPort(
  profiles: readonly Profile[],
  port: KeptPort,
  bond: Pick<Profile, 'name' | 'uuid'>,
) {
  const nics = [...profiles.filter((one) => isPortOf(one, bond)), ...profiles].filter(isNic);
  const wanted = key(port.identity, port.name);
  return (
    nics.find((one) => key(identityOf(one), one.name) === wanted) ??
    nics.find((one) => one.name === port.name) ??
    (port.identity.by === 'name'
      ? nics.find((one) => isPortOf(one, bond) && labelOf(one) === port.name)
      : undefined)
  );
}
