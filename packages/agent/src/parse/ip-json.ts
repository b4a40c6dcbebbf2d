import type { AddressState, InterfaceState } from '@bondctl/proto/model/host';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { Parsed, Problem } from '@bondctl/proto/model/result';
import { type JsonObject, numberAt, objectAt, objectsAt, parseObjects, textAt, textsAt } from './json.ts';

/** One interface as `ip -j -d addr show` tells it; speed, duplex and owner are known elsewhere. */
export interface IpInterface {
  readonly index: number;
  readonly state: Omit<InterfaceState, 'speedMbps' | 'duplex' | 'owner'>;
  /** `linkinfo.info_data` of a bond: the options as netlink tells them. */
  readonly bondData: JsonObject | null;
}

const linkLocal = /^fe[89ab]/i;

function origin(address: JsonObject): AddressState['origin'] {
  const protocol = textAt(address, 'protocol') ?? '';
  if (address['dynamic'] === true || address['temporary'] === true || protocol === 'kernel_ra')
    return 'dynamic';
  if (protocol.startsWith('kernel')) return 'kernel';
  const made = linkLocal.test(textAt(address, 'local') ?? '') || textAt(address, 'scope') === 'host';
  return made ? 'kernel' : 'static';
}

function address(entry: JsonObject): readonly AddressState[] {
  const local = textAt(entry, 'local');
  const length = numberAt(entry, 'prefixlen');
  if (local === undefined || length === undefined) return [];
  return [{ cidr: `${local}/${length}`, origin: origin(entry) }];
}

function nameAt(entry: JsonObject, key: string): IfName | null {
  const parsed = parseIfName(textAt(entry, key) ?? '');
  return parsed.ok ? parsed.value : null;
}

/** `link` of a veth is its other end; of everything else it is what lies below. In another namespace it has no name. */
function parentOf(entry: JsonObject, kind: string): IfName | null {
  return kind === 'veth' || entry['link_netnsid'] !== undefined ? null : nameAt(entry, 'link');
}

/** The id of a VLAN, where it is one. */
function vlanOf(info: JsonObject | undefined, kind: string): { readonly vlanId?: number } {
  const id = kind === 'vlan' ? numberAt(objectAt(info, 'info_data'), 'id') : undefined;
  return id === undefined ? {} : { vlanId: id };
}

function toInterface(entry: JsonObject, name: IfName): IpInterface {
  const info = objectAt(entry, 'linkinfo');
  const kind =
    textAt(info, 'info_kind') ?? (textAt(entry, 'link_type') === 'loopback' ? 'loopback' : 'physical');
  const flags = textsAt(entry, 'flags');
  const permanent = textAt(objectAt(info, 'info_slave_data'), 'perm_hwaddr') ?? textAt(entry, 'permaddr');
  return {
    index: numberAt(entry, 'ifindex') ?? 0,
    state: {
      name,
      kind,
      mac: textAt(entry, 'address') ?? '',
      permanentMac: permanent ?? null,
      mtu: numberAt(entry, 'mtu') ?? 0,
      up: flags.includes('UP'),
      carrier: flags.includes('LOWER_UP'),
      master: nameAt(entry, 'master'),
      parent: parentOf(entry, kind),
      addresses: objectsAt(entry, 'addr_info').flatMap(address),
      ...vlanOf(info, kind),
    },
    bondData: kind === 'bond' ? (objectAt(info, 'info_data') ?? {}) : null,
  };
}

/**
 * Reads `ip -j -d addr show`. Unreadable text gives no interfaces and one problem; an interface whose name is not one
 * of ours is left out with a problem. Never throws.
 */
export function parseIpInterfaces(text: string): Parsed<readonly IpInterface[]> {
  const entries = parseObjects(text);
  if (!entries.ok)
    return { value: [], problems: [{ line: 1, text: text.slice(0, 120), message: entries.error }] };
  const value: IpInterface[] = [];
  const problems: Problem[] = [];
  for (const entry of entries.value) {
    const written = textAt(entry, 'ifname');
    const name = parseIfName(written ?? '');
    if (name.ok) value.push(toInterface(entry, name.value));
    else if (written !== undefined) problems.push({ line: 1, text: written, message: name.error });
  }
  return { value, problems };
}
