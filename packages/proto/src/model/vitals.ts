import type { IfName } from './names.ts';

/** What the TCP of one host counted during a run, all its connections together. Absent figures are null, never zero. */
export interface TcpVitals {
  readonly retransSegs: number | null;
  readonly outSegs: number | null;
  readonly inSegs: number | null;
  /** Retransmissions the other end reported as needless: it had the segment already (RFC 2883). */
  readonly dsackRecv: number | null;
  /** The segments in those reports: one report may be of many (Linux 5.11 on). */
  readonly dsackRecvSegs: number | null;
  readonly sackReorder: number | null;
  readonly tsReorder: number | null;
  readonly timeouts: number | null;
  readonly mtuProbeFail: number | null;
  readonly lostRetransmit: number | null;
  readonly fastRetrans: number | null;
}

/** Packets for which the kernel's receive path had no room, and polls that it broke off; all CPUs together. */
export interface SoftnetVitals {
  readonly dropped: number | null;
  readonly squeezed: number | null;
}

/** How busy one CPU was while traffic flowed, in percent of that time. Busy is everything but idle and iowait. */
export interface CpuLoad {
  readonly cpu: number;
  readonly busyPercent: number;
  readonly softirqPercent: number | null;
}

/** What one port counted during a run besides bytes and packets. */
export interface PortVitals {
  readonly name: IfName;
  readonly rxErrors: number | null;
  readonly txErrors: number | null;
  readonly rxDropped: number | null;
  readonly txDropped: number | null;
  readonly rxCrcErrors: number | null;
  readonly rxMissedErrors: number | null;
  readonly rxFifoErrors: number | null;
  readonly carrierChanges: number | null;
}

/** What the kernel of one end counted from right before iperf3 started until right after it ended. */
export interface HostVitals {
  readonly tcp: TcpVitals;
  readonly softnet: SoftnetVitals;
  /** The busiest ones, at most eight, busiest first. */
  readonly cpus: readonly CpuLoad[];
  /** The mean of all CPUs, not only of those above. */
  readonly meanBusyPercent: number | null;
  readonly meanSoftirqPercent: number | null;
  readonly ports: readonly PortVitals[];
}

/** Round-trip times of ICMP out of the sending end's bond. Quartiles are null where an agent does not tell them yet. */
export interface RttFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly count: number;
  readonly lost: number;
  readonly minMs: number | null;
  readonly p25Ms: number | null;
  readonly p75Ms: number | null;
}

/** Round-trip times before the run and from a fifth of it on; null where nothing came back, it ended before, or there is no ping. */
export interface Latency {
  readonly idle: RttFigures | null;
  readonly loaded: RttFigures | null;
}

/** Segmentation and merging done by the interface instead of the CPU; null where ethtool did not say. */
export interface Offloads {
  readonly tso: boolean | null;
  readonly gso: boolean | null;
  readonly gro: boolean | null;
}

/** What one interface of the test is. `driver` is null for what has no device, such as a bond. */
export interface InterfaceSurroundings {
  readonly name: IfName;
  readonly driver: string | null;
  readonly offloads: Offloads | null;
}

/** What a run depends on at one end and does not measure: the bond first, then its ports. */
export interface HostSurroundings {
  readonly kernel: string | null;
  readonly interfaces: readonly InterfaceSurroundings[];
}

/** What is known of the same thing at both ends. */
export interface BothEnds<T> {
  readonly sender: T | null;
  readonly receiver: T | null;
}

/** What both hosts saw while a run lasted. */
export interface Watched {
  readonly vitals: BothEnds<HostVitals>;
  readonly latency: Latency | null;
  readonly surroundings: BothEnds<HostSurroundings>;
}

/** Nothing ran, or nobody watched: an older agent, a result of an older version. */
export const unwatched: Watched = {
  vitals: { sender: null, receiver: null },
  latency: null,
  surroundings: { sender: null, receiver: null },
};
