import * as z from 'zod';
import type { BondName, HostId, IfName, LinkName, RolloutId, TestId, TxId } from '../model/names.ts';
import {
  type BondView,
  type DriftView,
  type EndView,
  type HostView,
  type LacpView,
  type LinkView,
  type PortLacpView,
  type ProgressLine,
  type RolloutView,
  rolloutStates,
  type StatusView,
} from '../model/view.ts';
import { difference, recordedEvent } from './facts.ts';
import { testSummary } from './linktests.ts';
import { list, named, orNull, type Shape } from './shape.ts';

/** How a thing stands. */
export const health = z.enum(['ok', 'degraded', 'down', 'unknown']);
/** How a host is reached. */
export const presence = z.enum(['connected', 'suspect', 'lost', 'unknown']);
const unixMs = z.number();

const number = z.number().nullable();

const portLacpView: Shape<PortLacpView> = z.object({
  aggregatorId: number,
  number,
  state: number,
  partnerMac: z.string().nullable(),
  partnerNumber: number,
  partnerState: number,
});

const lacpView: Shape<LacpView> = z.object({
  ok: z.boolean(),
  partnerMac: z.string().nullable(),
  systemMac: z.string().nullable(),
  rate: z.enum(['slow', 'fast']).nullable(),
  aggregatorId: number,
  sentence: z.string(),
});

const bondView: Shape<BondView> = z.object({
  name: named<BondName>(),
  mode: z.string(),
  mtu: z.number().nullable(),
  health,
  sentence: z.string(),
  activePort: orNull(named<IfName>()),
  kept: orNull(z.string()),
  addresses: list(z.string()),
  ports: list(
    z.object({
      name: named<IfName>(),
      up: z.boolean(),
      miiStatus: z.string(),
      speedMbps: z.number().nullable(),
      duplex: z.enum(['full', 'half']).nullable(),
      linkFailureCount: z.number(),
      lacp: orNull(portLacpView),
    }),
  ),
  lacp: orNull(lacpView),
});

const driftView: Shape<DriftView> = z.object({
  bond: named<BondName>(),
  sinceUnixMs: unixMs,
  differences: list(difference),
  sentence: z.string(),
});

/** One host. */
export const hostView: Shape<HostView> = z.object({
  host: named<HostId>(),
  presence,
  lastSeenUnixMs: unixMs.nullable(),
  enrolledUnixMs: unixMs,
  agentVersion: z.string().nullable(),
  kernel: z.string().nullable(),
  iperf3Version: z.string().nullable(),
  health,
  bonds: list(bondView),
  transaction: z.object({ id: z.string(), phase: z.string() }).nullable(),
  unknownLines: list(z.string()),
  drift: list(driftView),
});

const endView: Shape<EndView> = z.object({
  host: named<HostId>(),
  name: named<BondName>(),
  presence,
  bond: orNull(bondView),
});

const linkView: Shape<LinkView> = z.object({
  name: named<LinkName>(),
  medium: z.enum(['direct', 'switched']),
  health,
  ends: z.tuple([endView, endView]),
  disagreements: list(z.string()),
  lastTest: orNull(testSummary),
});

/** One rollout. */
export const rolloutView: Shape<RolloutView> = z.object({
  id: named<RolloutId>(),
  revision: z.number(),
  startedUnixMs: unixMs,
  endedUnixMs: unixMs.nullable(),
  actor: z.string(),
  state: z.enum(rolloutStates),
  why: z.string(),
  waves: list(z.object({ wave: z.number(), waves: z.number(), sets: list(z.string()) })),
  hosts: list(
    z.object({
      host: named<HostId>(),
      tx: named<TxId>(),
      phase: z.enum(['prepared', 'verified', 'committed', 'rolledBack', 'stuck']),
      why: z.string(),
    }),
  ),
  proofs: list(
    z.object({
      link: named<LinkName>(),
      passed: z.boolean(),
      test: orNull(named<TestId>()),
      why: z.string(),
    }),
  ),
});

/** What `status` shows. */
export const statusView: Shape<StatusView> = z.object({
  atUnixMs: unixMs,
  revision: z.number().nullable(),
  health,
  attention: list(z.object({ subject: z.string(), sentence: z.string() })),
  links: list(linkView),
  hosts: list(hostView),
  rollout: orNull(rolloutView),
});

/** One line of progress. */
export const progressLine: Shape<ProgressLine> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), event: recordedEvent }),
  z.object({
    type: z.literal('phase'),
    host: named<HostId>(),
    tx: named<TxId>(),
    phase: z.string(),
    step: z.number(),
    steps: z.number(),
    sentence: z.string(),
  }),
  z.object({
    type: z.literal('rates'),
    host: named<HostId>(),
    test: named<TestId>(),
    ports: list(z.object({ port: named<IfName>(), txBps: z.number(), rxBps: z.number() })),
  }),
  z.object({ type: z.literal('alive'), atUnixMs: unixMs }),
]);
