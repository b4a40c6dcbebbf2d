// Link tests of nothing, but for what a test says of them.
import { type Judgement, type RunFigures, type TestResult, tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, IfName, TestId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import { unwatched } from '@bondctl/proto/model/vitals';
import type { EndFacts } from '../../packages/controller/src/linktest/ends.ts';
import type { TestPlan } from '../../packages/controller/src/linktest/orders.ts';
import type { TestRow } from '../../packages/controller/src/store/ports.ts';

/** A result in which nothing was measured. */
export const resultOf = (
  link: Pick<Link, 'name' | 'ends'>,
  change: Partial<TestResult> = {},
): TestResult => ({
  id: 'test_aaaaaaaa' as TestId,
  link: link.name,
  from: link.ends[0],
  to: link.ends[1],
  parameters: { streams: 1, seconds: 10, ...tcpForth },
  mode: 'balance-rr',
  mtu: 9000,
  probes: [],
  run: null,
  documents: { client: null, server: null },
  ports: { sender: [], receiver: [] },
  series: { sender: [], receiver: [] },
  capacity: { source: 'unknown' },
  spread: null,
  ...unwatched,
  ...change,
});

/** A judgement of what nobody knows the ceiling of. */
export const judgementOf = (passed: boolean, change: Partial<Judgement> = {}): Judgement => ({
  percentOfConfiguration: null,
  percentOfHardware: null,
  ceilingBps: null,
  hardwareBps: null,
  ceilingSentence: '',
  verdicts: [],
  passed,
  ...change,
});

/** Figures of a run of one stream, one way. */
export const figuresOf = (change: Partial<RunFigures> = {}): RunFigures => ({
  receivedBps: 380e6,
  receivedBytes: 475e6,
  sentBytes: 476e6,
  retransmits: 100,
  seconds: 10,
  mss: 8948,
  streams: [],
  back: null,
  udp: null,
  ...change,
});

/** A test as its link expects it, once. */
export const usualAsk = {
  streams: null,
  seconds: null,
  class: null,
  protocol: null,
  direction: null,
  offeredBps: null,
  budgetSeconds: null,
} as const;

/** Nothing was read out of a result. */
export const unread: Pick<TestRow, 'findings' | 'comparison' | 'repetition'> = {
  findings: [],
  comparison: null,
  repetition: null,
};

/** An end of a link: `sync0` with two gigabit ports in mode balance-rr. */
export const endFactsOf = (host: string, change: Partial<EndFacts> = {}): EndFacts => ({
  end: { host: host as HostId, bond: 'sync0' as BondName },
  mode: 'balance-rr',
  mtu: 1500,
  xmitHashPolicy: null,
  ports: 2,
  usable: portsNamed(2),
  slowestMbps: 1000,
  addresses: [],
  mac: `02:00:00:00:00:0${host === 'alpha' ? 1 : 2}`,
  ...change,
});

/** `eth1` to `ethN`. */
export const portsNamed = (count: number): readonly IfName[] =>
  Array.from({ length: count }, (_, nth) => `eth${nth + 1}` as IfName);

/** A test between alpha and beta. */
export const testPlanOf = (change: Partial<TestPlan> = {}): TestPlan => ({
  test: 'test_aaaaaaaa' as TestId,
  from: endFactsOf('alpha', { mtu: 9000 }),
  to: endFactsOf('beta', { mtu: 9000 }),
  path: { family: 4, from: '10.9.0.1', to: '10.9.0.2', toSeenFrom: '10.9.0.2', fromSeenTo: '10.9.0.1' },
  probes: { there: [{ identifier: null, port: null }], back: [{ identifier: null, port: null }] },
  sourcePorts: { first: 10_000, last: 10_999 },
  parameters: { streams: 1, seconds: 10, ...tcpForth },
  portBps: 1e9,
  needsPathMtu: true,
  endByMs: 100_000,
  ...change,
});
