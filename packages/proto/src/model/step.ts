import type { Backend } from './backend.ts';
import type { BondMode } from './mode.ts';
import type { BondName, IfName } from './names.ts';
import type { OptionName, OptionValues } from './options.ts';
import type { OffloadName, SysctlName } from './tuning.ts';

/** How much a step disturbs traffic, mildest first. */
export const disruptions = ['none', 'port flap', 'bond down', 'bond rebuilt'] as const;

/** How much a step disturbs traffic. */
export type Disruption = (typeof disruptions)[number];

/** Distributes `do` over its arguments, so that a wrong pair does not compile. */
type Steps<A> = { [K in keyof A]: { readonly do: K } & Readonly<A[K]> }[keyof A];

/** The closed list of things an agent can do to a host's network. Each carries what its inverse needs. */
export type PlanStep = Steps<{
  createBond: { bond: BondName; mode: BondMode; options: OptionValues };
  deleteBond: { bond: BondName; mode: BondMode; options: OptionValues };
  setOption: { bond: BondName; option: OptionName; from: string; to: string };
  setMode: { bond: BondName; from: BondMode; to: BondMode };
  addPort: { bond: BondName; port: IfName };
  removePort: { bond: BondName; port: IfName };
  setMtu: { device: IfName; from: number; to: number };
  setMac: { device: IfName; from: string; to: string };
  linkUp: { device: IfName };
  linkDown: { device: IfName };
  addAddress: { device: IfName; cidr: string };
  removeAddress: { device: IfName; cidr: string };
  addRoute: { device: IfName; family: 'inet' | 'inet6'; route: string };
  removeRoute: { device: IfName; family: 'inet' | 'inet6'; route: string };
  setSysctl: { name: SysctlName; from: string; to: string };
  setOffload: { device: IfName; offload: OffloadName; from: string; to: string };
  /** Whether NetworkManager may act on a NIC by itself: it puts a port that it manages back where its profile says. */
  setManaged: { device: IfName; from: 'yes' | 'no'; to: 'yes' | 'no' };
}>;

/**
 * What follows a confirmation: the files that make a bond, or its absence, outlive a reboot. A plan shows it; a transaction
 * does not take it, for a reboot before the confirmation shall find the old files.
 */
export interface KeepStep {
  readonly do: 'keep';
  readonly bond: BondName;
  readonly backend: Backend;
  /** Absolute paths of what is written or removed. */
  readonly files: readonly string[];
}

/** A step as a plan shows it. `loses` names what goes with it and is put back afterwards. */
export interface PlannedStep<S extends PlanStep | KeepStep = PlanStep | KeepStep> {
  readonly step: S;
  readonly disruption: Disruption;
  readonly sentence: string;
  readonly loses: readonly string[];
}
