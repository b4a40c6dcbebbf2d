import * as z from 'zod';
import {
  type DiagnosisView,
  type FindingSubject,
  type NotLookedAt,
  type RankedFinding,
  severities,
} from '../model/finding.ts';
import type { BondName, End, HostId, IfName, LinkName } from '../model/names.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const text = z.string();
const count = z.number();
const host = named<HostId>();
const bond = named<BondName>();

/** What is asked about: a host or a link; absent: the whole cluster. */
export const diagnoseQuery = z.strictObject({ about: z.string().min(1).max(128).optional() });

const end: Shape<End> = z.object({ host, bond });

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('host'), host }),
  z.object({ kind: z.literal('bond'), host, bond }),
  z.object({ kind: z.literal('port'), host, bond, port: named<IfName>() }),
  z.object({ kind: z.literal('link'), link: named<LinkName>(), ends: z.tuple([end, end]) }),
]) as unknown as Shape<FindingSubject>;

/** A finding in its place. */
export const finding: Shape<RankedFinding> = z.object({
  rule: text,
  severity: z.enum(severities),
  subject,
  cause: text,
  evidence: list(text),
  advice: text,
  source: text,
  explains: list(text),
  consequenceOf: orNull(z.object({ rule: text, subject })),
});

const notLookedAt: Shape<NotLookedAt> = z.object({
  host,
  presence: z.enum(['connected', 'suspect', 'lost', 'unknown']),
  sinceUnixMs: z.number().nullable(),
});

/** What was found, worst first, and who was not looked at. */
export const diagnosisView: Shape<DiagnosisView> = z.object({
  about: text.nullable(),
  atUnixMs: z.number(),
  lookedAt: z.object({ hosts: count, bonds: count, links: count }),
  findings: list(finding),
  notLookedAt: list(notLookedAt),
});
