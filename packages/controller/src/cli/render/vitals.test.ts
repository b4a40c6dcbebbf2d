import { type HostVitals, type PortVitals, unwatched } from '@bondctl/proto/model/vitals';
import { expect, test } from 'vitest';
import { fakeTest } from '../../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { plain } from './paint.ts';
import { renderTest } from './test.ts';
import { renderVitals } from './vitals.ts';

const quietPort: PortVitals = {
  name: name('eth2'),
  ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: null, rxCrcErrors: 0 },
  ...{ rxMissedErrors: null, rxFifoErrors: 0, carrierChanges: 0 },
};
const quartiles = { minMs: null, p25Ms: null, p75Ms: null };
const quiet: HostVitals = {
  tcp: {
    ...{ retransSegs: 0, outSegs: 9000, inSegs: 9000, dsackRecv: 0, dsackRecvSegs: null },
    ...{ sackReorder: 0, tsReorder: 0 },
    ...{ timeouts: 0, mtuProbeFail: null, lostRetransmit: 0, fastRetrans: 0 },
  },
  softnet: { dropped: 0, squeezed: 3 },
  cpus: [{ cpu: 1, busyPercent: 50, softirqPercent: 20 }],
  meanBusyPercent: 12.5,
  meanSoftirqPercent: 1,
  ports: [quietPort],
};
const { result } = fakeTest;

test('a run in which both kernels had something to say', () => {
  const sender = { ...quiet, tcp: { ...quiet.tcp, retransSegs: 1415, outSegs: 70_000, dsackRecv: 1320 } };
  const receiver: HostVitals = {
    ...quiet,
    tcp: { ...quiet.tcp, retransSegs: 1, outSegs: null, dsackRecv: null },
    softnet: { dropped: 12, squeezed: null },
    cpus: [{ cpu: 3, busyPercent: 96.25, softirqPercent: 81 }],
    ports: [
      { ...quietPort, rxMissedErrors: 7, rxCrcErrors: 2 },
      { ...quietPort, name: name('eth3'), carrierChanges: 4 },
    ],
  };
  const latency = {
    idle: { p50Ms: 0.102, p99Ms: 0.2, count: 8, lost: 0, ...quartiles },
    loaded: { p50Ms: 2.5, p99Ms: 19.1, count: 47, lost: 3, ...quartiles },
  };
  const view = { ...fakeTest, result: { ...result, vitals: { sender, receiver }, latency } };
  expect(renderTest(view, plain)).toMatchInlineSnapshot(`
    "drbd: passed  alpha/sync0 to beta/sync0, balance-rr, MTU 9000, 1 TCP stream for 10 s (test_fake12345)

    measured                1.96 Gbit/s received, 3 retransmissions
    of this configuration   99.0 % of 1.98 Gbit/s
    of this hardware        99.0 % of 1.98 Gbit/s
    the ceiling             2 x 990 Mbit/s

    PORT               SENT        RECEIVED   SHARE
    alpha/sync0 eth2   1230.0 MB   0.0 MB     50.0 %
    alpha/sync0 eth3   1230.0 MB   0.0 MB     50.0 %

    sent again       alpha/sync0: 1415 of 70000 segments, 1320 of them needless (93.3 %)
    sent again       beta/sync0: 1 segment
    busiest CPU      beta/sync0: CPU 3 is busy 96.3 %, 81.0 % for the network
    lost or broken   beta/sync0: 12 dropped by a full backlog; eth2 7 missed by the ring, 2 CRC errors; eth3 4 carrier changes
    RTT idle         half within 0.10 ms, 99 % within 0.20 ms
    RTT under load   half within 2.50 ms, 99 % within 19.10 ms, 3 of 50 lost

    "
  `);
});

test('a run in which all went well has no line but the round-trip times', () => {
  const vitals = { sender: quiet, receiver: quiet };
  expect(renderVitals({ ...result, vitals })).toBe('');
  const latency = { idle: { p50Ms: 0.1, p99Ms: 0.2, count: 8, lost: 0, ...quartiles }, loaded: null };
  expect(renderVitals({ ...result, vitals, latency })).toMatchInlineSnapshot(`
    "RTT idle   half within 0.10 ms, 99 % within 0.20 ms

    "
  `);
});

test('a result from before hosts were watched', () => {
  expect(renderVitals({ ...result, ...unwatched })).toBe('');
});

test('reports of segments that were sent again before the run do not make more than all of them needless', () => {
  const sender = { ...quiet, tcp: { ...quiet.tcp, retransSegs: 4, outSegs: 100, dsackRecv: 9 } };
  expect(renderVitals({ ...result, vitals: { sender, receiver: null } })).toContain(
    '4 of 100 segments, 4 of them needless (100.0 %)',
  );
});

test('the segments that were reported say more than the number of reports', () => {
  const sender = {
    ...quiet,
    tcp: { ...quiet.tcp, retransSegs: 100, outSegs: 9000, dsackRecv: 7, dsackRecvSegs: 98 },
  };
  expect(renderVitals({ ...result, vitals: { sender, receiver: null } })).toContain('98 of them needless');
});
