import type { HostId } from '@bondctl/proto/model/names';
import { type Cidr, parseCidr } from './addresses.ts';
import type { Path, SpecDocument } from './document.ts';
import type { Hosts } from './hosts.ts';
import { suggestion } from './nearest.ts';

/** The addresses of a bond by host; a host without an entry keeps what it has. */
export type BondAddresses = ReadonlyMap<HostId, readonly Cidr[]>;

/** Reads `addresses` of one bond: only hosts of the bond, only addresses that a host can have. */
export function readAddresses(
  page: SpecDocument,
  path: Path,
  section: Readonly<Record<string, readonly string[]>>,
  { hosts, chosen }: { readonly hosts: Hosts; readonly chosen: readonly HostId[] },
): BondAddresses {
  const found = new Map<HostId, readonly Cidr[]>();
  for (const [name, texts] of Object.entries(section)) {
    const host = chosen.find((id) => id === name);
    const cidrs = texts.flatMap((text, index) => readCidr(page, [...path, name, index], text));
    if (host !== undefined) found.set(host, cidrs);
    else if (hosts.names.includes(name))
      page.report([...path, name], `"${name}" does not have this bond`, 'key');
    else
      page.report(
        [...path, name],
        `there is no host "${name}" under "hosts"${suggestion(name, chosen)}`,
        'key',
      );
  }
  return found;
}

function readCidr(page: SpecDocument, path: Path, text: string): readonly Cidr[] {
  const cidr = parseCidr(text);
  if (cidr.ok) return [cidr.value];
  page.report(path, cidr.error);
  return [];
}

/** Reports an address that two places of the spec give away. */
export function reportSharedAddresses(
  page: SpecDocument,
  bonds: readonly { readonly path: Path; readonly addresses: BondAddresses }[],
): void {
  const owners = new Map<string, string>();
  for (const { path, addresses } of bonds)
    for (const [host, cidrs] of addresses)
      for (const [index, cidr] of cidrs.entries()) {
        const key = `${cidr.family}/${cidr.address}`;
        const owner = owners.get(key);
        const place = [...path, 'addresses', host, index];
        if (owner !== undefined) page.report(place, `${cidr.text} is already given to ${owner}`);
        else owners.set(key, `${host}/${path.at(-1)}`);
      }
}
