import type { IfName } from '@bondctl/proto/model/names';
import type { Disruption } from '@bondctl/proto/model/step';
import { interfaceOf, lastingRoutes, standingOn, staticAddresses } from '../lookup.ts';
import type { Draft } from './draft.ts';

/** Takes lasting routes off a device, those through a gateway first: they stand on the others. */
export function removeRoutes(
  draft: Draft,
  device: IfName,
  which: (text: string) => boolean = () => true,
): void {
  const routes = lastingRoutes(draft.state(), device).filter((route) => which(route.text));
  const ordered = [...routes].sort(
    (a, b) => Number(b.text.includes(' via ')) - Number(a.text.includes(' via ')),
  );
  for (const route of ordered) {
    draft.take({ do: 'removeRoute', device, family: route.family, route: route.text });
  }
}

/** Takes addresses off a device, the last one first: the first IPv4 address of a subnet would take the others along. */
export function removeAddresses(
  draft: Draft,
  device: IfName,
  which: (cidr: string) => boolean = () => true,
): void {
  const cidrs = staticAddresses(interfaceOf(draft.state(), device)).filter(which);
  for (const cidr of [...cidrs].reverse()) draft.take({ do: 'removeAddress', device, cidr });
}

const isIpv6 = (cidr: string): boolean => cidr.includes(':');

function lostWith(draft: Draft, devices: readonly IfName[]): readonly string[] {
  return devices.flatMap((device) => [
    ...staticAddresses(interfaceOf(draft.state(), device))
      .filter(isIpv6)
      .map((cidr) => `${cidr} on ${device}`),
    ...lastingRoutes(draft.state(), device).map((route) => `route ${route.text} through ${device}`),
  ]);
}

/**
 * Sets a device down. What would silently go with it (routes, IPv6 addresses, also of the VLANs on it) is taken off
 * first by steps of its own, so that every loss has an inverse; later phases of the plan put it back.
 */
export function setDown(draft: Draft, device: IfName, disruption: Disruption): void {
  const above = standingOn(draft.state(), device);
  const devices = [...[...above].reverse(), device];
  const loses = lostWith(draft, devices);
  for (const one of devices) {
    removeRoutes(draft, one);
    removeAddresses(draft, one, isIpv6);
  }
  for (const one of above.filter((name) => interfaceOf(draft.state(), name)?.up === true).reverse()) {
    draft.take({ do: 'linkDown', device: one });
  }
  draft.take({ do: 'linkDown', device }, { disruption, loses });
}
