import * as z from 'zod';
import { type Fact, type RecordedEvent, rolloutEndings } from '../model/event.ts';
import type { Difference } from '../model/host.ts';
import type { BondName, HostId, LinkName, RolloutId, TestId, TxId } from '../model/names.ts';
import { list, named, type Shape } from './shape.ts';

const text = z.string();
const host = named<HostId>();
const rollout = named<RolloutId>();
const tx = named<TxId>();
const link = named<LinkName>();
const revision = z.number();
const why = text;

/** Wanted against found. */
export const difference: Shape<Difference> = z.object({ path: text, wanted: text, found: text });

/** The fields of each fact. A new fact does not compile until it has its row. */
const fields = {
  hostEnrolled: { host, serial: text },
  hostConnected: { host, agentVersion: text },
  hostDisconnected: { host, reason: text },
  hostRemoved: { host },
  certificateRenewed: { host, serial: text },
  tokenCreated: { tokenId: text },
  linkEventSeen: { host, bond: text, port: text.nullable(), what: text, before: text, after: text },
  eventsLost: { host, from: z.number(), to: z.number(), reason: text },
  revisionAccepted: { revision },
  revisionHeld: { revision, hosts: list(host) },
  rolloutStarted: { rollout, revision },
  waveStarted: { rollout, wave: z.number(), waves: z.number(), sets: list(text) },
  soakStarted: { rollout, soakMs: z.number() },
  pauseAsked: { rollout, by: text },
  rolloutPaused: { rollout, why },
  rolloutResumed: { rollout, by: text },
  abortAsked: { rollout, by: text },
  hostPrepared: { rollout, host, tx },
  hostVerified: { rollout, host, tx },
  hostRolledBack: { rollout, host, tx, why },
  hostCommitted: { rollout, host, tx },
  hostStuck: { rollout, host, tx, why },
  proofPassed: { rollout, link, test: named<TestId>() },
  proofFailed: { rollout, link, test: named<TestId>().nullable(), why },
  decisionStored: { rollout, tx, decision: z.enum(['confirm', 'rollBack']) },
  personNeeded: { rollout, tx, why },
  rolloutEnded: { rollout, ending: z.enum(rolloutEndings), why },
  linkTested: { test: named<TestId>(), link, passed: z.boolean(), sentence: text },
  meshTested: { mesh: text, passed: z.boolean(), sentence: text },
  driftSeen: { host, bond: named<BondName>(), differences: list(difference), sinceUnixMs: z.number() },
  driftEnded: { host, bond: named<BondName>() },
  healTried: { host, bond: named<BondName>(), rollout: rollout.nullable(), why },
} satisfies Readonly<Record<Fact['type'], z.ZodRawShape>>;

/** All kinds of facts, for filters. */
export const factTypes = Object.keys(fields) as readonly Fact['type'][];

const rows = Object.entries(fields).map(([type, row]) => z.object({ type: z.literal(type), ...row }));

const fact = z.union(rows) as unknown as Shape<Fact>;

/** A recorded fact. */
export const recordedEvent: Shape<RecordedEvent> = z.object({
  id: z.number(),
  atUnixMs: z.number(),
  actor: text,
  fact,
});
