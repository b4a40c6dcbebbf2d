import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { PortMatch } from '@bondctl/proto/model/port-choice';
import { isNic } from '../parse/nics.ts';

/** The interfaces of a host that a match can find. */
export const nicsOf = (state: HostState): readonly InterfaceState[] => state.interfaces.filter(isNic);

/** The address a NIC was made with. The kernel tells it apart only where it differs, and a port carries its bond's. */
export const permanentMacOf = ({ permanentMac, master, mac }: InterfaceState): string | null =>
  permanentMac ?? (master === null ? mac : null);

/** The pattern as people write it, where only `*` has a meaning. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[^A-Za-z0-9]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}

/** True when a NIC is what a match says. */
export function fits(match: PortMatch, nic: InterfaceState): boolean {
  if ('mac' in match) return permanentMacOf(nic) === match.mac;
  return 'path' in match
    ? nic.path !== undefined && isLike(nic.path, match.path)
    : nic.driver === match.driver;
}

const mostShown = 16;

function nicText(nic: InterfaceState): string {
  const words = [nic.driver, nic.path].filter((word) => word !== undefined).join(', ');
  return [nic.name, permanentMacOf(nic) ?? '', words === '' ? '' : `(${words})`].filter(Boolean).join(' ');
}

/** NICs as people tell them apart: `eth0 02:00:00:00:00:01 (e1000e, pci-0000:00:19.0), ...`. */
export function nicsText(nics: readonly InterfaceState[]): string {
  if (nics.length === 0) return 'none';
  const more = nics.length - mostShown;
  return nics.slice(0, mostShown).map(nicText).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
