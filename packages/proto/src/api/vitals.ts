import * as z from 'zod';
import type { IfName } from '../model/names.ts';
import type { BothEnds, HostSurroundings, HostVitals, RttFigures, Watched } from '../model/vitals.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const number = z.number().nullable();
/** What results of earlier versions do not have. */
const unknownBefore = number.default(null) as unknown as Shape<number | null>;
const flag = z.boolean().nullable();

const hostVitals: Shape<HostVitals> = z.object({
  tcp: z.object({
    retransSegs: number,
    outSegs: number,
    inSegs: number,
    dsackRecv: number,
    dsackRecvSegs: unknownBefore,
    sackReorder: number,
    tsReorder: number,
    timeouts: number,
    mtuProbeFail: number,
    lostRetransmit: number,
    fastRetrans: number,
  }),
  softnet: z.object({ dropped: number, squeezed: number }),
  cpus: list(z.object({ cpu: z.number(), busyPercent: z.number(), softirqPercent: number })),
  meanBusyPercent: number,
  meanSoftirqPercent: number,
  ports: list(
    z.object({
      name: named<IfName>(),
      rxErrors: number,
      txErrors: number,
      rxDropped: number,
      txDropped: number,
      rxCrcErrors: number,
      rxMissedErrors: number,
      rxFifoErrors: number,
      carrierChanges: number,
    }),
  ),
});

const rtt: Shape<RttFigures> = z.object({
  p50Ms: z.number(),
  p99Ms: z.number(),
  count: z.number(),
  lost: z.number(),
  minMs: unknownBefore,
  p25Ms: unknownBefore,
  p75Ms: unknownBefore,
});

const hostSurroundings: Shape<HostSurroundings> = z.object({
  kernel: z.string().nullable(),
  interfaces: list(
    z.object({
      name: named<IfName>(),
      driver: z.string().nullable(),
      offloads: orNull(z.object({ tso: flag, gso: flag, gro: flag })),
    }),
  ),
});

const both = <T>(end: Shape<T>): Shape<BothEnds<T>> =>
  z.object({ sender: orNull(end), receiver: orNull(end) });

/** What both hosts saw while a run lasted, as keys of a result. */
export const watched: { readonly [K in keyof Watched]: Shape<Watched[K]> } = {
  vitals: both(hostVitals),
  latency: orNull(z.object({ idle: orNull(rtt), loaded: orNull(rtt) })),
  surroundings: both(hostSurroundings),
};
