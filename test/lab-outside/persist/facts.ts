/** What the test outside and the program inside a machine tell each other. */
import type { TextFile } from '../../../packages/agent/src/persist/format.ts';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import type { RereadAct } from '../../../packages/agent/src/persist/reread.ts';

/** One bond of a machine: what its files say at first, and what a change makes of it. */
export interface Order {
  readonly first: KeptBond;
  readonly changed: KeptBond;
  /** The files that the change writes, and their permissions. */
  readonly files: readonly TextFile[];
  readonly mode: number;
  /** What is done once they are written. */
  readonly acts: readonly RereadAct[];
}

/** What a kernel says of a bond. */
export interface Found {
  readonly mode: string;
  readonly options: Readonly<Record<string, string>>;
  readonly mtu: number;
  /** Each port with its MTU. */
  readonly ports: Readonly<Record<string, number>>;
  /** CIDRs of IPv4. */
  readonly addresses: readonly string[];
  /** The lines of /proc/net/bonding that are configuration. */
  readonly proc: readonly string[];
}

/** How often the carrier of an interface changed, by name. */
export type Carriers = Readonly<Record<string, number>>;

/** What a reload did. */
export interface Reload {
  readonly before: Carriers;
  readonly after: Carriers;
  /** What ping said, a line for each answer. */
  readonly ping: string;
}

/** By bond: null where there is none. */
export type ByBond<T> = Readonly<Record<string, T>>;

/** The first boot: the bonds come from files, are changed, and their files are written anew. */
export interface FirstBoot {
  readonly found: ByBond<Found | null>;
  readonly live: ByBond<Found | null>;
  readonly reloads: ByBond<Reload>;
  /** Addresses and routes that went during the reloads, in the words of `ip monitor`. */
  readonly deleted: readonly string[];
  readonly reloaded: ByBond<Found | null>;
}

/** The second boot. */
export interface SecondBoot {
  readonly found: ByBond<Found | null>;
}
