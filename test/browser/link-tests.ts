// Link tests as they come: the shapes that a page of one takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { IperfRun, PortSeries, PortShare, TestResult } from '@bondctl/proto/model/linktest';
import type { HostId, LinkName, TestId } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import { drbd, fakeTest } from '../fakes/fake-parts.ts';
import { name } from '../fakes/fake-report.ts';
import { figuresOf, judgementOf } from '../fakes/fake-test.ts';
import { root } from '../run/places.ts';
import { countedBy, surroundingsOf } from './both-hosts.ts';

const document = readFileSync(join(root, 'test/fixtures/iperf3/3.12-good-balance-rr/document.txt'), 'utf8');
const seconds = 10;
const [from, to] = drbd.ends;

const iperf = (role: IperfRun['role'], ...options: readonly string[]): IperfRun => ({
  role,
  version: '3.12',
  command: ['/usr/bin/iperf3', `--${role}`, '--json', '--port', '21000', ...options],
  document,
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});

/** A port that goes at about `txBps` and `rxBps`; the readings differ as they do in life. */
export const seriesOf = (port: string, txBps: number, rxBps = 1.1e6): PortSeries => ({
  name: name(port),
  points: Array.from({ length: seconds }, (_, nth) => {
    const part = nth === 0 ? 0.86 : 1 - 0.01 * (nth % 3);
    return { fromS: nth, toS: nth + 1, txBps: txBps * part, rxBps: rxBps * part };
  }),
});

const shareOf = (port: string, txBps: number, rxBps = 1.1e6): PortShare => ({
  name: name(port),
  txBytes: (txBps * seconds) / 8,
  rxBytes: (rxBps * seconds) / 8,
});

type Rates = Readonly<Record<string, number>>;
const each = <T>(rates: Rates, make: (port: string, bps: number) => T): readonly T[] =>
  Object.entries(rates).map(([port, bps]) => make(port, bps));

/** What both ends saw of a run whose sender's ports went at `sent`, and whose receiver's ports got `received`. */
const carried = (sent: Rates, received: Rates): Partial<TestResult> => ({
  ports: {
    sender: each(sent, (...of) => shareOf(...of)),
    receiver: each(received, (p, b) => shareOf(p, 1e6, b)),
  },
  series: {
    sender: each(sent, (...of) => seriesOf(...of)),
    receiver: each(received, (port, bps) => seriesOf(port, 1.1e6, bps)),
  },
});

const usual: Partial<TestResult> = {
  ...carried({ eth2: 9.9e8, eth3: 9.88e8 }, { enp3s0: 9.89e8, enp4s0: 9.87e8 }),
  probes: [
    { from, to, ipBytes: 9000, sent: 4, received: 4, complaint: null, port: null },
    { from: to, to: from, ipBytes: 9000, sent: 4, received: 4, complaint: null, port: null },
  ],
  documents: {
    client: iperf('client', '--bind', '10.9.0.1', '10.9.0.2'),
    server: iperf('server', '--one-off'),
  },
  vitals: { sender: countedBy(212), receiver: countedBy(3) },
  latency: {
    idle: { p50Ms: 0.21, p99Ms: 0.35, count: 50, lost: 0, minMs: 0.18, p25Ms: 0.2, p75Ms: 0.24 },
    loaded: { p50Ms: 2.4, p99Ms: 6.02, count: 100, lost: 1, minMs: 0.9, p25Ms: 1.7, p75Ms: 3.1 },
  },
  surroundings: { sender: surroundingsOf('eth2', 'eth3'), receiver: surroundingsOf('enp3s0', 'enp4s0') },
};

/** A test like the usual one but for some of its result and of the view. */
export const linkTest = (result: Partial<TestResult> = {}, change: Partial<TestView> = {}): TestView => ({
  ...fakeTest,
  judgement: {
    ...fakeTest.judgement,
    ceilingSentence: 'one stream over 2 ports in turn: 2 x 1.00 Gbit/s x 8948 / 9038 bytes = 1.98 Gbit/s',
    verdicts: [
      { expectation: 'pathMtu', held: 'yes', sentence: 'packets of 9000 bytes pass both ways, unfragmented' },
    ],
  },
  ...change,
  result: { ...fakeTest.result, ...usual, ...result },
});

const finding: RankedFinding = {
  rule: 'hash-collision',
  severity: 'warning',
  subject: { kind: 'link', link: drbd.name, ends: drbd.ends },
  cause: 'All 4 streams leave alpha by eth2, so one of its two ports carries everything.',
  evidence: ['eth2 carried 100.0 % of what was sent', 'xmit_hash_policy of alpha/sync0 is layer2'],
  advice: 'set xmitHashPolicy: layer3+4 on both bonds, or balance-rr where both ends are cabled directly',
  source: 'https://www.kernel.org/doc/Documentation/networking/bonding.rst',
  explains: [],
  consequenceOf: null,
};

const findings: readonly RankedFinding[] = [
  {
    ...finding,
    severity: 'fault',
    rule: 'lacp-no-partner',
    subject: { kind: 'bond', host: from.host, bond: from.bond },
    evidence: ['/proc/net/bonding/sync0 on alpha: partner MAC 00:00:00:00:00:00'],
  },
  { ...finding, consequenceOf: { rule: 'lacp-no-partner', subject: finding.subject } },
  { ...finding, severity: 'note', rule: 'offload-off', source: 'drivers/net/bonding/bond_main.c' },
];

const tooSlow =
  'the path MTU is not 9000: alpha to beta by eth3: 0 of 4 packets of 9000 bytes arrived and nobody complained: something on the way drops them silently, so raise its MTU or lower the bond’s';

const repetition = {
  tests: ['test_aaaaaaa1', 'test_aaaaaaa2', 'test_aaaaaaa3'].map((id) => id as TestId),
  meanBps: 1.951e9,
  halfWidthPercent: 1.2,
  isCertain: true,
  sentence: '1.95 Gbit/s is the mean of 3 runs, certain to 1.2 % (95 %)',
};

const longPorts = Array.from({ length: 8 }, (_, nth) => `enp129s0f${nth}np${nth}v1`);
const longRates = Object.fromEntries(longPorts.map((port, nth) => [port, 2.4e10 - nth * 1e9]));
const longHost = (letter: string) =>
  `${letter}-storage-node-17.rack-04.row-b.frankfurt.example-company` as HostId;

/** Name to test. */
export const linkTests: Readonly<Record<string, TestView>> = {
  'a test that passed': linkTest(),
  'a test that failed': linkTest(
    { ...carried({ eth2: 9.9e8, eth3: 2e6 }, { enp3s0: 9.89e8, enp4s0: 1e6 }) },
    {
      findings,
      judgement: {
        ...fakeTest.judgement,
        percentOfConfiguration: 50.1,
        percentOfHardware: 49.6,
        passed: false,
        verdicts: [
          { expectation: 'pathMtu', held: 'no', sentence: tooSlow },
          { expectation: 'throughput', held: 'inconclusive', sentence: 'throughput could not be measured' },
          { expectation: 'retransmits', held: 'yes', sentence: '0.02 % of the segments were sent again' },
        ],
      },
    },
  ),
  'a test without a figure': linkTest(
    {
      run: { ok: false, fault: 'cannot-connect', message: 'beta refused the connection on port 21000' },
      ports: { sender: [], receiver: [] },
      series: { sender: [], receiver: [] },
      latency: null,
    },
    { judgement: judgementOf(false) },
  ),
  'a test of probes alone': linkTest(
    {
      run: null,
      parameters: { ...fakeTest.result.parameters, streams: 0 },
      documents: { client: null, server: null },
      ...carried({}, {}),
      vitals: { sender: null, receiver: null },
      latency: null,
    },
    { judgement: judgementOf(true) },
  ),
  'a test both ways': linkTest({
    parameters: { ...fakeTest.result.parameters, direction: 'both' },
    run: {
      ok: true,
      figures: figuresOf({
        receivedBps: 1.96e9,
        back: { receivedBps: 1.9e9, receivedBytes: 2.4e9, sentBytes: 2.4e9, retransmits: 12 },
      }),
    },
    series: {
      sender: [seriesOf('eth2', 9.9e8, 9.6e8), seriesOf('eth3', 9.9e8, 9.6e8)],
      receiver: [seriesOf('enp3s0', 9.6e8, 9.9e8), seriesOf('enp4s0', 9.6e8, 9.9e8)],
    },
  }),
  'a test with UDP': linkTest({
    parameters: {
      class: 'measure',
      streams: 4,
      seconds,
      protocol: 'udp',
      direction: 'forth',
      offeredBps: 1.9e9,
    },
    run: {
      ok: true,
      figures: figuresOf({
        receivedBps: 1.89e9,
        retransmits: null,
        udp: { packets: 268_000, lost: 120, jitterMs: 0.021, outOfOrder: 3 },
      }),
    },
    spread: {
      kind: 'uneven',
      why: '4 streams cannot be spread over 2 ports alike with this hash',
      planned: [
        { port: name('eth2'), streams: 3 },
        { port: name('eth3'), streams: 1 },
      ],
      forecast: [{ port: name('eth2'), forecastPercent: 75, countedPercent: 50 }],
      agrees: false,
    },
  }),
  'a test that was repeated': linkTest(
    {},
    {
      repetition,
      comparison: {
        kind: 'within',
        parameterHash: 'abc',
        parameters: null,
        receivedBps: 1.951e9,
        results: 10,
        medianBps: 1.955e9,
        floorBps: 1.86e9,
        sentence:
          '1.95 Gbit/s received; 1.96 Gbit/s is the median of the last 10 with the same parameters, and down to 1.86 Gbit/s is chance',
      },
    },
  ),
  'a test of which only the sender told': linkTest({
    ports: { sender: [shareOf('eth2', 9.9e8)], receiver: [] },
    series: { sender: [seriesOf('eth2', 9.9e8)], receiver: [] },
    capacity: { source: 'unknown' },
  }),
  'a test with long names and eight ports': linkTest({
    link: 'between-the-two-storage-nodes-of-the-new-row-in-frankfurt' as LinkName,
    from: { ...from, host: longHost('a') },
    to: { ...to, host: longHost('b') },
    capacity: { source: 'kernel', rateBps: 25e9, framing: 'ethernet' },
    surroundings: { sender: surroundingsOf(...longPorts), receiver: surroundingsOf(...longPorts) },
    ...carried(longRates, longRates),
  }),
};
