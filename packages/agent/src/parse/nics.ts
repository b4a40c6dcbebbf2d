import type { InterfaceState } from '@bondctl/proto/model/host';

const neverNics = ['bond', 'bridge', 'loopback', 'team', 'vrf'];

/** True for what could be a port of a bond: no bond or bridge itself, and nothing that stands on another interface. */
export const isNic = ({ kind, parent }: Pick<InterfaceState, 'kind' | 'parent'>): boolean =>
  parent === null && !neverNics.includes(kind) && !/^(mac|ip)?vlan$|^vxlan$/.test(kind);

/** What a device's `uevent` in sysfs tells; undefined where it does not say so. */
export interface DeviceWords {
  readonly driver: string | undefined;
  /** `0000:03:00.0`; only a PCI device has one. */
  readonly slot: string | undefined;
}

/** Reads a device's `uevent`: lines of `NAME=value`. */
export function parseUevent(text: string): DeviceWords {
  const after = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  return { driver: after('DRIVER'), slot: after('PCI_SLOT_NAME') };
}
