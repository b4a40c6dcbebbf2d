import type {
  Disturbance,
  IperfRun,
  PortSample,
  ProbeAnswer,
  RunFault,
  RunFigures,
  RunParameters,
  RunVerdict,
  StreamFigures,
  TestClass,
  UdpFigures,
} from '../model/linktest.ts';
import type { End } from '../model/names.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { document } from './document.ts';
import { bytes, nullable, optional, real, shaped, since, text, whole, word } from './field.ts';
import { hostId, ifName } from './names.ts';
import { list, record, single, union } from './record.ts';

/** `host/bond` */
export const end = record<End, bondctl.v1.End.$Properties>({ host: hostId, bond: ifName });

/** Parameters of one throughput run. */
export const runParameters = record<RunParameters, bondctl.v1.RunParameters.$Properties>({
  streams: whole(),
  seconds: whole(),
  protocol: word<RunParameters['protocol'], bondctl.v1.Protocol>({ tcp: 1, udp: 2 }),
  direction: word<RunParameters['direction'], bondctl.v1.Direction>({ forth: 1, back: 2, both: 3 }),
  offeredBps: nullable(real),
  class: since(
    word<TestClass, bondctl.v1.TestClass>({ probe: 1, measure: 2, stress: 3, proof: 4 }),
    'measure',
  ),
});

/** Counters of one port at one moment. */
export const portSample = record<PortSample, bondctl.v1.PortSample.$Properties>({
  port: ifName,
  atMs: real,
  txBytes: whole(),
  rxBytes: whole(),
  txPackets: whole(),
  rxPackets: whole(),
  txDropped: whole(),
  rxDropped: whole(),
});

/** One iperf3 process as it ended. */
export const iperfRun = document(
  record<Omit<IperfRun, 'document'> & { document: Uint8Array }, bondctl.v1.IperfRun.$Properties>({
    role: word<IperfRun['role'], bondctl.v1.Role>({ client: 1, server: 2 }),
    version: text,
    command: list(text),
    document: bytes,
    truncated: optional(record({ bytes: whole(), sha256: text })),
    exit: union<'kind', IperfRun['exit'], bondctl.v1.Exit.$Properties>('kind', {
      code: single('code', whole(Number.MIN_SAFE_INTEGER)),
      signal: single('signal', text),
    }),
    ending: word<IperfRun['ending'], bondctl.v1.Ending>({
      finished: 1,
      watchdog: 2,
      cancelled: 3,
      disturbed: 4,
    }),
  }),
);

const fault = word<RunFault, bondctl.v1.RunFault>({
  busy: 1,
  'cannot-connect': 2,
  'address-in-use': 3,
  interrupted: 4,
  policy: 5,
  authorization: 6,
  network: 7,
  watchdog: 8,
  'no-document': 9,
  'no-data': 10,
  'too-short': 11,
  spawn: 12,
  other: 13,
  'port-down': 14,
  'others-traffic': 15,
});

/** Why a host broke a run off. */
export const disturbance = record<Disturbance, bondctl.v1.RunFailed.$Properties>({
  fault: word<Disturbance['fault'], bondctl.v1.RunFault>({ 'port-down': 14, 'others-traffic': 15 }),
  message: text,
});

const count = nullable(whole());

const back = record<NonNullable<RunFigures['back']>, bondctl.v1.WayBack.$Properties>({
  receivedBps: real,
  receivedBytes: whole(),
  sentBytes: whole(),
  retransmits: count,
});

const portNumber = whole(0, 65_535);

const figures = record<RunFigures, bondctl.v1.RunFigures.$Properties>({
  receivedBps: real,
  receivedBytes: whole(),
  sentBytes: whole(),
  retransmits: count,
  seconds: real,
  mss: count,
  streams: list(
    record<StreamFigures, bondctl.v1.StreamFigures.$Properties>({
      sourcePort: portNumber,
      serverPort: portNumber,
      sentBytes: whole(),
    }),
  ),
  back: nullable(back),
  udp: nullable(
    record<UdpFigures, bondctl.v1.UdpFigures.$Properties>({
      packets: whole(),
      lost: whole(),
      jitterMs: real,
      outOfOrder: count,
    }),
  ),
});

type Verdict =
  | { kind: 'figures'; figures: RunFigures }
  | { kind: 'failed'; fault: RunFault; message: string };

/** A run's figures, or why there are none. */
export const runVerdict = shaped(
  union<'kind', Verdict, bondctl.v1.RunVerdict.$Properties>('kind', {
    figures: single('figures', figures),
    failed: record({ fault, message: text }),
  }),
  (verdict: RunVerdict): Verdict =>
    verdict.ok
      ? { kind: 'figures', figures: verdict.figures }
      : { kind: 'failed', fault: verdict.fault, message: verdict.message },
  (verdict): RunVerdict =>
    verdict.kind === 'figures'
      ? { ok: true, figures: verdict.figures }
      : { ok: false, fault: verdict.fault, message: verdict.message },
);

/** One DF probe. */
export const probeAnswer = record<ProbeAnswer, bondctl.v1.ProbeAnswer.$Properties>({
  from: end,
  to: end,
  ipBytes: whole(),
  sent: whole(),
  received: whole(),
  complaint: nullable(text),
  identifier: nullable(portNumber),
});
