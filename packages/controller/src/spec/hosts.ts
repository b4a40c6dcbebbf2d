import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import type { Path, SpecDocument } from './document.ts';
import { suggestion } from './nearest.ts';
import { hostShape, readFields, shown } from './shape.ts';

/** One host of the spec. */
export interface HostDraft {
  readonly id: HostId;
  readonly labels: Readonly<Record<string, string>>;
}

/** The hosts of the spec, and every name that was written, right or wrong, so that one mistake is told once. */
export interface Hosts {
  readonly list: readonly HostDraft[];
  readonly names: readonly string[];
}

/** Reads the section `hosts`. */
export function readHosts(page: SpecDocument, section: Readonly<Record<string, unknown>>): Hosts {
  const list = Object.entries(section).flatMap(([name, value]) => {
    const path = ['hosts', name];
    const fields = readFields(page, path, hostShape, value ?? {});
    const id = parseHostId(name);
    if (id.ok) return [{ id: id.value, labels: fields.labels ?? {} }];
    page.report(path, id.error, 'key');
    return [];
  });
  return { list, names: Object.keys(section) };
}

/** Reads the hosts of a bond: a list of names, or a selector of labels that all must match. */
export function readBondHosts(
  page: SpecDocument,
  path: Path,
  value: unknown,
  hosts: Hosts,
): readonly HostId[] {
  if (Array.isArray(value)) return namedHosts(page, path, value, hosts);
  if (typeof value === 'object' && value !== null) return selectedHosts(page, path, value, hosts);
  const found = value === undefined ? '"hosts" is missing here' : `"hosts" cannot be ${shown(value)}`;
  page.report(path, `${found}; write a list of names or a selector like { role: storage }`);
  return [];
}

function namedHosts(
  page: SpecDocument,
  path: Path,
  names: readonly unknown[],
  hosts: Hosts,
): readonly HostId[] {
  if (names.length === 0) page.report(path, 'this list of hosts is empty; name at least one');
  return names.flatMap((written, index) => {
    const name = String(written);
    const place = [...path, index];
    if (!hosts.names.includes(name))
      page.report(place, `there is no host "${name}" under "hosts"${suggestion(name, hosts.names)}`);
    if (names.map(String).indexOf(name) !== index) {
      page.report(place, `the host "${name}" stands in this list twice`);
      return [];
    }
    return hosts.list.filter((host) => host.id === name).map((host) => host.id);
  });
}

function selectedHosts(page: SpecDocument, path: Path, selector: object, hosts: Hosts): readonly HostId[] {
  const wanted = Object.entries(selector);
  const chosen = hosts.list.filter(({ labels }) =>
    wanted.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === String(value)),
  );
  const complaint = selectorComplaint(wanted, chosen.length, hosts);
  if (complaint !== undefined) page.report(path, complaint);
  return chosen.map((host) => host.id);
}

function selectorComplaint(
  wanted: readonly [string, unknown][],
  matches: number,
  hosts: Hosts,
): string | undefined {
  if (wanted.length === 0) return 'this selector is empty; name at least one label';
  if (matches > 0) return undefined;
  const labels = [...new Set(hosts.list.flatMap((host) => Object.keys(host.labels)))];
  const stranger = wanted.find(([key]) => !labels.includes(key))?.[0];
  const why =
    stranger === undefined ? '' : `: no host has a label "${stranger}"${suggestion(stranger, labels)}`;
  return `no host matches this selector${why}`;
}
