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

/** An accepted cluster spec, expanded: every selector and mesh resolved to hosts and ends. */
export interface ClusterSpec {
  readonly hosts: readonly { readonly id: HostId; readonly labels: Readonly<Record<string, string>> }[];
  readonly desires: readonly HostDesire[];
  readonly links: readonly Link[];
  /** Bonds the controller brings back unasked when they drift; absent in what was accepted before it could be said. */
  readonly heal?: readonly End[];
  readonly rollout: {
    readonly canary: readonly LinkName[];
    readonly pairsAtOnce: number;
    readonly onFailure: 'rollBack' | 'stop';
  };
}
