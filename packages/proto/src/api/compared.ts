import * as z from 'zod';
import type {
  ComparedParameters,
  ComparedPort,
  ComparedTest,
  EndParameters,
  TestsCompared,
} from '../model/compared.ts';
import type { IfName, LinkName, TestId } from '../model/names.ts';
import { list, named, orNull, type Shape } from './shape.ts';
import { watched } from './vitals.ts';

const end: Shape<EndParameters> = z.object({
  mode: z.string(),
  transmitPolicy: z.string().nullable(),
  mtu: z.number(),
  offloads: z.record(z.string(), z.boolean()).nullable(),
  kernel: z.string(),
  drivers: z.record(z.string(), z.string()).nullable(),
  iperf3: z.string(),
});

/** Everything that must be the same for two results of one link to be comparable. */
export const comparedParameters: Shape<ComparedParameters> = z.object({
  ends: z.tuple([end, end]),
  streams: z.number(),
  seconds: z.number(),
  protocol: z.enum(['tcp', 'udp']),
  direction: z.enum(['forth', 'back', 'both']),
});

const port: Shape<ComparedPort> = z.object({
  side: z.enum(['sender', 'receiver']),
  port: named<IfName>(),
  percent: z.number().nullable(),
});

const test: Shape<ComparedTest> = z.object({
  id: named<TestId>(),
  atUnixMs: z.number(),
  link: named<LinkName>(),
  receivedBps: z.number().nullable(),
  halfWidthPercent: z.number().nullable(),
  runs: z.number(),
  percentOfConfiguration: z.number().nullable(),
  percentOfHardware: z.number().nullable(),
  retransmits: z.number().nullable(),
  ports: list(port),
  latency: watched.latency,
});

/** Which two tests to put side by side. */
export const compareQuery = z.strictObject({
  first: z.string().min(1).max(64),
  second: z.string().min(1).max(64),
});

/** Two tests side by side. */
export const testsCompared: Shape<TestsCompared> = z.object({
  tests: z.tuple([test, test]),
  differences: orNull(list(z.string())),
  kind: z.enum(['not-comparable', 'same', 'first-faster', 'second-faster']),
  ratio: z.number().nullable(),
  chancePercent: z.number().nullable(),
  sentence: z.string(),
});
