import type { RouteState } from '@bondctl/proto/model/host';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import type { NonEmpty } from '@bondctl/proto/model/result';

/** How a file knows its NIC: as people chose it. MAC addresses are permanent ones, lower-case and colon separated. */
export type PortIdentity =
  | { readonly by: 'name' }
  | { readonly by: 'mac'; readonly mac: string }
  /** udev's ID_PATH, e.g. `pci-0000:03:00.0`. */
  | { readonly by: 'path'; readonly path: string };

/** One port as files describe it. */
export interface KeptPort {
  /** The kernel's name when the file was written; where the file knows the NIC by something else, only its label. */
  readonly name: IfName;
  readonly identity: PortIdentity;
  readonly infiniband: boolean;
}

/** Addresses of an interface. `named`: the spec says them; otherwise they are what was found, and a file that exists knows better. */
export interface KeptAddresses {
  /** CIDR, IPv4 and IPv6 mixed. */
  readonly cidrs: readonly string[];
  readonly named: boolean;
}

/** A route through an interface, in the words of `ip route` without the device: `default via 10.0.0.1 metric 100`. */
export type KeptRoute = Pick<RouteState, 'family' | 'text'>;

/** A VLAN on a bond. */
export interface KeptVlan {
  readonly name: IfName;
  readonly id: number;
  readonly mtu: number | null;
  readonly addresses: readonly string[];
  readonly routes: readonly KeptRoute[];
}

/** The bridge that a bond is a port of. */
export interface KeptBridge {
  readonly name: IfName;
  readonly addresses: readonly string[];
  readonly routes: readonly KeptRoute[];
  /** Its other ports. */
  readonly otherPorts: readonly IfName[];
}

/** One bond as its configuration files shall describe it. */
export interface KeptBond {
  readonly name: BondName;
  readonly mode: BondMode;
  /** Only what its mode takes, as the kernel spells it; what a new bond has anyway is there only where people named it. */
  readonly options: OptionValues;
  readonly ports: NonEmpty<KeptPort>;
  /** null: the kernel's 1500. */
  readonly mtu: number | null;
  /** null: the MAC address of a port. */
  readonly mac: string | null;
  readonly addresses: KeptAddresses;
  readonly routes: readonly KeptRoute[];
  readonly vlans: readonly KeptVlan[];
  readonly bridge: KeptBridge | null;
}
