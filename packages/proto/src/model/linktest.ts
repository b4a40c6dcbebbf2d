import type { End, IfName, LinkName, TestId } from './names.ts';
import type { Watched } from './vitals.ts';

/** What one port can carry, and who says so. Wire bytes per frame: MTU+38 on ethernet, MTU+14 where a shaper counts. */
export type PortCapacity =
  | {
      readonly source: 'kernel' | 'declared';
      readonly rateBps: number;
      readonly framing: 'ethernet' | 'shaped';
    }
  | { readonly source: 'unknown' };

/** Parameters of one throughput run, stored with its result. */
export interface RunParameters {
  readonly streams: number;
  readonly seconds: number;
}

/** Cumulative kernel counters of one port at one moment of the host's monotonic clock. */
export interface PortSample {
  readonly port: IfName;
  readonly atMs: number;
  readonly txBytes: number;
  readonly rxBytes: number;
  readonly txPackets: number;
  readonly rxPackets: number;
  readonly txDropped: number;
  readonly rxDropped: number;
}

/** One iperf3 process as it ended: the document, and what we did to it. `document` is the raw JSON text, kept whole. */
export interface IperfRun {
  readonly role: 'client' | 'server';
  readonly version: string;
  readonly command: readonly string[];
  readonly document: string;
  /** Set when the document was too large to travel: `document` is empty then, and this says what it was. */
  readonly truncated?: { readonly bytes: number; readonly sha256: string };
  readonly exit:
    | { readonly kind: 'code'; readonly code: number }
    | { readonly kind: 'signal'; readonly signal: string };
  readonly ending: 'finished' | 'watchdog' | 'cancelled';
}

/** What a run measured, read from the client's document. Absent figures are null, never zero. */
export interface RunFigures {
  /** `end.sum_received.bits_per_second` */
  readonly receivedBps: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly retransmits: number | null;
  readonly seconds: number;
  readonly mss: number | null;
}

/** Why a run gives no figure. */
export type RunFault =
  | 'busy'
  | 'cannot-connect'
  | 'address-in-use'
  | 'interrupted'
  | 'policy'
  | 'authorization'
  | 'network'
  | 'watchdog'
  | 'no-document'
  | 'no-data'
  | 'too-short'
  | 'spawn'
  | 'other';

/** A run's figures, or the one reason why there are none: a failed run is inconclusive, never slow. */
export type RunVerdict =
  | { readonly ok: true; readonly figures: RunFigures }
  | { readonly ok: false; readonly fault: RunFault; readonly message: string };

/** One DF probe: did `bytes` of IP packet pass unfragmented from this end. */
export interface PathProbe {
  readonly from: End;
  readonly to: End;
  readonly ipBytes: number;
  readonly sent: number;
  readonly received: number;
  /** `fragmentation needed`, `message too long` ... where the kernel or a router said so. */
  readonly complaint: string | null;
}

/** How much of the test one port carried. */
export interface PortShare {
  readonly name: IfName;
  readonly txBytes: number;
  readonly rxBytes: number;
}

/** What one port did between two samples, in seconds after the first of them. */
export interface RatePoint {
  readonly fromS: number;
  readonly toS: number;
  readonly txBps: number;
  readonly rxBps: number;
}

/** How fast one port went over time, every byte on its wire counted. */
export interface PortSeries {
  readonly name: IfName;
  readonly points: readonly RatePoint[];
}

/** Facts of one link test. */
export interface TestResult extends Watched {
  readonly id: TestId;
  readonly link: LinkName;
  readonly from: End;
  readonly to: End;
  readonly parameters: RunParameters;
  readonly mode: string;
  readonly mtu: number;
  readonly probes: readonly PathProbe[];
  readonly run: RunVerdict | null;
  readonly documents: { readonly client: IperfRun | null; readonly server: IperfRun | null };
  /** Shares at the sending end and at the receiving end, from the ports' own counters. */
  readonly ports: { readonly sender: readonly PortShare[]; readonly receiver: readonly PortShare[] };
  readonly series: { readonly sender: readonly PortSeries[]; readonly receiver: readonly PortSeries[] };
  readonly capacity: PortCapacity;
}

/** One expectation and whether it held. */
export interface ExpectationVerdict {
  readonly expectation: 'pathMtu' | 'throughput' | 'retransmits';
  readonly held: 'yes' | 'no' | 'inconclusive';
  readonly sentence: string;
}

/** A result against its ceilings and expectations. Percentages are null where the port capacity is unknown. */
export interface Judgement {
  readonly percentOfConfiguration: number | null;
  readonly percentOfHardware: number | null;
  readonly ceilingBps: number | null;
  readonly hardwareBps: number | null;
  readonly verdicts: readonly ExpectationVerdict[];
  readonly passed: boolean;
}
