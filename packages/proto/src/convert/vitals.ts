import type {
  CpuLoad,
  HostSurroundings,
  HostVitals,
  InterfaceSurroundings,
  Latency,
  Offloads,
  PortVitals,
  RttFigures,
  SoftnetVitals,
  TcpVitals,
} from '../model/vitals.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { nullable, real, text, truth, whole } from './field.ts';
import { ifName } from './names.ts';
import { list, record } from './record.ts';

const count = nullable(whole());
const maybeReal = nullable(real);

const tcp = record<TcpVitals, bondctl.v1.TcpVitals.$Properties>({
  retransSegs: count,
  outSegs: count,
  inSegs: count,
  dsackRecv: count,
  dsackRecvSegs: count,
  sackReorder: count,
  tsReorder: count,
  timeouts: count,
  mtuProbeFail: count,
  lostRetransmit: count,
  fastRetrans: count,
});

const port = record<PortVitals, bondctl.v1.PortVitals.$Properties>({
  name: ifName,
  rxErrors: count,
  txErrors: count,
  rxDropped: count,
  txDropped: count,
  rxCrcErrors: count,
  rxMissedErrors: count,
  rxFifoErrors: count,
  carrierChanges: count,
});

/** What the kernel of one end counted during a run. */
export const hostVitals = record<HostVitals, bondctl.v1.HostVitals.$Properties>({
  tcp,
  softnet: record<SoftnetVitals, bondctl.v1.SoftnetVitals.$Properties>({ dropped: count, squeezed: count }),
  cpus: list(
    record<CpuLoad, bondctl.v1.CpuLoad.$Properties>({
      cpu: whole(),
      busyPercent: real,
      softirqPercent: maybeReal,
    }),
  ),
  meanBusyPercent: maybeReal,
  meanSoftirqPercent: maybeReal,
  ports: list(port),
});

const rtt = record<RttFigures, bondctl.v1.RttFigures.$Properties>({
  p50Ms: real,
  p99Ms: real,
  count: whole(),
  lost: whole(),
  minMs: maybeReal,
  p25Ms: maybeReal,
  p75Ms: maybeReal,
});

/** Round-trip times before and during a run. */
export const latency = record<Latency, bondctl.v1.Latency.$Properties>({
  idle: nullable(rtt),
  loaded: nullable(rtt),
});

const flag = nullable(truth);

/** What a run depends on at one end. */
export const hostSurroundings = record<HostSurroundings, bondctl.v1.HostSurroundings.$Properties>({
  kernel: nullable(text),
  interfaces: list(
    record<InterfaceSurroundings, bondctl.v1.InterfaceSurroundings.$Properties>({
      name: ifName,
      driver: nullable(text),
      offloads: nullable(
        record<Offloads, bondctl.v1.Offloads.$Properties>({ tso: flag, gso: flag, gro: flag }),
      ),
    }),
  ),
});
