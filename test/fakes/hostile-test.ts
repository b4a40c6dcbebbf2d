// A test that says everything a page can show, with a hostile word wherever one may come from outside.
import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { IperfRun, PortSeries, TestResult } from '@bondctl/proto/model/linktest';
import type { TestView } from '@bondctl/proto/model/view';
import { drbd, fakeTest } from './fake-parts.ts';
import { name } from './fake-report.ts';
import { figuresOf } from './fake-test.ts';

/** What a host might say to become part of a page. */
export const hostile = `<script>alert("1")</script><img src='http://evil.example/x' onerror=x>`;

/** One end's iperf3 with a document. */
export const iperfRun = (role: IperfRun['role'], document: string): IperfRun => ({
  role,
  version: '3.12',
  command: ['iperf3', `--${role}`, hostile],
  document,
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});

const series = (port: string): PortSeries => ({
  name: name(port),
  points: [0, 1].map((fromS) => ({ fromS, toS: fromS + 1, txBps: 9.8e8, rxBps: 1e6 })),
});

/** A finding whose every word is hostile but for its source. */
export const hostileFinding: RankedFinding = {
  rule: 'hash-collision',
  severity: 'warning',
  subject: { kind: 'link', link: drbd.name, ends: drbd.ends },
  cause: hostile,
  evidence: [hostile, 'eth2 100.0 %'],
  advice: hostile,
  source: 'https://www.kernel.org/doc/Documentation/networking/bonding.rst',
  explains: [],
  consequenceOf: null,
};

const hostileResult: Partial<TestResult> = {
  link: hostile as TestResult['link'],
  mode: hostile,
  run: {
    ok: true,
    figures: figuresOf({
      receivedBps: 1.96e9,
      back: { receivedBps: 1.9e9, receivedBytes: 1, sentBytes: 1, retransmits: 0 },
      udp: { packets: 1000, lost: 1, jitterMs: 0.1, outOfOrder: 2 },
    }),
  },
  parameters: {
    class: 'measure',
    streams: 2,
    seconds: 10,
    protocol: 'udp',
    direction: 'both',
    offeredBps: 1.8e9,
  },
  probes: [
    {
      from: drbd.ends[0],
      to: drbd.ends[1],
      ipBytes: 9000,
      sent: 3,
      received: 0,
      complaint: hostile,
      port: null,
    },
  ],
  documents: { client: iperfRun('client', `{"title":"${hostile}"}`), server: iperfRun('server', '{}') },
  series: { sender: [series('eth2'), series(hostile)], receiver: [series('eth2')] },
  spread: {
    kind: 'uneven',
    why: hostile,
    planned: [{ port: name('eth2'), streams: 2 }],
    forecast: [{ port: name('eth2'), forecastPercent: 100, countedPercent: 50 }],
    agrees: false,
  },
  surroundings: {
    sender: {
      kernel: hostile,
      interfaces: [
        { name: name('eth2'), driver: hostile, offloads: { tso: true, gso: false, gro: null } },
        { name: name('sync0'), driver: null, offloads: null },
      ],
    },
    receiver: null,
  },
};

/** A test that passed, with other results or another view of them. */
export function testViewOf(result: Partial<TestResult> = {}, change: Partial<TestView> = {}): TestView {
  const judgement = { ...fakeTest.judgement, ceilingSentence: `two ports: ${hostile}` };
  return { ...fakeTest, judgement, result: { ...fakeTest.result, ...result }, ...change };
}

/** All of it in one view, and a source that would like to be an attribute. */
export const hostileTest: TestView = testViewOf(hostileResult, {
  findings: [hostileFinding, { ...hostileFinding, source: `https://x" onclick="${hostile}` }],
});
