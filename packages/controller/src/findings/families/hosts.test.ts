import type { TestResult } from '@bondctl/proto/model/linktest';
import type { CpuLoad, HostSurroundings } from '@bondctl/proto/model/vitals';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { figuresOf } from '../../../../../test/fakes/fake-test.ts';
import { carried, hostVitals, tested } from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { hosts } from './hosts.ts';

const good = tested({});
const cpus = (
  loads: readonly (readonly [number, number])[],
  meanBusyPercent: number,
): Partial<TestResult> => {
  const each = loads.map(
    ([busyPercent, softirqPercent], cpu): CpuLoad => ({ cpu, busyPercent, softirqPercent }),
  );
  return { vitals: { sender: hostVitals({ cpus: each, meanBusyPercent }), receiver: hostVitals() } };
};
const burnt = cpus([[99, 10]], 99);
const alone = cpus(
  [
    [98, 95],
    [5, 0],
    [4, 0],
    [3, 0],
  ],
  27,
);
const softnet = (dropped: number, squeezed: number): Partial<TestResult> => ({
  vitals: { sender: hostVitals(), receiver: hostVitals({ softnet: { dropped, squeezed } }) },
});
const card = (driver: string | null, tso: boolean): HostSurroundings => ({
  kernel: null,
  interfaces: [{ name: name('eth2'), driver, offloads: { tso, gso: true, gro: null } }],
});
const off = (driver: string | null, tso = false): Partial<TestResult> => ({
  ...burnt,
  surroundings: { sender: card(driver, tso), receiver: null },
});
const busyPorts = carried({ eth2: 140, eth3: 140 });
const acks = carried({ eth2: 125, eth3: 125 }).sender.map((port) => ({ ...port, rxBytes: 10e6 }));
const asMuchBack = { sender: acks.map((port) => ({ ...port, rxBytes: 30e6 })), receiver: [] };
const both = figuresOf({
  ...{ receivedBytes: 240e6, sentBytes: 240e6, mss: 1448 },
  back: { receivedBps: 40e6, receivedBytes: 50e6, sentBytes: 50e6, retransmits: 0 },
});

proveFamily(hosts, {
  'traffic-of-others': {
    fires: { 'to beta': tested({ ports: busyPorts }, 80), 'to alpha': tested({ ports: asMuchBack }, 80) },
    silent: {
      good,
      acknowledgements: tested({ ports: { sender: acks, receiver: [] } }),
      'both ways are the test': tested({ ports: asMuchBack, run: { ok: true, figures: both } }),
      'copies of what is broadcast': tested({ ports: busyPorts, mode: 'broadcast' }),
      'nothing measured': tested({ ports: busyPorts, run: null }),
    },
  },
  'softirq-on-one-cpu': {
    fires: { 'one of four': tested(alone, 60) },
    silent: { good, 'the only CPU': tested(cpus([[98, 95]], 98), 60), 'fast all the same': tested(alone) },
  },
  'offloads-off': {
    fires: { 'no TSO': tested(off('e1000e'), 60) },
    silent: {
      good: tested(off('e1000e', true), 60),
      'nothing to leave it to': tested(off(null), 60),
      'fast all the same': tested(off('e1000e')),
    },
  },
  'cpu-busy': {
    fires: { 'one that others burn': tested(burnt, 60) },
    silent: {
      good,
      'busy and fast all the same': tested(burnt, 95),
      'not quite': tested(cpus([[90, 20]], 90), 60),
    },
  },
  'softnet-dropped': {
    fires: { many: tested(softnet(900, 0)) },
    silent: { good, 'a few': tested(softnet(9, 0)) },
  },
  'softnet-squeezed': {
    fires: { 'often, and slow': tested(softnet(0, 400), 60) },
    silent: { good, 'often, and fast': tested(softnet(0, 400)), 'a few times': tested(softnet(0, 40), 60) },
  },
});
