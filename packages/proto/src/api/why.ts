import * as z from 'zod';
import type { BondName, HostId, LinkName } from '../model/names.ts';
import type { Blocker, WhyBond, WhyHost, WhyView } from '../model/why.ts';
import { difference } from './facts.ts';
import { testSummary } from './linktests.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const text = z.string();
const unixMs = z.number();

/** What is asked about: a host or a link. */
export const whyQuery = z.strictObject({ subject: z.string().min(1).max(128) });

const blocker: Shape<Blocker> = z.object({
  who: text,
  sentence: text,
  sinceUnixMs: unixMs.nullable(),
  needsPerson: z.boolean(),
  next: text,
});

const whyBond: Shape<WhyBond> = z.object({
  bond: named<BondName>(),
  desired: text.nullable(),
  actual: text.nullable(),
  differences: list(difference),
  driftSinceUnixMs: unixMs.nullable(),
  sentence: text,
});

const whyHost: Shape<WhyHost> = z.object({
  host: named<HostId>(),
  presence: z.enum(['connected', 'suspect', 'lost', 'unknown']),
  lastSeenUnixMs: unixMs.nullable(),
  committed: z.number().nullable(),
  bonds: list(whyBond),
  steps: list(text),
  transaction: orNull(
    z.object({ id: text, phase: text, rollout: text.nullable(), sinceUnixMs: unixMs.nullable() }),
  ),
});

/** Why something is as it is. */
export const whyView: Shape<WhyView> = z.object({
  subject: text,
  atUnixMs: unixMs,
  revision: z.number().nullable(),
  hosts: list(whyHost),
  link: orNull(
    z.object({
      name: named<LinkName>(),
      disagreements: list(text),
      lastTest: orNull(testSummary),
    }),
  ),
  blockers: list(blocker),
  needsPerson: z.boolean(),
  next: text,
});
