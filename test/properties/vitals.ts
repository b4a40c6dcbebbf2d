// Arbitrary values of what both hosts see while a run lasts: every null, every flag.
import type {
  HostSurroundings,
  HostVitals,
  Latency,
  PortVitals,
  TcpVitals,
} from '@bondctl/proto/model/vitals';
import fc from 'fast-check';
import { few, ifName, orNull, real, text, whole } from './words.ts';

const count = orNull(whole);
const counts = <K extends string>(...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, count])) as Record<K, typeof count>;

const tcp: fc.Arbitrary<TcpVitals> = fc.record({
  ...counts('retransSegs', 'outSegs', 'inSegs', 'dsackRecv', 'dsackRecvSegs', 'sackReorder', 'tsReorder'),
  ...counts('timeouts', 'mtuProbeFail', 'lostRetransmit', 'fastRetrans'),
});

const port: fc.Arbitrary<PortVitals> = fc.record({
  name: ifName,
  ...counts('rxErrors', 'txErrors', 'rxDropped', 'txDropped'),
  ...counts('rxCrcErrors', 'rxMissedErrors', 'rxFifoErrors', 'carrierChanges'),
});

export const hostVitals: fc.Arbitrary<HostVitals> = fc.record({
  tcp,
  softnet: fc.record(counts('dropped', 'squeezed')),
  cpus: few(fc.record({ cpu: whole, busyPercent: real, softirqPercent: orNull(real) })),
  meanBusyPercent: orNull(real),
  meanSoftirqPercent: orNull(real),
  ports: few(port),
});

const rtt = fc.record({
  ...{ p50Ms: real, p99Ms: real, count: whole, lost: whole },
  ...{ minMs: orNull(real), p25Ms: orNull(real), p75Ms: orNull(real) },
});

export const latency: fc.Arbitrary<Latency> = fc.record({ idle: orNull(rtt), loaded: orNull(rtt) });

const flag = orNull(fc.boolean());

export const hostSurroundings: fc.Arbitrary<HostSurroundings> = fc.record({
  kernel: orNull(text),
  interfaces: few(
    fc.record({
      name: ifName,
      driver: orNull(text),
      offloads: orNull(fc.record({ tso: flag, gso: flag, gro: flag })),
    }),
  ),
});
