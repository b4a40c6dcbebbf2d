import type { InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';

type Part = Pick<InterfaceState, 'name' | 'master' | 'parent' | 'addresses'>;

const bare = (address: string): string =>
  address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase();

const holds = (part: Part, address: string): boolean =>
  part.addresses.some(({ cidr }) => cidr.slice(0, cidr.lastIndexOf('/')).toLowerCase() === address);

/** What must keep working for `name` to keep working: what it lies on, its ports, and what it is itself a port of. */
function leansOn(name: IfName, parts: readonly Part[]): readonly IfName[] {
  const self = parts.find((part) => part.name === name);
  const ports = parts.filter((part) => part.master === name).map((part) => part.name);
  return [self?.parent, ...ports].filter((one) => one !== null && one !== undefined);
}

/**
 * The interfaces that carry the connection with this local address: its interface (or what that is a port of), then
 * everything below it. Empty when there is no connection or no interface has the address.
 */
export function controlPath(localAddress: string | null, parts: readonly Part[]): readonly IfName[] {
  const carrier = localAddress === null ? undefined : parts.find((part) => holds(part, bare(localAddress)));
  if (carrier === undefined) return [];
  const found = new Set<IfName>(carrier.master === null ? [carrier.name] : [carrier.master, carrier.name]);
  for (const name of found) for (const below of leansOn(name, parts)) found.add(below);
  return [...found];
}
