import type { BondState } from './bond.ts';
import type { BondKept } from './kept.ts';
import type { BondName, IfName } from './names.ts';
import type { OptionValues } from './options.ts';
import type { OffloadName, SysctlName } from './tuning.ts';

/** How a host is reached right now. `unknown`: the controller started a moment ago and the host may still come. */
export type Presence = 'connected' | 'suspect' | 'lost' | 'unknown';

/** Who writes an interface's persistent configuration on a host. `none`: made by hand or by us. */
export type Owner = 'none' | 'NetworkManager' | 'systemd-networkd' | 'ifupdown' | 'ifupdown2';

/** One IP address on an interface: CIDR text and whether the kernel made it itself (link-local, autoconfigured). */
export interface AddressState {
  readonly cidr: string;
  readonly origin: 'static' | 'kernel' | 'dynamic';
}

/** One network interface as the kernel has it now. */
export interface InterfaceState {
  readonly name: IfName;
  /** The kernel's link kind (`bond`, `vlan`, `bridge`, `veth`, `tun`); `physical` when it has none. */
  readonly kind: string;
  readonly mac: string;
  readonly permanentMac: string | null;
  readonly mtu: number;
  /** Administratively up (IFF_UP). */
  readonly up: boolean;
  readonly carrier: boolean;
  readonly speedMbps: number | null;
  readonly duplex: 'full' | 'half' | null;
  /** The bond or bridge this interface is a port of. */
  readonly master: IfName | null;
  /** The interface below a VLAN or macvlan. */
  readonly parent: IfName | null;
  readonly addresses: readonly AddressState[];
  readonly owner: Owner;
  /** The id of a VLAN (802.1Q); absent for everything else. */
  readonly vlanId?: number;
  /** The kernel driver of a NIC; where it has no device, as a veth, its kind. Absent: not read, as by an earlier agent. */
  readonly driver?: string;
  /** Where a NIC is plugged in, as udev's ID_PATH says it (`pci-0000:03:00.0`); absent where it has no device. */
  readonly path?: string;
}

/** One route that leaves through a named interface; `text` is what `ip route` takes back (without the device). */
export interface RouteState {
  readonly device: IfName;
  readonly family: 'inet' | 'inet6';
  readonly text: string;
  /** Routes of protocol `kernel` come back by themselves with their address. */
  readonly madeByKernel: boolean;
}

/** The configuration of a bond as sysfs and netlink hold it, every option the running kernel has. */
export interface BondConfig {
  readonly name: BondName;
  readonly mode: string;
  readonly options: OptionValues;
  /** In enslave order. */
  readonly ports: readonly IfName[];
}

/** The offloads of one device in the words of `ethtool -k`, as in `parse/ethtool-features.ts`: `off [requested on]`. */
export interface DeviceOffloads {
  readonly device: IfName;
  readonly values: Readonly<Partial<Record<OffloadName, string>>>;
}

/** What was read beside the driver. A sysctl that is not there is one that this kernel does not have. */
export interface HostTuning {
  readonly sysctls: Readonly<Partial<Record<SysctlName, string>>>;
  /** Only where a change may touch them: each costs a child process. A device that is not there was not read. */
  readonly offloads: readonly DeviceOffloads[];
}

/** Everything a plan is computed from: one host's network at one moment. */
export interface HostState {
  readonly interfaces: readonly InterfaceState[];
  readonly bonds: readonly BondConfig[];
  readonly routes: readonly RouteState[];
  /** Interfaces that carry the controller connection, from the outermost (a VLAN) to the ports below. */
  readonly controlPath: readonly IfName[];
  /** Absent: not read, as by an agent that does not know it. */
  readonly tuning?: HostTuning;
}

/** Wanted against found, in what the kernel was read to hold. `path` is e.g. `sync0.options.updelay`. */
export interface Difference {
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

/** One bond in which the kernel has departed from what was last confirmed; there is at least one difference. */
export interface Drift {
  readonly bond: BondName;
  readonly differences: readonly Difference[];
  /** When this agent saw it first, by the host's clock. */
  readonly sinceUnixMs: number;
}

/** What a host tells of itself: the state class of the protocol, latest wins. */
export interface HostReport {
  readonly kernel: string;
  readonly agentVersion: string;
  /** null: iperf3 is not installed. */
  readonly iperf3Version: string | null;
  readonly bootId: string;
  readonly state: HostState;
  readonly bonds: readonly BondState[];
  /** Lines of /proc/net/bonding the parser did not understand, as `bond: line`. */
  readonly unknownLines: readonly string[];
  /** The transaction in hand, if any. */
  readonly transaction: { readonly id: string; readonly phase: string } | null;
  /** Empty where nothing was confirmed, and from agents that do not look for it. */
  readonly drift: readonly Drift[];
  /** Where the confirmed bonds outlive a reboot; absent from agents that write no files. */
  readonly kept?: readonly BondKept[];
  /** The newest link event that had happened when the bonds were read, 0 for none; absent from earlier agents. */
  readonly lastEvent?: number;
}
