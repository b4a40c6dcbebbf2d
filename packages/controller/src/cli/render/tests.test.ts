import type { TestsCompared } from '@bondctl/proto/model/compared';
import { type Comparison, type IperfRun, type TestResult, tcpForth } from '@bondctl/proto/model/linktest';
import type { TestId } from '@bondctl/proto/model/names';
import type { TestSummary, TestView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { drbd, fakeTest } from '../../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { figuresOf } from '../../../../../test/fakes/fake-test.ts';
import { rtt } from '../../../../../test/fakes/fake-traffic.ts';
import { renderComparison } from './compare.ts';
import { csv } from './csv.ts';
import { plain } from './paint.ts';
import { renderTest } from './test.ts';
import { renderOrigin } from './test-origin.ts';
import { renderTests, seriesCsv, testsCsv } from './tests.ts';

const at = Date.UTC(2026, 10, 23, 18, 55, 25);
const end = (transmitPolicy: string) => ({
  mode: '802.3ad',
  transmitPolicy,
  mtu: 9000,
  offloads: null,
  kernel: '6.1.0-9',
  drivers: null,
  iperf3: '3.12',
});
const comparison: Comparison = {
  kind: 'regressed',
  parameterHash: 'h',
  parameters: {
    ends: [end('layer2 (0)'), end('layer3+4 (1)')],
    streams: 2,
    seconds: 10,
    protocol: 'udp',
    direction: 'back',
  },
  receivedBps: 1.7e9,
  results: 5,
  medianBps: 1.9e9,
  floorBps: 1.8e9,
  sentence: '1.70 Gbit/s received, 10.5 % less than usual',
};
const run = (role: IperfRun['role'], command: readonly string[], ending: IperfRun['ending']): IperfRun => ({
  ...{ role, command, ending, version: '3.12', document: '{}' },
  exit: { kind: 'code', code: 0 },
});
const carried = (port: string, txBytes: number, rxBytes: number) => ({ name: name(port), txBytes, rxBytes });
const probe = { from: drbd.ends[1], to: drbd.ends[0], ipBytes: 9000, sent: 3, received: 3, complaint: null };

/** A test of everything at once: UDP, the way back and both ways, steered, repeated, and worse than before. */
const result: TestResult = {
  ...fakeTest.result,
  from: drbd.ends[1],
  to: drbd.ends[0],
  mode: '802.3ad',
  parameters: { ...tcpForth, streams: 2, seconds: 10, protocol: 'udp', direction: 'back', offeredBps: 1.8e9 },
  run: {
    ok: true,
    figures: figuresOf({
      receivedBps: 1.7e9,
      retransmits: null,
      back: { receivedBps: 1.6e9, receivedBytes: 1, sentBytes: 1, retransmits: null },
      udp: { packets: 43_000, lost: 12, jitterMs: 0.021, outOfOrder: 3 },
    }),
  },
  probes: [{ ...probe, port: name('eth2') }],
  documents: {
    client: run('client', ['iperf3', '--client', '10.9.0.1', '--udp'], 'finished'),
    server: run('server', ['iperf3', '--server'], 'watchdog'),
  },
  ports: {
    sender: [carried('eth2', 1.5e9, 0), carried('eth3', 0.5e9, 0)],
    receiver: [carried('eth2', 0, 1e9), carried('eth3', 0, 1e9)],
  },
  spread: {
    kind: 'balanced',
    why: null,
    planned: ['eth2', 'eth3'].map((port) => ({ port: name(port), streams: 1 })),
    forecast: ['eth2', 'eth3'].map((port) => ({ port: name(port), forecastPercent: 50, countedPercent: 75 })),
    agrees: false,
  },
  surroundings: {
    sender: {
      kernel: '6.1.0-9',
      interfaces: [
        { name: name('sync0'), driver: null, offloads: null },
        { name: name('eth2'), driver: 'igb', offloads: { tso: true, gso: false, gro: null } },
      ],
    },
    receiver: null,
  },
};
const view: TestView = {
  ...fakeTest,
  atUnixMs: at,
  result,
  judgement: { ...fakeTest.judgement, ceilingSentence: '2 streams leave by 2 ports: 2 x 990 Mbit/s' },
  comparison,
  repetition: {
    tests: [],
    meanBps: 1.7e9,
    halfWidthPercent: 0.4,
    isCertain: true,
    sentence: '1.70 Gbit/s is the mean of 3 runs, certain to 0.4 % (95 %)',
  },
};

test('a test with all that can be said of one', () => {
  expect(renderTest(view, plain)).toMatchInlineSnapshot(`
    "drbd: passed  beta/sync0 to alpha/sync0, 802.3ad, MTU 9000, 2 UDP streams of 1.80 Gbit/s together for 10 s, the way back (test_fake12345)

    measured                1.70 Gbit/s received
    datagrams               12 of 43000 lost (0.03 %), jitter 0.021 ms, 3 out of order
    the way back            1.60 Gbit/s received
    of this configuration   99.0 % of 1.98 Gbit/s
    of this hardware        99.0 % of 1.98 Gbit/s
    the ceiling             2 streams leave by 2 ports: 2 x 990 Mbit/s
    beside earlier tests    1.70 Gbit/s received, 10.5 % less than usual
    repeated                1.70 Gbit/s is the mean of 3 runs, certain to 0.4 % (95 %)
    spread                  the ports counted other shares than the hash foretells
    path MTU                9000 bytes beta/sync0 to alpha/sync0 by eth2: 3 of 3 passed

    PORT               SENT        RECEIVED    SHARE    STREAMS   FORETOLD
    beta/sync0 eth2    1500.0 MB   0.0 MB      75.0 %   1         50.0 %
    beta/sync0 eth3    500.0 MB    0.0 MB      25.0 %   1         50.0 %
    alpha/sync0 eth2   0.0 MB      1000.0 MB   50.0 %
    alpha/sync0 eth3   0.0 MB      1000.0 MB   50.0 %

    "
  `);
});

test('a test that sent nothing says whether anything was to be sent', () => {
  const none = { run: null, ports: { sender: [], receiver: [] } } as const;
  const probes = { ...result.parameters, streams: 0, seconds: 0 };
  const text = (change: Partial<TestResult>) =>
    renderTest({ ...fakeTest, result: { ...fakeTest.result, ...none, ...change } }, plain);
  expect(text({ parameters: probes })).toMatch(
    /, probes only \(test_fake12345\)\n\nmeasured +the path MTU only\n/,
  );
  expect(text({})).toMatch(/measured +nothing: the path did not pass its probes\n/);
});

test('what a test depended on', () => {
  expect(renderOrigin(view)).toMatchInlineSnapshot(`
    "
    measured at        2026-11-23 18:55:25Z
    beta/sync0         kernel 6.1.0-9, iperf3 3.12, transmit policy layer3+4 (1)
    beta/sync0 sync0   offloads unknown
    beta/sync0 eth2    igb, tso on, gso off
    alpha/sync0        iperf3 3.12, transmit policy layer2 (0)
    client             iperf3 --client 10.9.0.1 --udp
    server             iperf3 --server (ended by the watchdog)
    "
  `);
  expect(renderOrigin({ ...fakeTest, atUnixMs: at })).toBe('\nmeasured at   2026-11-23 18:55:25Z\n');
});

const findings = { fault: 0, warning: 0, note: 0 };
const summary: TestSummary = {
  id: 'test_fake12345' as TestId,
  atUnixMs: at,
  link: drbd.name,
  parameters: { ...tcpForth, streams: 1, seconds: 10 },
  passed: true,
  receivedBps: 1.96e9,
  percentOfConfiguration: 99,
  percentOfHardware: 49.5,
  comparison: 'within',
  findings,
  sentence: '',
};
const probed: TestSummary = {
  ...summary,
  parameters: { ...summary.parameters, streams: 0, seconds: 0 },
  ...{ receivedBps: null, percentOfConfiguration: null, percentOfHardware: null, comparison: null },
  passed: false,
};

describe('a list of tests', () => {
  test('has a row for each, and findings only where there are some', () => {
    expect(renderTests([summary, probed], undefined, plain)).toMatchInlineSnapshot(`
      "TEST             TIME                   LINK   RUN         STREAMS   FOR    RECEIVED      OF CONFIG   OF HARDWARE   COMPARED   RESULT
      test_fake12345   2026-11-23 18:55:25Z   drbd   tcp forth   1         10 s   1.96 Gbit/s   99.0 %      49.5 %        within     passed
      test_fake12345   2026-11-23 18:55:25Z   drbd   probes      -         -      -             -           -             -          failed
      "
    `);
    const worse = {
      ...summary,
      comparison: 'below-once' as const,
      findings: { fault: 1, warning: 2, note: 0 },
    };
    expect(renderTests([worse], undefined, plain)).toMatch(
      /COMPARED +RESULT +FINDINGS\n.* below once +passed +1 fault, 2 warnings\n/,
    );
  });

  test('of nothing says what to type', () => {
    expect(renderTests([], undefined, plain)).toContain('"bondctl test LINK"');
    expect(renderTests([], 'list', plain)).toBe('No test of list yet; type "bondctl test run list".\n');
  });

  test('as CSV: stable columns with their units, a field that nobody knows is empty', () => {
    expect(testsCsv([summary, probed]).split('\r\n')).toEqual([
      'id,time,link,protocol,direction,streams,run_s,offered_bps,received_bps,of_configuration_percent,of_hardware_percent,comparison,passed,faults,warnings,notes,class',
      'test_fake12345,2026-11-23T18:55:25.000Z,drbd,tcp,forth,1,10,,1960000000,99,49.5,within,true,0,0,0,measure',
      'test_fake12345,2026-11-23T18:55:25.000Z,drbd,tcp,forth,0,0,,,,,,false,0,0,0,measure',
      '',
    ]);
  });
});

test('the time line of every port as CSV', () => {
  const points = [{ fromS: 0, toS: 0.5, txBps: 9.8e8, rxBps: 0 }];
  const series = { sender: [{ name: name('eth2'), points }], receiver: [{ name: name('eth3'), points }] };
  expect(seriesCsv({ ...result, series }).split('\r\n')).toEqual([
    'side,port,from_s,to_s,tx_bps,rx_bps',
    'sender,eth2,0,0.5,980000000,0',
    'receiver,eth3,0,0.5,980000000,0',
    '',
  ]);
});

test('CSV quotes what would break it', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x,y', 'say "no"'],
        ['two\r\nlines', null],
      ],
    ),
  ).toBe('a,b\r\n"x,y","say ""no"""\r\n"two\r\nlines",\r\n');
});

describe('two tests side by side', () => {
  const one = {
    ...summary,
    halfWidthPercent: null,
    runs: 1,
    retransmits: 3,
    ports: [{ side: 'sender', port: name('eth2'), percent: 50 } as const],
    latency: null,
  };
  const idle = rtt({ p50Ms: 0.1, p99Ms: 0.2 });
  const other = {
    ...one,
    id: 'test_other1234' as TestId,
    receivedBps: 2.94e9,
    halfWidthPercent: 0.4,
    runs: 3,
    ports: [...one.ports, { side: 'receiver', port: name('eth3'), percent: null } as const],
    latency: { idle, loaded: null },
  };
  const compared: TestsCompared = {
    tests: [one, other],
    differences: ['mtu 1500 / 9000', 'streams 1 / 2'],
    kind: 'second-faster',
    ratio: 1.5,
    chancePercent: 5,
    sentence: 'test_other1234 is 50.0 % faster than test_fake12345.',
  };

  test('with what differs and how much faster one is', () => {
    expect(renderComparison(compared, plain)).toMatchInlineSnapshot(`
      "                   test_fake12345         test_other1234
      time               2026-11-23 18:55:25Z   2026-11-23 18:55:25Z
      link               drbd                   drbd
      received           1.96 Gbit/s            2.94 Gbit/s ± 0.4 %, 3 runs
      of configuration   99.0 %                 99.0 %
      of hardware        49.5 %                 49.5 %
      retransmissions    3                      3
      sent by eth2       50.0 %                 50.0 %
      RTT idle           -                      0.10 ms, 99 % within 0.20 ms

      differs: mtu 1500 / 9000
      differs: streams 1 / 2

      The second received 1.50 times what the first did.
      test_other1234 is 50.0 % faster than test_fake12345.
      "
    `);
  });

  test('that cannot be compared have no ratio', () => {
    const sentence = 'They cannot be compared: no figure.';
    const text = renderComparison(
      { ...compared, differences: null, kind: 'not-comparable', ratio: null, chancePercent: null, sentence },
      plain,
    );
    expect(text).toMatch(/\n\nThey cannot be compared: no figure\.\n$/);
    expect(text).not.toMatch(/times|differs/);
  });
});
