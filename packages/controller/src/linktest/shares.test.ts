import type { PortSample } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { seriesOf, sharesOf } from './shares.ts';

const sample = (port: string, atMs: number, txBytes: number, rxBytes = 0): PortSample => ({
  port: port as IfName,
  atMs,
  txBytes,
  rxBytes,
  txPackets: 0,
  rxPackets: 0,
  txDropped: 0,
  rxDropped: 0,
});

describe('shares', () => {
  test('what a port carried is what its counters gained', () => {
    const samples = [
      sample('eth1', 0, 100, 7),
      sample('eth2', 0, 50),
      sample('eth1', 1000, 400, 9),
      sample('eth2', 1000, 60),
    ];
    expect(sharesOf(samples)).toEqual([
      { name: 'eth1', txBytes: 300, rxBytes: 2 },
      { name: 'eth2', txBytes: 10, rxBytes: 0 },
    ]);
  });

  test('a port that was made anew counts from zero', () => {
    expect(
      sharesOf([sample('eth1', 0, 1000), sample('eth1', 1000, 300), sample('eth1', 2000, 500)])[0]?.txBytes,
    ).toBe(500);
  });

  test('no samples, no ports', () => expect(sharesOf([])).toEqual([]));
});

describe('series', () => {
  test('bit/s between samples, in seconds after the first', () => {
    const samples = [
      sample('eth1', 500, 0),
      sample('eth1', 1500, 1_000_000),
      sample('eth1', 3500, 3_000_000),
    ];
    expect(seriesOf(samples)).toEqual([
      {
        name: 'eth1',
        points: [
          { fromS: 0, toS: 1, txBps: 8e6, rxBps: 0 },
          { fromS: 1, toS: 3, txBps: 8e6, rxBps: 0 },
        ],
      },
    ]);
  });

  test('two samples right after each other do not make a spike', () => {
    const samples = [sample('eth1', 0, 0), sample('eth1', 1000, 1000), sample('eth1', 1010, 900_000)];
    expect(seriesOf(samples)[0]?.points).toHaveLength(1);
  });

  test('no samples, no series', () => expect(seriesOf([])).toEqual([]));
});
