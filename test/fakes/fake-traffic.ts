// Link tests in which all went well, but for what a test says: two ports, eth2 and eth3, and 250 MB in 10 s.
import type { PathProbe, PortShare, Spread, TestResult } from '@bondctl/proto/model/linktest';
import type { HostVitals, PortVitals, RttFigures, TcpVitals } from '@bondctl/proto/model/vitals';
import { drbd } from './fake-parts.ts';
import type { Ills, World } from './fake-patients.ts';
import { lacpWith } from './fake-patients.ts';
import { name } from './fake-report.ts';
import { figuresOf } from './fake-test.ts';

const [alphaEnd, betaEnd] = drbd.ends;

/** What ports carried, in MB: `{ eth2: 130 }`. */
export type Megabytes = Readonly<Record<string, number>>;

const shares = (way: 'txBytes' | 'rxBytes', carried: Megabytes): readonly PortShare[] =>
  Object.entries(carried).map(([port, mb]) => ({
    name: name(port),
    txBytes: 1e6,
    rxBytes: 1e6,
    [way]: mb * 1e6,
  }));

/** The ports of a run from alpha to beta; what is not said to have been received was. */
export const carried = (sent: Megabytes, received: Megabytes = sent): TestResult['ports'] => ({
  sender: shares('txBytes', sent),
  receiver: shares('rxBytes', received),
});

/** What one port counted: nothing but what is said. */
export const portVitals = (port: string, over: Partial<PortVitals> = {}): PortVitals => ({
  name: name(port),
  ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: 0, rxCrcErrors: 0 },
  ...{ rxMissedErrors: 0, rxFifoErrors: 0, carrierChanges: 0 },
  ...over,
});

/** TCP that sent nothing again. */
export const tcpVitals = (over: Partial<TcpVitals> = {}): TcpVitals => ({
  ...{ retransSegs: 0, outSegs: 170_000, inSegs: 90_000, dsackRecv: 0, dsackRecvSegs: 0 },
  ...{ sackReorder: 0, tsReorder: 0, timeouts: 0, mtuProbeFail: 0, lostRetransmit: 0, fastRetrans: 0 },
  ...over,
});

/** A host on which nothing went wrong, with a CPU that is half busy. */
export const hostVitals = (over: Partial<HostVitals> = {}): HostVitals => ({
  tcp: tcpVitals(),
  softnet: { dropped: 0, squeezed: 3 },
  cpus: [{ cpu: 0, busyPercent: 50, softirqPercent: 20 }],
  ...{ meanBusyPercent: 50, meanSoftirqPercent: 20 },
  ports: [portVitals('eth2'), portVitals('eth3')],
  ...over,
});

/** Round-trip times around 0.3 ms. */
export const rtt = (over: Partial<RttFigures> = {}): RttFigures => ({
  ...{ minMs: 0.2, p25Ms: 0.25, p50Ms: 0.3, p75Ms: 0.35, p99Ms: 0.5, count: 8, lost: 0 },
  ...over,
});

/** TCP of the sender that sent this many of 170000 segments again. */
export const againVitals = (retransSegs: number, needless: number | null): TestResult['vitals'] => ({
  sender: hostVitals({ tcp: tcpVitals({ retransSegs, dsackRecv: needless, dsackRecvSegs: needless }) }),
  receiver: hostVitals(),
});

/** A probe from alpha to beta that lost nothing. */
export const probe = (over: Partial<PathProbe> = {}): PathProbe => ({
  ...{ from: alphaEnd, to: betaEnd, ipBytes: 9000, sent: 4, received: 4, complaint: null, port: null },
  ...over,
});

/** The same from beta to alpha. */
export const probeBack = (over: Partial<PathProbe> = {}): PathProbe =>
  probe({ from: betaEnd, to: alphaEnd, ...over });

/** Two streams by each port, as planned. */
export const balanced: Spread = {
  kind: 'balanced',
  why: null,
  planned: ['eth2', 'eth3'].map((port) => ({ port: name(port), streams: 2 })),
  forecast: [],
  agrees: true,
};

const figures = figuresOf({
  ...{ receivedBps: 190e6, receivedBytes: 240e6, sentBytes: 240e6 },
  ...{ retransmits: 0, mss: 1448 },
});

/** A good run of four streams over a bond in balance-rr. */
export const goodRun: Partial<TestResult> = {
  mtu: 9000,
  probes: [probe(), probeBack()],
  run: { ok: true, figures },
  parameters: {
    class: 'measure',
    streams: 4,
    seconds: 10,
    protocol: 'tcp',
    direction: 'forth',
    offeredBps: null,
  },
  ports: carried({ eth2: 125, eth3: 125 }),
  capacity: { source: 'declared', rateBps: 100e6, framing: 'shaped' },
  vitals: { sender: hostVitals(), receiver: hostVitals() },
  latency: { idle: rtt(), loaded: rtt({ count: 50 }) },
};

/** A world whose test went well but for this; `percent` is its share of the ceiling. */
export const tested = (result: Partial<TestResult>, percent = 95, more: Partial<World> = {}): World => ({
  hosts: { alpha: {}, beta: {} },
  link: {},
  ...more,
  test: { result: { ...goodRun, ...result }, percent },
});

const hashed = (partner: string): Ills => lacpWith(partner);

/** The same in 802.3ad with four streams that were planned for two ports. */
export const testedLacp = (result: Partial<TestResult>, percent = 95, more: Partial<World> = {}): World =>
  tested({ spread: balanced, ...result }, percent, {
    hosts: { alpha: hashed('beta'), beta: hashed('alpha') },
    ...more,
  });
