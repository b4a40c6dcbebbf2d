import * as z from 'zod';
import { severities } from '../model/finding.ts';
import type {
  Comparison,
  IperfRun,
  Judgement,
  PathProbe,
  PortCapacity,
  PortSeries,
  PortShare,
  Repetition,
  RunFigures,
  RunParameters,
  RunVerdict,
  Spread,
  TestResult,
} from '../model/linktest.ts';
import type { BondName, End, HostId, IfName, LinkName, TestId } from '../model/names.ts';
import type { TestSummary, TestView } from '../model/view.ts';
import { comparedParameters } from './compared.ts';
import { finding } from './diagnose.ts';
import { list, named, orNull, type Shape } from './shape.ts';
import { watched } from './vitals.ts';

const end: Shape<End> = z.object({ host: named<HostId>(), bond: named<BondName>() });

const capacity: Shape<PortCapacity> = z.discriminatedUnion('source', [
  z.object({
    source: z.enum(['kernel', 'declared']),
    rateBps: z.number(),
    framing: z.enum(['ethernet', 'shaped']),
  }),
  z.object({ source: z.literal('unknown') }),
]);

const iperfRun: Shape<IperfRun> = z.object({
  role: z.enum(['client', 'server']),
  version: z.string(),
  command: list(z.string()),
  document: z.string(),
  truncated: z.exactOptional(z.object({ bytes: z.number(), sha256: z.string() })),
  exit: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('code'), code: z.number() }),
    z.object({ kind: z.literal('signal'), signal: z.string() }),
  ]),
  ending: z.enum(['finished', 'watchdog', 'cancelled', 'disturbed']),
});

const figures: Shape<RunFigures> = z.object({
  receivedBps: z.number(),
  receivedBytes: z.number(),
  sentBytes: z.number(),
  retransmits: z.number().nullable(),
  seconds: z.number(),
  mss: z.number().nullable(),
  streams: list(z.object({ sourcePort: z.number(), serverPort: z.number(), sentBytes: z.number() })),
  back: orNull(
    z.object({
      receivedBps: z.number(),
      receivedBytes: z.number(),
      sentBytes: z.number(),
      retransmits: z.number().nullable(),
    }),
  ),
  udp: orNull(
    z.object({
      packets: z.number(),
      lost: z.number(),
      jitterMs: z.number(),
      outOfOrder: z.number().nullable(),
    }),
  ),
});

const fault = z.enum([
  'busy',
  'cannot-connect',
  'address-in-use',
  'interrupted',
  'policy',
  'authorization',
  'network',
  'watchdog',
  'no-document',
  'no-data',
  'too-short',
  'spawn',
  'port-down',
  'others-traffic',
  'other',
]);

const verdict: Shape<RunVerdict> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), figures }),
  z.object({ ok: z.literal(false), fault, message: z.string() }),
]);

const probe: Shape<PathProbe> = z.object({
  from: end,
  to: end,
  ipBytes: z.number(),
  sent: z.number(),
  received: z.number(),
  complaint: z.string().nullable(),
  port: named<IfName>().nullable(),
});

const share: Shape<PortShare> = z.object({ name: named<IfName>(), txBytes: z.number(), rxBytes: z.number() });

const series: Shape<PortSeries> = z.object({
  name: named<IfName>(),
  points: list(z.object({ fromS: z.number(), toS: z.number(), txBps: z.number(), rxBps: z.number() })),
});

const spread: Shape<Spread> = z.object({
  kind: z.enum(['balanced', 'uneven', 'per-packet', 'unplanned']),
  why: z.string().nullable(),
  planned: list(z.object({ port: named<IfName>(), streams: z.number() })),
  forecast: list(
    z.object({ port: named<IfName>(), forecastPercent: z.number(), countedPercent: z.number() }),
  ),
  agrees: z.boolean().nullable(),
});

const parameters: Shape<RunParameters> = z.object({
  class: z.enum(['probe', 'measure', 'stress', 'proof']),
  streams: z.number(),
  seconds: z.number(),
  protocol: z.enum(['tcp', 'udp']),
  direction: z.enum(['forth', 'back', 'both']),
  offeredBps: z.number().nullable(),
});

const result: Shape<TestResult> = z.object({
  id: named<TestId>(),
  link: named<LinkName>(),
  from: end,
  to: end,
  parameters,
  mode: z.string(),
  mtu: z.number(),
  probes: list(probe),
  run: orNull(verdict),
  documents: z.object({ client: orNull(iperfRun), server: orNull(iperfRun) }),
  ports: z.object({ sender: list(share), receiver: list(share) }),
  series: z.object({ sender: list(series), receiver: list(series) }),
  capacity,
  spread: orNull(spread),
  ...watched,
});

const judgement: Shape<Judgement> = z.object({
  percentOfConfiguration: z.number().nullable(),
  percentOfHardware: z.number().nullable(),
  ceilingBps: z.number().nullable(),
  hardwareBps: z.number().nullable(),
  ceilingSentence: z.string(),
  verdicts: list(
    z.object({
      expectation: z.enum(['pathMtu', 'throughput', 'retransmits']),
      held: z.enum(['yes', 'no', 'inconclusive']),
      sentence: z.string(),
    }),
  ),
  passed: z.boolean(),
});

const comparisonKind = z.enum(['none', 'within', 'below-once', 'regressed']);
const comparison: Shape<Comparison> = z.object({
  kind: comparisonKind,
  parameterHash: z.string(),
  parameters: orNull(comparedParameters),
  receivedBps: z.number(),
  results: z.number(),
  medianBps: z.number().nullable(),
  floorBps: z.number().nullable(),
  sentence: z.string(),
});

const repetition: Shape<Repetition> = z.object({
  tests: list(named<TestId>()),
  meanBps: z.number().nullable(),
  halfWidthPercent: z.number().nullable(),
  isCertain: z.boolean(),
  sentence: z.string(),
});

/** A finished test, raw documents included. */
export const testView: Shape<TestView> = z.object({
  id: named<TestId>(),
  atUnixMs: z.number(),
  result,
  judgement,
  findings: list(finding),
  comparison: orNull(comparison),
  repetition: orNull(repetition),
});

/** A finished test in one line. */
export const testSummary: Shape<TestSummary> = z.object({
  id: named<TestId>(),
  atUnixMs: z.number(),
  link: named<LinkName>(),
  parameters,
  passed: z.boolean(),
  receivedBps: z.number().nullable(),
  percentOfConfiguration: z.number().nullable(),
  percentOfHardware: z.number().nullable(),
  comparison: orNull(comparisonKind),
  findings: z.record(z.enum(severities), z.number()),
  sentence: z.string(),
});
