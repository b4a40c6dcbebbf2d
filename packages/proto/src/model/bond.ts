import type { Backend } from './backend.ts';
import type { BondMode } from './mode.ts';
import type { BondName, IfName } from './names.ts';
import type { OptionValues } from './options.ts';
import type { PortChoice } from './port-choice.ts';
import type { NonEmpty } from './result.ts';
import type { Tuning } from './tuning.ts';

/** What one host's bond shall be. What is absent here is left as it is (an existing bond) or the kernel's default (a new one). */
export interface BondSpec {
  readonly name: BondName;
  readonly mode: BondMode;
  readonly ports: NonEmpty<PortChoice>;
  readonly options: OptionValues;
  readonly mtu: number | null;
  /** CIDR addresses the bond shall have; null leaves addresses as they are. */
  readonly addresses: readonly string[] | null;
  /** Settings beside the driver; absent in what was accepted before it could be said. */
  readonly tuning?: Tuning;
}

/** The same on a host that has found its ports. */
export interface NamedSpec extends BondSpec {
  readonly ports: NonEmpty<IfName>;
  /** What people wrote, where that is more than names: a NIC is found by it again whatever it is called then. */
  readonly chosen?: NonEmpty<PortChoice>;
}

/** What people want of one bond on one host. Deletion is said, never concluded from absence. */
export type BondDesire<S extends BondSpec = BondSpec> =
  | {
      readonly state: 'present';
      readonly spec: S;
      readonly allowControlPath: boolean;
      /** Where it is kept; `none`: in the kernel only. Absent: in the files of whatever owns it. */
      readonly backend?: Backend | 'none' | undefined;
    }
  | {
      readonly state: 'absent';
      readonly name: BondName;
      readonly allowControlPath: boolean;
      /** What the host, and the ports that the bond lets go, shall have without it. */
      readonly tuning?: Tuning;
      readonly backend?: Backend | 'none' | undefined;
    };

/** A desire on a host that has found the ports. */
export type NamedDesire = BondDesire<NamedSpec>;

/** The name of the bond a desire is about. */
export const desiredName = (desire: BondDesire): BondName =>
  desire.state === 'present' ? desire.spec.name : desire.name;

/** The settings beside the driver that a desire names. */
export const desiredTuning = (desire: BondDesire): Tuning =>
  (desire.state === 'present' ? desire.spec.tuning : desire.tuning) ?? {};

/** MII status words of the driver (bond_procfs.c, bond_slave_link_status). */
export type MiiStatus = 'up' | 'going down' | 'down' | 'going back' | 'unknown';

/** One side of an LACP partnership as /proc/net/bonding prints it. */
export interface LacpSide {
  readonly systemPriority: number | null;
  readonly systemMac: string | null;
  readonly portKey: number | null;
  readonly portPriority: number | null;
  readonly portNumber: number | null;
  /** The state byte of 802.3ad (0x3f: synchronised, collecting and distributing). */
  readonly portState: number | null;
}

/** What the driver says of one port's LACP machine; null fields were not printed (older driver, or hidden without CAP_NET_ADMIN). */
export interface PortLacp {
  readonly aggregatorId: number | null;
  readonly actorChurn: string | null;
  readonly partnerChurn: string | null;
  readonly actorChurnedCount: number | null;
  readonly partnerChurnedCount: number | null;
  readonly actor: LacpSide | null;
  readonly partner: LacpSide | null;
}

/** One port of a bond as /proc/net/bonding prints it ("Slave Interface"). */
export interface PortState {
  readonly name: IfName;
  readonly miiStatus: MiiStatus;
  /** null: the driver prints "Unknown" or, before v3.4, nothing. */
  readonly speedMbps: number | null;
  readonly duplex: 'full' | 'half' | null;
  /** Cumulative since the port was enslaved; the kernel's own counter. */
  readonly linkFailureCount: number;
  /** Lower-case, colon separated, 6 or 20 bytes; null when not printed. Masked bytes stay as printed. */
  readonly permanentMac: string | null;
  readonly queueId: number | null;
  readonly priority: number | null;
  readonly lacp: PortLacp | null;
}

/** The bond-wide LACP facts. */
export interface BondLacp {
  readonly active: 'on' | 'off' | null;
  readonly rate: 'slow' | 'fast' | null;
  readonly minLinks: number | null;
  readonly adSelect: string | null;
  readonly systemPriority: number | null;
  readonly systemMac: string | null;
  readonly aggregator: {
    readonly id: number;
    readonly ports: number;
    readonly actorKey: number;
    readonly partnerKey: number;
    readonly partnerMac: string;
  } | null;
}

/** One bond as the kernel's driver says it is in /proc/net/bonding/NAME. */
export interface BondState {
  readonly name: BondName;
  /** "v6.1.176", "v3.7.1 (April 27, 2011)" as printed. */
  readonly driver: string | null;
  /** null: a mode line we do not know; `modeText` has it. */
  readonly mode: BondMode | null;
  readonly modeText: string;
  readonly failOverMac: string | null;
  readonly xmitHashPolicy: string | null;
  readonly primary: { readonly port: IfName | null; readonly reselect: string | null } | null;
  readonly activePort: IfName | null;
  readonly miiStatus: MiiStatus;
  readonly miimonMs: number | null;
  readonly updelayMs: number | null;
  readonly downdelayMs: number | null;
  readonly peerNotifDelayMs: number | null;
  readonly arp: {
    readonly intervalMs: number;
    readonly missedMax: number | null;
    readonly targets: readonly string[];
    readonly nsTargets: readonly string[];
  } | null;
  readonly lacp: BondLacp | null;
  readonly ports: readonly PortState[];
}
