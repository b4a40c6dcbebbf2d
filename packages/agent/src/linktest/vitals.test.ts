import type { IfName } from '@bondctl/proto/model/names';
import type { PortVitals, TcpVitals } from '@bondctl/proto/model/vitals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CpuTimes } from '../parse/proc-stat.ts';
import { loadsOver, type Round } from './cpu-load.ts';
import { rttOf } from './rtt.ts';
import { type Reading, vitalsBetween } from './vitals.ts';

const noTcp: TcpVitals = {
  ...{ retransSegs: null, outSegs: null, inSegs: null, dsackRecv: null, dsackRecvSegs: null },
  ...{
    sackReorder: null,
    tsReorder: null,
    timeouts: null,
    mtuProbeFail: null,
    lostRetransmit: null,
    fastRetrans: null,
  },
};
const port = (name: string, change: Partial<PortVitals> = {}): PortVitals => ({
  name: name as IfName,
  ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: 0 },
  ...{ rxCrcErrors: 0, rxMissedErrors: 0, rxFifoErrors: null, carrierChanges: 2 },
  ...change,
});
const ports = (...all: readonly PortVitals[]): Reading['ports'] =>
  new Map(all.map(({ name, ...counters }) => [name, counters]));
const reading = (change: Partial<Reading> = {}): Reading => ({
  tcp: noTcp,
  softnet: [],
  ports: new Map(),
  ...change,
});
const times = (cpu: number, change: Partial<CpuTimes>): CpuTimes => ({
  cpu,
  ...{ user: 0, nice: 0, system: 0, idle: 0, iowait: 0, irq: 0, softirq: 0, steal: 0 },
  ...change,
});

describe('vitals', () => {
  test('are what counters gained; what is missing or began anew is null, never zero', () => {
    const row = { processed: 1, dropped: 4, squeezed: 0 };
    const before = reading({
      tcp: { ...noTcp, outSegs: 100, retransSegs: 9, dsackRecv: 50 },
      softnet: [row, row],
      ports: ports(port('eth1', { rxCrcErrors: 3 })),
    });
    const after = reading({
      tcp: { ...noTcp, outSegs: 350, retransSegs: 9, dsackRecv: 2 },
      softnet: [{ ...row, dropped: 6 }, row],
      ports: ports(port('eth1', { rxCrcErrors: 5, carrierChanges: 4 })),
    });
    expect(vitalsBetween(before, after, [])).toEqual({
      tcp: { ...noTcp, outSegs: 250, retransSegs: 0 },
      softnet: { dropped: 2, squeezed: 0 },
      cpus: [],
      meanBusyPercent: null,
      meanSoftirqPercent: null,
      ports: [port('eth1', { rxCrcErrors: 2, carrierChanges: 2 })],
    });
  });

  test('of a port that came in between are not known from before', () => {
    const vitals = vitalsBetween(reading(), reading({ ports: ports(port('eth9', { rxErrors: 7 })) }), []);
    expect(vitals.ports).toMatchObject([{ name: 'eth9', rxErrors: null, carrierChanges: null }]);
  });

  test('name the eight busiest CPUs and the mean of all', () => {
    const cpus = Array.from({ length: 10 }, (_, cpu) => times(cpu, { user: 10 * cpu, idle: 100 - 10 * cpu }));
    const rounds: Round[] = [
      { bytes: 0, cpus: cpus.map(({ cpu }) => times(cpu, {})) },
      { bytes: 1000, cpus },
    ];
    const vitals = vitalsBetween(reading(), reading(), rounds);
    expect(vitals.cpus.map(({ cpu }) => cpu)).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
    expect(vitals).toMatchObject({ meanBusyPercent: 45, meanSoftirqPercent: 0 });
  });
});

describe('CPU load', () => {
  test('counts from the last round before traffic flowed', () => {
    const rounds: Round[] = [
      { bytes: 0, cpus: [times(0, { idle: 0 })] },
      { bytes: 700, cpus: [times(0, { idle: 100 })] },
      { bytes: 50_000, cpus: [times(0, { idle: 110, softirq: 60, system: 30 })] },
      { bytes: 90_000, cpus: [times(0, { idle: 120, softirq: 120, system: 60 })] },
    ];
    expect(loadsOver(rounds)).toEqual([{ cpu: 0, busyPercent: 90, softirqPercent: 60 }]);
  });

  test.each<[string, Partial<CpuTimes>, Partial<CpuTimes>, unknown]>([
    ['waiting for a disk is not busy', {}, { iowait: 75, user: 25 }, [{ busyPercent: 25 }]],
    ['what the hypervisor took is not ours to use', {}, { steal: 50, idle: 50 }, [{ busyPercent: 50 }]],
    ['idle that went back a little', { idle: 10 }, { idle: 9, user: 5 }, [{ busyPercent: 100 }]],
    ['unknown softirq stays unknown', {}, { softirq: null, user: 5 }, [{ softirqPercent: null }]],
    ['nothing known of idle', { idle: null }, { idle: null, user: 5 }, []],
    ['no time passed', { user: 5 }, { user: 5 }, []],
  ])('%s', (_name, before, after, loads) => {
    const cpus = [before, after].map((change) => ({ bytes: 0, cpus: [times(0, change)] }));
    expect(loadsOver(cpus)).toMatchObject(loads as object[]);
  });

  test('of a CPU that was switched on in between is not known', () => {
    expect(
      loadsOver([
        { bytes: 0, cpus: [] },
        { bytes: 1, cpus: [times(3, { user: 5 })] },
      ]),
    ).toEqual([]);
  });

  test('is a share, whatever the kernel counted', () => {
    const ticks = fc.option(fc.nat(), { nil: null });
    const keys = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq', 'steal'];
    const row = fc
      .record(Object.fromEntries(keys.map((key) => [key, ticks])))
      .map((counted) => [{ cpu: 0, ...counted } as unknown as CpuTimes]);
    const rounds = fc.array(fc.record({ bytes: fc.nat(), cpus: row }), { maxLength: 6 });
    fc.assert(
      fc.property(rounds, (all) => {
        for (const { busyPercent, softirqPercent } of loadsOver(all)) {
          expect(busyPercent).toBeGreaterThanOrEqual(0);
          expect(busyPercent).toBeLessThanOrEqual(100);
          expect(softirqPercent ?? 0).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('round-trip times', () => {
  test('median, 99th percentile, and what did not come back', () => {
    const timesMs = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(rttOf({ timesMs, sent: 103 })).toEqual({
      ...{ minMs: 1, p25Ms: 25, p50Ms: 50, p75Ms: 75, p99Ms: 99 },
      ...{ count: 100, lost: 3 },
    });
    expect(rttOf({ timesMs: [0.2], sent: 1 })).toMatchObject({
      minMs: 0.2,
      p25Ms: 0.2,
      p99Ms: 0.2,
      count: 1,
    });
  });

  test('are null where nothing came back', () => expect(rttOf({ timesMs: [], sent: 9 })).toBeNull());
});
