/** What the test outside and the program inside a machine tell each other. */
import type { Backend } from '@bondctl/proto/model/backend';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';

/** One bond of a machine: what its files say at first, and what changes make of it. */
export interface Order {
  readonly backend: Backend;
  readonly first: KeptBond;
  /** By a change that interrupts nothing. */
  readonly changed: KeptBond;
  /** By a further one that may; null: none. */
  readonly rebuilt: KeptBond | null;
}

/** What a kernel says of a bond. */
export interface Found {
  readonly mode: string;
  readonly options: Readonly<Record<string, string>>;
  readonly mtu: number;
  readonly mac: string;
  /** Each port with its MTU. */
  readonly ports: Readonly<Record<string, number>>;
  /** CIDRs of IPv4. */
  readonly addresses: readonly string[];
  /** The lines of /proc/net/bonding that are configuration. */
  readonly proc: readonly string[];
}

/** How often the carrier of an interface changed, by name. */
export type Carriers = Readonly<Record<string, number>>;

/** What was seen of a bond while something happened. */
export interface Watched {
  readonly before: Carriers;
  readonly after: Carriers;
  /** The pings that were answered, and the numbers of those that were not. */
  readonly answered: number;
  readonly lost: readonly number[];
}

/** By bond: null where there is none. */
export type ByBond<T> = Readonly<Record<string, T>>;

/** What a plan says. */
export interface Planned {
  readonly nothingToDo: boolean;
  readonly text: string;
}

/** What `bondctl apply` left. */
export interface Applied {
  readonly code: number | null;
  readonly said: string;
  /** Where `bondctl status` says that each bond is kept. */
  readonly kept: ByBond<string | null>;
  /** What is still to do by the same spec. */
  readonly again: Planned;
}

/** A change that interrupts nothing. */
export interface Gentle {
  readonly applied: Applied;
  readonly watched: ByBond<Watched>;
  /** Addresses and routes that went, in the words of `ip monitor`. */
  readonly deleted: readonly string[];
  readonly found: ByBond<Found | null>;
}

/** A change that may interrupt, and what is there some seconds later. */
export interface Rebuilt {
  readonly applied: Applied;
  readonly found: ByBond<Found | null>;
}

/** The first boot: the bonds come from files and are changed. */
export interface FirstBoot {
  readonly found: ByBond<Found | null>;
  readonly adopted: { readonly spec: string; readonly plan: Planned };
  readonly gentle: Gentle;
  readonly rebuilt: Rebuilt | null;
}

/** The second boot. */
export interface SecondBoot {
  readonly found: ByBond<Found | null>;
  readonly journal: string;
}
