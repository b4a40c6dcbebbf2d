import type { BondDesire } from './bond.ts';
import type { PortCapacity } from './linktest.ts';
import type { End, HostId, LinkName } from './names.ts';
import type { NonEmpty } from './result.ts';

/** How the ends of a link are joined: cables straight between them, or a switch. */
export type Medium = 'direct' | 'switched';

/** A throughput people expect: a share of what the configuration can do, or a rate. */
export type Threshold =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'rate'; readonly rateBps: number };

/** What the proof of a link must show. */
export interface Expectations {
  readonly throughput: {
    readonly streams: number;
    readonly seconds: number;
    readonly atLeast: Threshold;
  } | null;
  readonly pathMtu: boolean;
  /** Share of sent segments, in percent. */
  readonly retransmitsAtMostPercent: number | null;
}

/** Two ends that must agree and be proven together. */
export interface Link {
  readonly name: LinkName;
  readonly ends: readonly [End, End];
  readonly medium: Medium;
  /** null: take the kernel's word. */
  readonly declared: PortCapacity | null;
  readonly expect: Expectations;
}

/** What one host shall have. */
export interface HostDesire {
  readonly host: HostId;
  readonly bonds: NonEmpty<BondDesire>;
}

/** Links that the spec wrote as one mesh; `witnesses`: how many of them prove one end's change, null for all. */
export interface Mesh {
  readonly name: string;
  readonly links: readonly LinkName[];
  readonly witnesses: number | null;
}

/** What several hosts share on their way to all others, and how many tests it has room for at a time. */
export interface Uplink {
  readonly name: string;
  readonly hosts: readonly HostId[];
  readonly atOnce: number;
}

/** The rules of a rollout. */
export interface RolloutRules {
  /** Links that roll first, each alone. */
  readonly canary: readonly LinkName[];
  readonly pairsAtOnce: number;
  /** A label of hosts of which no two that change at the same time have the same value; null: none. */
  readonly spread: string | null;
  /** How many change sets may roll back before the rollout stops. A canary that rolls back always stops it. */
  readonly maxFailed: number;
  /** How long a wave is watched before the next one begins, in ms. */
  readonly soakMs: number;
  /** What a rollout does that stops: it ends, or waits for a person to resume, abort or undo it. */
  readonly onFailure: 'rollBack' | 'pause';
}

/** An accepted cluster spec, expanded: every selector and mesh resolved to hosts and ends. */
export interface ClusterSpec {
  readonly hosts: readonly { readonly id: HostId; readonly labels: Readonly<Record<string, string>> }[];
  readonly desires: readonly HostDesire[];
  readonly links: readonly Link[];
  readonly meshes: readonly Mesh[];
  /** Absent in what was accepted before it could be said. */
  readonly uplinks?: readonly Uplink[];
  /** Bonds the controller brings back unasked when they drift; absent in what was accepted before it could be said. */
  readonly heal?: readonly End[];
  readonly rollout: RolloutRules;
}
