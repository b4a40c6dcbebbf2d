import type { InterfaceState } from '@bondctl/proto/model/host';
import { permanentMacOf } from '../transaction/nic-match.ts';
import type { PortIdentity } from './kept.ts';

/** True when a file that knows its NIC by its address or its place means this one; a name alone says nothing about it. */
export function means(identity: PortIdentity, nic: InterfaceState): boolean {
  if (identity.by === 'mac') return permanentMacOf(nic) === identity.mac;
  return identity.by === 'path' && nic.path === identity.path;
}
