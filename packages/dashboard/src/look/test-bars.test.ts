import type { TestSummary } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { testBar } from './test-bars.ts';

const summary = (receivedBps: number | null, percentOfConfiguration: number | null) =>
  ({
    id: 'test_1',
    atUnixMs: 1,
    passed: true,
    receivedBps,
    percentOfConfiguration,
    sentence: '',
    parameters: { streams: 2, protocol: 'tcp', seconds: 10 },
  }) as unknown as TestSummary;

test.each([
  [1.95e9, 98.4, 98.4, '1.95 Gbit/s, 98 %'],
  // Counters and iperf3 do not stop at the same moment.
  [2e9, 101.2, 100, '2.00 Gbit/s, 101 %'],
  [1.95e9, null, null, '1.95 Gbit/s'],
  [null, null, null, 'no figure'],
])('%s bit/s, %s %% of the ceiling', (receivedBps, percent, drawn, figure) => {
  expect(testBar(summary(receivedBps, percent))).toMatchObject({
    percent: drawn,
    figure,
    parameters: '2 streams, TCP, 10 s',
  });
});
