import type { RecordedEvent } from './event.ts';
import type { Presence } from './host.ts';
import type { BondName, End, HostId, IfName, LinkName, RolloutId } from './names.ts';
import type { Medium } from './spec.ts';
import type { Attention, Health, RolloutStanding } from './view.ts';

/** One link of the accepted spec in one line. `sentence` says what is wrong; empty when nothing is. */
export interface FleetLink {
  readonly name: LinkName;
  readonly medium: Medium;
  readonly health: Health;
  readonly sentence: string;
  readonly ends: readonly [End, End];
  /** What the last test received, in percent of what the configuration can do; null where nothing was measured. */
  readonly percent: number | null;
  /** Whether a host of the link takes part in the rollout that runs. */
  readonly rolling: boolean;
}

/** One host in one line. `sentence` says what is wrong; empty when nothing is. */
export interface FleetHost {
  readonly host: HostId;
  readonly presence: Presence;
  readonly health: Health;
  readonly sentence: string;
  readonly bonds: number;
  readonly bondsNotOk: number;
}

/** The rollout that began last, in one line. */
export interface FleetRollout {
  readonly id: RolloutId;
  readonly state: RolloutStanding;
}

/** Everything there is on one screen: links in the spec's order, hosts by name, at most `fleetAttentionAtMost` for a person. */
export interface FleetView {
  readonly atUnixMs: number;
  readonly revision: number | null;
  readonly health: Health;
  readonly links: readonly FleetLink[];
  readonly hosts: readonly FleetHost[];
  readonly attention: readonly Attention[];
  readonly rollout: FleetRollout | null;
}

/** How many sentences for a person a fleet carries; the last says how many more there are. */
export const fleetAttentionAtMost = 50;

/** How fast one port of a bond goes, in bit/s, from its own counters. */
export interface FleetPortRate {
  readonly bond: BondName;
  readonly port: IfName;
  readonly txBps: number;
  readonly rxBps: number;
}

type Lines<A> = { [K in keyof A]: { readonly type: K } & Readonly<A[K]> }[keyof A];

/** One line of the live stream. */
export type FleetLine = Lines<{
  /** The first line; again when the spec changed. */
  fleet: { fleet: FleetView };
  /** What changed since the line before, whole rows; at most one a second. */
  changed: {
    atUnixMs: number;
    health: Health;
    links: readonly FleetLink[];
    hosts: readonly FleetHost[];
    gone: { readonly links: readonly LinkName[]; readonly hosts: readonly HostId[] };
    attention: readonly Attention[];
    rollout: FleetRollout | null;
  };
  /** A fact that was recorded; only where events were asked for. */
  event: { event: RecordedEvent };
  /** Rates of one host that was named. */
  rates: { host: HostId; atUnixMs: number; ports: readonly FleetPortRate[] };
  alive: { atUnixMs: number };
}>;
