import * as z from 'zod';
import { errorCodes } from '../model/error.ts';
import type { Fact, RecordedEvent } from '../model/event.ts';
import type { HostId, RolloutId } from '../model/names.ts';
import type { HostView, RolloutView, TestSummary } from '../model/view.ts';
import { factTypes, recordedEvent } from './facts.ts';
import { testSummary, testView } from './linktests.ts';
import { list, named, orNull, type Shape } from './shape.ts';
import { hostView, progressLine, rolloutView } from './views.ts';

/** Largest request body the API reads: a spec of some thousand hosts. */
export const maxBodyBytes = 4 * 1024 * 1024;

/** An error as RFC 9457 problem details, with our closed code and every mistake or refusal. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(errorCodes),
  mistakes: z.array(
    z.object({
      file: z.string(),
      line: z.number(),
      column: z.number(),
      path: z.string(),
      message: z.string(),
    }),
  ),
  refusals: z.array(z.object({ subject: z.string(), message: z.string() })),
});

/** An error as the API answers it. */
export type Problem = z.infer<typeof problem>;

const count = z.coerce.number().int();

/** A spec as people wrote it; `file` is what messages call it. */
export const planRequest = z.strictObject({ file: z.string().min(1).max(4096), text: z.string() });
/** A spec to carry out. `digest` is that of the plan which was shown; null takes whatever the plan is now. */
export const applyRequest = planRequest.extend({ digest: z.string().nullable() });
/** The newest accepted spec, as it was written. */
export const revisionAnswer = z.object({
  revision: z.number(),
  atUnixMs: z.number(),
  actor: z.string(),
  text: z.string(),
});
/** What apply began. `rollout` is null when nothing was to do. */
export const applyAnswer = z.object({ revision: z.number(), rollout: orNull(named<RolloutId>()) });
/** The spec that undoes a rollout, to be planned and applied like any other. */
export const undoAnswer = z.object({ file: z.string(), text: z.string() });
/** A link test to run; null takes what the spec expects of the link, or the defaults. */
export const testRequest = z.strictObject({
  link: z.string().min(1).max(64),
  streams: z.int().min(1).max(128).nullable(),
  seconds: z.int().min(1).max(3600).nullable(),
  /** What is asked of the hosts' owners; null: `measure`. */
  class: z.enum(['probe', 'measure', 'stress']).nullable().default(null),
  protocol: z.enum(['tcp', 'udp']).nullable().default(null),
  /** `forth`: from the link's first end to its second. */
  direction: z.enum(['forth', 'back', 'both']).nullable().default(null),
  /** What UDP sends, all streams together, in bit/s. */
  offeredBps: z.number().min(1000).nullable().default(null),
  /** Measured again until the mean is certain or these seconds are used up; null: once. */
  budgetSeconds: z.int().min(1).max(86_400).nullable().default(null),
});
/** A join token to make. */
export const tokenRequest = z.strictObject({
  host: z.string().min(1).max(63).nullable(),
  ttlMs: z
    .int()
    .min(1_000)
    .max(30 * 24 * 3_600_000),
  uses: z.int().min(1).max(10_000),
});
/** A join token; `token` is shown this once. `command` is what to type on the server. */
export const tokenAnswer = z.object({
  id: z.string(),
  token: z.string(),
  host: z.string().nullable(),
  expiresUnixMs: z.number(),
  uses: z.number(),
  command: z.string(),
});
/** Which part of the status; absent: all. */
export const statusQuery = z.strictObject({ scope: z.string().min(1).max(128).optional() });
/** How many of the newest. */
export const limitQuery = z.strictObject({ limit: count.min(1).max(1000).default(50) });
/** How many of the newest tests; of one link where it is named. */
export const testsQuery = limitQuery.extend({ link: z.string().min(1).max(64).optional() });
const eventFilter = {
  /** Only what is about a link of the accepted spec: its ends, its tests, and lost events of its hosts. */
  link: z.string().min(1).max(64).optional(),
  host: z.string().max(63).optional(),
  bond: z.string().min(1).max(15).optional(),
  type: z.enum(factTypes as readonly [Fact['type'], ...Fact['type'][]]).optional(),
};
/** Which events: the newest `limit` that pass the filters, oldest first. */
export const eventQuery = z.strictObject({ ...eventFilter, limit: count.min(1).max(1000).default(50) });
/** Which events to follow: those after `after`; absent: from now on. */
export const followQuery = z.strictObject({ ...eventFilter, after: count.min(0).optional() });
/** From which event on to tell of a rollout. */
export const watchQuery = z.strictObject({ after: count.min(0).default(0) });
/** A host by name. */
export const hostParams = z.strictObject({ host: z.string().min(1).max(63) });
/** A rollout or test by id. */
export const idParams = z.strictObject({ id: z.string().min(1).max(64) });

/** All hosts that enrolled and were not removed. */
export const hostsAnswer: Shape<{ readonly hosts: readonly HostView[] }> = z.object({
  hosts: list(hostView),
});
/** The host that was removed. */
export const removedAnswer = z.object({ host: named<HostId>(), removed: z.literal(true) });
/** The newest rollouts, newest first. */
export const rolloutsAnswer: Shape<{ readonly rollouts: readonly RolloutView[] }> = z.object({
  rollouts: list(rolloutView),
});
/** The newest tests, newest first. */
export const testsAnswer: Shape<{ readonly tests: readonly TestSummary[] }> = z.object({
  tests: list(testSummary),
});
/** Events, oldest first. */
export const eventsAnswer: Shape<{ readonly events: readonly RecordedEvent[] }> = z.object({
  events: list(recordedEvent),
});
/** Who answers. */
export const aboutAnswer = z.object({ version: z.string(), hub: z.string(), enrolment: z.string() });

/** The last line of every stream: its result or its problem, and the exit code that goes with it. */
const ended = <R extends z.ZodType>(result: R) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('end'), result, exitCode: z.number() }),
    z.object({ type: z.literal('failed'), problem, exitCode: z.number() }),
  ]);

/** A line of `watch`. */
export const watchLine = z.union([progressLine, ended(rolloutView)]);
/** A line of a running link test. */
export const testLine = z.union([progressLine, ended(testView)]);
/** A line of `events --follow`; it ends only when the controller does. */
export const eventLine = z.union([progressLine, ended(z.null())]);
