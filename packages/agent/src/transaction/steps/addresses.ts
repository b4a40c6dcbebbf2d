import type { IfName } from '@bondctl/proto/model/names';
import { canonicalCidr, parseCidr } from '../cidr.ts';
import { interfaceOf, lastingRoutes, staticAddresses } from '../lookup.ts';
import { type InterfaceTarget, routeStands } from '../target.ts';
import type { Draft } from './draft.ts';
import { removeRoutes } from './retreat.ts';

/** Addresses of one subnet, in order: the first IPv4 one is primary and takes the others along when it goes. */
interface Group {
  readonly subnet: string;
  readonly cidrs: readonly string[];
}

function groups(cidrs: readonly string[]): readonly Group[] {
  // IPv6 knows no primary address: each stands for itself.
  const keyOf = (cidr: string) => (cidr.includes(':') ? cidr : (parseCidr(cidr)?.subnet ?? cidr));
  const keys = [...new Set(cidrs.map(keyOf))];
  return keys.map((subnet) => ({ subnet, cidrs: cidrs.filter((cidr) => keyOf(cidr) === subnet) }));
}

const commonLength = (a: readonly string[], b: readonly string[]): number => {
  const differs = a.findIndex((one, at) => one !== b[at]);
  return differs < 0 ? a.length : differs;
};

/** What must go and what must come so that `have` becomes `want`, order included. */
function difference(have: readonly string[], want: readonly string[]) {
  const same = commonLength(have, want);
  return { gone: have.slice(same).reverse(), added: want.slice(same) };
}

const cidrsOf = (all: readonly Group[], subnet: string): readonly string[] =>
  all.find((group) => group.subnet === subnet)?.cidrs ?? [];

/** Routes that would fall with addresses: when a source goes, or for a moment the last IPv4 address of the device. */
function retreatRoutes(draft: Draft, device: IfName, gone: readonly string[]): void {
  if (gone.length === 0) return;
  const left = staticAddresses(interfaceOf(draft.state(), device)).filter((cidr) => !gone.includes(cidr));
  const ipv4Left = left.some((cidr) => !cidr.includes(':'));
  const falling = lastingRoutes(draft.state(), device).filter(
    (route) =>
      !routeStands(route, left) ||
      (route.family === 'inet' && !ipv4Left && gone.some((cidr) => !cidr.includes(':'))),
  );
  removeRoutes(draft, device, (text) => falling.some((route) => route.text === text));
}

function changeSubnet(draft: Draft, device: IfName, gone: readonly string[], added: readonly string[]): void {
  retreatRoutes(draft, device, gone);
  for (const cidr of gone)
    draft.take({ do: 'removeAddress', device, cidr }, { loses: [`traffic to ${cidr}`] });
  for (const cidr of added) draft.take({ do: 'addAddress', device, cidr });
}

/** Brings the addresses of a device to the target: new subnets first, so that it is never without one it could have. */
export function setAddresses(draft: Draft, { name, addresses }: InterfaceTarget): void {
  const found = interfaceOf(draft.state(), name);
  if (found === undefined) return;
  const [have, want] = [groups(staticAddresses(found)), groups(addresses.map(canonicalCidr))];
  const subnets = [...new Set([...want, ...have].map((group) => group.subnet))];
  for (const subnet of subnets) {
    const { gone, added } = difference(cidrsOf(have, subnet), cidrsOf(want, subnet));
    changeSubnet(draft, name, gone, added);
  }
}

/** Puts back the routes that are missing and takes off those that were not there: what others stand on comes first. */
export function setRoutes(draft: Draft, { name, routes }: InterfaceTarget): void {
  if (interfaceOf(draft.state(), name) === undefined) return;
  removeRoutes(draft, name, (text) => !routes.some((route) => route.text === text));
  const ordered = [...routes].sort(
    (a, b) => Number(a.text.includes(' via ')) - Number(b.text.includes(' via ')),
  );
  for (const { family, text } of ordered) {
    const has = lastingRoutes(draft.state(), name).some(
      (route) => route.family === family && route.text === text,
    );
    if (!has) draft.take({ do: 'addRoute', device: name, family, route: text });
  }
}
