import * as z from 'zod';
import { alertRules, alertSeverities } from '../model/alert.ts';
import { linkCauses } from '../model/command.ts';
import { type Fact, type RecordedEvent, rolloutEndings, sweepEndings } from '../model/event.ts';
import type { Difference } from '../model/host.ts';
import type {
  AlertId,
  BondName,
  CourseId,
  HostId,
  LinkName,
  OperatorName,
  RolloutId,
  SweepId,
  TestId,
  TxId,
} from '../model/names.ts';
import { operatorRights } from '../model/operator.ts';
import { list, named, type Shape } from './shape.ts';

const text = z.string();
const host = named<HostId>();
const rollout = named<RolloutId>();
const course = named<CourseId>();
const sweep = named<SweepId>();
const tx = named<TxId>();
const link = named<LinkName>();
const operator = named<OperatorName>();
const revision = z.number();
const why = text;
const alert = named<AlertId>();
const rule = z.enum(alertRules);

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
  operatorAdded: { operator, rights: z.enum(operatorRights) },
  operatorRemoved: { operator },
  signedIn: { operator, from: text },
  signInFailed: { from: text, attempts: z.number() },
  linkEventSeen: {
    host,
    bond: text,
    port: text.nullable(),
    what: text,
    before: text,
    after: text,
    happenedUnixMs: z.number().nullable(),
    errorMs: z.number().nullable(),
    cause: z.enum(linkCauses).nullable(),
  },
  failuresUnseen: {
    host,
    bond: text,
    port: text,
    failures: z.number(),
    before: z.number(),
    after: z.number(),
    reason: text,
  },
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
  hostPrepared: { rollout: course, host, tx },
  hostVerified: { rollout: course, host, tx },
  hostRolledBack: { rollout: course, host, tx, why },
  hostCommitted: { rollout: course, host, tx },
  hostStuck: { rollout: course, host, tx, why },
  proofPassed: { rollout: course, link, test: named<TestId>() },
  proofFailed: { rollout: course, link, test: named<TestId>().nullable(), why },
  decisionStored: { rollout: course, tx, decision: z.enum(['confirm', 'rollBack']) },
  personNeeded: { rollout: course, tx, why },
  rolloutEnded: { rollout, ending: z.enum(rolloutEndings), why },
  linkTested: { test: named<TestId>(), link, passed: z.boolean(), sentence: text },
  sweepStarted: { rollout: sweep, link, candidates: z.number() },
  candidateTried: { rollout: sweep, candidate: text, sentence: text },
  sweepEnded: { rollout: sweep, ending: z.enum(sweepEndings), sentence: text },
  meshTested: { mesh: text, passed: z.boolean(), sentence: text },
  driftSeen: { host, bond: named<BondName>(), differences: list(difference), sinceUnixMs: z.number() },
  driftEnded: { host, bond: named<BondName>() },
  healTried: { host, bond: named<BondName>(), rollout: rollout.nullable(), why },
  alertRaised: {
    alert,
    rule,
    subject: text,
    severity: z.enum(alertSeverities),
    members: list(text),
    sentence: text,
  },
  alertEnded: { alert, rule, subject: text, sentence: text },
  alertDelivered: {
    alert,
    target: text,
    told: z.enum(['raised', 'ended']),
    delivered: z.boolean(),
    tries: z.number(),
    error: text.nullable(),
  },
  alertSilenced: { alert, untilUnixMs: z.number(), by: text },
  alertRoutesTried: { targets: list(text), failed: list(text), by: text },
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
