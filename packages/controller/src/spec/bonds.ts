import type { BondDesire } from '@bondctl/proto/model/bond';
import { type BondMode, bondModes, parseMode } from '@bondctl/proto/model/mode';
import { type BondName, type End, type HostId, parseIfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { isNamed, namesAmong, type PortChoice } from '@bondctl/proto/model/port-choice';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { HostDesire } from '@bondctl/proto/model/spec';
import type { Tuning } from '@bondctl/proto/model/tuning';
import { type BondAddresses, readAddresses } from './bond-addresses.ts';
import type { Path, SpecDocument } from './document.ts';
import { type Hosts, readBondHosts } from './hosts.ts';
import { suggestion } from './nearest.ts';
import { readOptions } from './options.ts';
import { readPorts, reportSharedPorts } from './ports.ts';
import { bondShape, readFields, shown } from './shape.ts';
import { readTuning, reportRivalTunings } from './tuning.ts';

/**
 * One bond as far as it was understood; `mode` is undefined where that was wrong or missing. `name` is that of the
 * interface: the entry's own, or the one it says, so that hosts can have bonds of one name that differ.
 */
export interface BondDraft {
  readonly name: BondName;
  readonly path: Path;
  readonly state: 'present' | 'absent';
  readonly hosts: readonly HostId[];
  readonly ports: readonly PortChoice[];
  readonly mode: BondMode | undefined;
  readonly options: OptionValues;
  readonly tuning: Tuning;
  readonly mtu: number | null;
  readonly addresses: BondAddresses;
  readonly allowControlPath: boolean;
  readonly drift: 'report' | 'heal';
  readonly backend: BondDesire['backend'];
}

/** The bonds of the spec, and every name that was written, right or wrong. */
export interface Bonds {
  readonly list: readonly BondDraft[];
  readonly names: readonly string[];
}

/** Reads the section `bonds`. */
export function readBonds(
  page: SpecDocument,
  section: Readonly<Record<string, unknown>>,
  hosts: Hosts,
): Bonds {
  const list = Object.entries(section).flatMap(([key, value]) => {
    const path = ['bonds', key];
    const { written, ...draft } = readBond(page, path, value, hosts);
    const name = parseIfName(written ?? key);
    if (!name.ok && written === undefined) page.report(path, name.error, 'key');
    if (!name.ok && written !== undefined) page.report([...path, 'name'], name.error);
    return name.ok ? [{ ...draft, name: name.value }] : [];
  });
  reportTwins(page, list);
  reportSharedPorts(page, list);
  reportRivalTunings(page, list);
  return { list, names: [...new Set([...Object.keys(section), ...list.map((bond) => bond.name)])] };
}

/** Two entries may describe the bond of one name on different hosts, never on the same. */
function reportTwins(page: SpecDocument, bonds: readonly BondDraft[]): void {
  for (const [position, bond] of bonds.entries()) {
    const twin = bonds.slice(0, position).find((other) => other.name === bond.name);
    const host = twin?.hosts.find((id) => bond.hosts.includes(id));
    if (twin !== undefined && host !== undefined)
      page.report(
        bond.path,
        `"${bond.name}" on ${host} is already described by "${twin.path.at(-1)}"`,
        'key',
      );
  }
}

function readBond(
  page: SpecDocument,
  path: Path,
  value: unknown,
  hosts: Hosts,
): Omit<BondDraft, 'name'> & { readonly written: string | undefined } {
  const fields = readFields(page, path, bondShape, value ?? {});
  const state = fields.state ?? 'present';
  const chosen = readBondHosts(page, [...path, 'hosts'], fields.hosts, hosts);
  if (state === 'absent') reportWordsOfAbsent(page, path, fields);
  else if (fields.ports === undefined && !isWritten(value, 'ports'))
    page.report([...path, 'ports'], '"ports" is missing here: name the interfaces of the bond');
  const ports = readPorts(page, [...path, 'ports'], fields.ports ?? []);
  const mode = readMode(
    page,
    [...path, 'mode'],
    fields.mode,
    state === 'present' && !isWritten(value, 'mode'),
  );
  return {
    written: fields.name,
    path,
    state,
    hosts: chosen,
    ports,
    mode,
    options: readOptions(page, [...path, 'options'], fields.options ?? {}, {
      mode,
      // Which names the others have is known on the host alone, and checked there.
      ports: ports.every(isNamed) ? namesAmong(ports) : null,
    }),
    tuning: readTuning(page, [...path, 'tuning'], fields.tuning ?? {}, state),
    mtu: fields.mtu ?? null,
    addresses: readAddresses(page, [...path, 'addresses'], fields.addresses ?? {}, { hosts, chosen }),
    allowControlPath: fields.allowControlPath ?? false,
    drift: fields.drift ?? 'report',
    backend: fields.backend,
  };
}

const isWritten = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && key in value;

function reportWordsOfAbsent(page: SpecDocument, path: Path, fields: object): void {
  for (const word of ['ports', 'mode', 'options', 'mtu', 'addresses'])
    if (word in fields)
      page.report([...path, word], `this bond shall be absent, so "${word}" says nothing; remove it`, 'key');
}

function readMode(
  page: SpecDocument,
  path: Path,
  value: string | number | undefined,
  missing: boolean,
): BondMode | undefined {
  const mode = value === undefined ? undefined : parseMode(String(value));
  if (missing) page.report(path, `"mode" is missing here: one of ${bondModes.join(', ')}`);
  else if (value !== undefined && mode === undefined)
    page.report(path, `${shown(value)} is not a mode of the driver${suggestion(String(value), bondModes)}`);
  return mode;
}

/** The bonds whose drift is healed unasked, host by host. */
export const healedOf = (hosts: Hosts, bonds: Bonds): readonly End[] =>
  hosts.list.flatMap(({ id }) =>
    bonds.list
      .filter((bond) => bond.drift === 'heal' && bond.hosts.includes(id))
      .map((bond) => ({ host: id, bond: bond.name })),
  );

/** What each host shall have, in the order of the hosts; a bond that was not understood is left out. */
export function desiresOf(hosts: Hosts, bonds: Bonds): readonly HostDesire[] {
  return hosts.list.flatMap(({ id }) => {
    const desired = bonds.list
      .filter((bond) => bond.hosts.includes(id))
      .flatMap((bond) => desireOn(bond, id));
    return isNonEmpty(desired) ? [{ host: id, bonds: desired }] : [];
  });
}

function desireOn(bond: BondDraft, host: HostId): readonly BondDesire[] {
  const { name, mode, ports, options, mtu, allowControlPath } = bond;
  const tuning = Object.keys(bond.tuning).length === 0 ? {} : { tuning: bond.tuning };
  const backend = bond.backend === undefined ? {} : { backend: bond.backend };
  if (bond.state === 'absent') return [{ state: 'absent', name, allowControlPath, ...tuning, ...backend }];
  if (mode === undefined || !isNonEmpty(ports)) return [];
  const addresses = bond.addresses.get(host)?.map((cidr) => cidr.text) ?? null;
  const spec = { name, mode, ports, options, mtu, addresses, ...tuning };
  return [{ state: 'present', spec, allowControlPath, ...backend }];
}
