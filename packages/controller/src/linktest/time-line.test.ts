import type { PortSeries } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { onSenderTime } from './time-line.ts';

/** One port whose rate over each second is given, in Mbit/s. */
const port = (rates: readonly number[], key: 'txBps' | 'rxBps'): PortSeries => ({
  name: 'eth1' as IfName,
  points: rates.map((rate, nth) => ({ fromS: nth, toS: nth + 1, txBps: 0, rxBps: 0, [key]: rate * 1e6 })),
});

test('the onset of traffic is the same moment at both ends', () => {
  // Half of the sender's second 0 and a quarter of the receiver's second 2 were busy.
  const sender = [port([50, 100, 100], 'txBps')];
  const receiver = [port([0, 0, 25, 100, 100], 'rxBps')];
  const [aligned] = onSenderTime(sender, receiver);
  expect(aligned?.points.map(({ fromS, toS, rxBps }) => [fromS, toS, rxBps])).toEqual([
    [0, 0.75, 25e6],
    [0.75, 1.75, 100e6],
    [1.75, 2.75, 100e6],
  ]);
});

test('what was never busy, or not watched, stays as it is', () => {
  const idle = [port([0, 0], 'rxBps')];
  expect(onSenderTime([port([1, 1], 'txBps')], idle)).toBe(idle);
  expect(onSenderTime([], idle)).toBe(idle);
  expect(onSenderTime(idle, [])).toEqual([]);
});
