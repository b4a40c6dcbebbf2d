import type { IfName, LinkName, TestId } from './names.ts';
import type { Latency } from './vitals.ts';

/** What one end brings into a throughput test. */
export interface EndParameters {
  readonly mode: string;
  /** As the kernel prints it: `layer3+4 (1)`; null in modes that have none. */
  readonly transmitPolicy: string | null;
  /** Bytes. */
  readonly mtu: number;
  /** By ethtool's names, on or not; null: not known. */
  readonly offloads: Readonly<Record<string, boolean>> | null;
  readonly kernel: string;
  /** Versions by the name of the ports' drivers; null: not known. */
  readonly drivers: Readonly<Record<string, string>> | null;
  readonly iperf3: string;
}

/** Everything that must be the same for two results of one link to be comparable (link-testing.md 5e). */
export interface ComparedParameters {
  /** In the link's order. */
  readonly ends: readonly [EndParameters, EndParameters];
  readonly streams: number;
  readonly seconds: number;
  readonly protocol: 'tcp' | 'udp';
  /** `forth`: from the link's first end to its second. */
  readonly direction: 'forth' | 'back' | 'both';
}

/** How much of what one end of a test sent or received went over one of its ports. */
export interface ComparedPort {
  readonly side: 'sender' | 'receiver';
  readonly port: IfName;
  /** null where the end counted nothing. */
  readonly percent: number | null;
}

/** One of two tests that stand side by side. */
export interface ComparedTest {
  readonly id: TestId;
  readonly atUnixMs: number;
  readonly link: LinkName;
  /** The mean of a measurement made several times, else what the run received; null: no figure. */
  readonly receivedBps: number | null;
  /** Half the width of the mean's 95 % confidence interval, in percent of the mean; null: measured once. */
  readonly halfWidthPercent: number | null;
  /** How many runs the measurement took, those without a figure included. */
  readonly runs: number;
  readonly percentOfConfiguration: number | null;
  readonly percentOfHardware: number | null;
  readonly retransmits: number | null;
  readonly ports: readonly ComparedPort[];
  readonly latency: Latency | null;
}

/** Two tests side by side. */
export interface TestsCompared {
  readonly tests: readonly [ComparedTest, ComparedTest];
  /** Parameters that differ, in words: `mtu 1500 / 9000`; null where an earlier version did not keep them. */
  readonly differences: readonly string[] | null;
  /** `same`: no further apart than chance puts two measurements of the same thing. */
  readonly kind: 'not-comparable' | 'same' | 'first-faster' | 'second-faster';
  /** The second figure by the first; null where they cannot be compared. */
  readonly ratio: number | null;
  /** How far apart chance puts them, in percent of the slower; null where they cannot be compared. */
  readonly chancePercent: number | null;
  readonly sentence: string;
}
