import type { ComparedParameters } from './compared.ts';
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

/**
 * What a run asks of a host's owner. `probe`: 1 s and at most a tenth of what a port carries, at any time. `measure`: alone,
 * in the owner's window, begun only while others are quiet. `stress`: whatever else is there, where the owner allows it.
 * `proof`: of a change that a person approved; like a measurement, but a link in use is no reason to take the change back.
 */
export type TestClass = 'probe' | 'measure' | 'stress' | 'proof';

/** Whether a run gives way to others who use the link. */
export const givesWay = (kind: TestClass): boolean => kind === 'probe' || kind === 'measure';

/** What a probe may take at most. */
export const gentle = { seconds: 1, shareOfPort: 0.1 } as const;

/** Parameters of one throughput run, stored with its result. */
export interface RunParameters {
  readonly class: TestClass;
  readonly streams: number;
  readonly seconds: number;
  readonly protocol: 'tcp' | 'udp';
  /** `forth`: from the link's first end to its second; `both`: the two ways at once. */
  readonly direction: 'forth' | 'back' | 'both';
  /** What UDP sends and a probe is held to, all streams together; null for any other TCP, which sends what goes. */
  readonly offeredBps: number | null;
}

/** The usual run: TCP from the first end to the second. */
export const tcpForth = { class: 'measure', protocol: 'tcp', direction: 'forth', offeredBps: null } as const;

/** What is measured where neither a person nor the link says otherwise. */
export const usualRun: RunParameters = { streams: 1, seconds: 10, ...tcpForth };

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
  readonly ending: 'finished' | 'watchdog' | 'cancelled' | 'disturbed';
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
  /** What each stream of the sender sent, in the order in which they were opened. */
  readonly streams: readonly StreamFigures[];
  /** The way back of a run both ways at once; null for a run one way. */
  readonly back: Pick<RunFigures, 'receivedBps' | 'receivedBytes' | 'sentBytes' | 'retransmits'> | null;
  /** null for TCP. */
  readonly udp: UdpFigures | null;
}

/** One stream by its two port numbers, and the payload that its socket took. */
export interface StreamFigures {
  readonly sourcePort: number;
  readonly serverPort: number;
  readonly sentBytes: number;
}

/** What only UDP has: datagrams are counted by the receiver. */
export interface UdpFigures {
  readonly packets: number;
  readonly lost: number;
  readonly jitterMs: number;
  readonly outOfOrder: number | null;
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
  | 'port-down'
  | 'others-traffic'
  | 'other';

/** Why a host broke a run off: others need the link. */
export interface Disturbance {
  readonly fault: Extract<RunFault, 'port-down' | 'others-traffic'>;
  readonly message: string;
}

/** A run's figures, or the one reason why there are none: a failed run is inconclusive, never slow. */
export type RunVerdict =
  | { readonly ok: true; readonly figures: RunFigures }
  | { readonly ok: false; readonly fault: RunFault; readonly message: string };

/** One DF probe: did `ipBytes` of IP packet pass unfragmented from this end. */
export interface PathProbe {
  readonly from: End;
  readonly to: End;
  readonly ipBytes: number;
  readonly sent: number;
  readonly received: number;
  /** `fragmentation needed`, `message too long` ... where the kernel or a router said so. */
  readonly complaint: string | null;
  /** The port of the sending bond that the hash sent all its packets through; null where that is not known. */
  readonly port: IfName | null;
}

/**
 * Whether packets of that size do not pass. Of those that all take one port, a narrow leg swallows every one, and a few that
 * got lost are no matter of size; of those that take ports in turn it swallows its share.
 */
export const isSwallowed = ({
  sent,
  received,
  port,
}: Pick<PathProbe, 'sent' | 'received' | 'port'>): boolean =>
  port === null ? received < sent : received === 0 && sent > 0;

/** A probe as its host answers it. `identifier`: the ICMP id of its packets, null where ping could not choose one. */
export type ProbeAnswer = Omit<PathProbe, 'port'> & { readonly identifier: number | null };

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

/** How many streams leave by one port of the sending bond. */
export interface PortLoad {
  readonly port: IfName;
  readonly streams: number;
}

/** One port's share of a run: as the hash has it by what each stream sent, and as the port counted it. */
export interface PortForecast {
  readonly port: IfName;
  readonly forecastPercent: number;
  readonly countedPercent: number;
}

/** How the streams were spread over the sending bond's ports, and whether they went where they were meant to go. */
export interface Spread {
  /** `per-packet`: balance-rr; `unplanned`: nothing steers the streams, and `why` says why. */
  readonly kind: 'balanced' | 'uneven' | 'per-packet' | 'unplanned';
  /** One sentence; null where every port carries equally many streams. */
  readonly why: string | null;
  /** Empty where it is not known. */
  readonly planned: readonly PortLoad[];
  /** Empty where nothing was forecast or nothing was counted. */
  readonly forecast: readonly PortForecast[];
  /** Whether the counters agree with the forecast; null where there is none. */
  readonly agrees: boolean | null;
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
  /** null where nothing was measured, and in results of earlier versions. */
  readonly spread: Spread | null;
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
  /** How the ceiling comes about, with the formula where the port capacity is known. */
  readonly ceilingSentence: string;
  readonly verdicts: readonly ExpectationVerdict[];
  readonly passed: boolean;
}

/** A figure beside the earlier ones of the same link with the same parameters. */
export interface Comparison {
  /** `none`: too few earlier results. One result below the floor may be chance, two running are a regression. */
  readonly kind: 'none' | 'within' | 'below-once' | 'regressed';
  /** Names the parameters: results with the same hash can be compared. */
  readonly parameterHash: string;
  /** null in results of earlier versions. */
  readonly parameters: ComparedParameters | null;
  readonly receivedBps: number;
  /** How many earlier results it was compared with. */
  readonly results: number;
  readonly medianBps: number | null;
  readonly floorBps: number | null;
  readonly sentence: string;
}

/** One measurement made several times. */
export interface Repetition {
  /** Every run of it, oldest first; a run without a figure is one too. */
  readonly tests: readonly TestId[];
  /** The mean of what the good runs received; null: none was good. */
  readonly meanBps: number | null;
  /** Half the width of the mean's 95 % confidence interval, in percent of the mean; null: fewer than two were good. */
  readonly halfWidthPercent: number | null;
  /** Whether the mean is as certain as it was asked to be. */
  readonly isCertain: boolean;
  readonly sentence: string;
}
