import { backends } from '@bondctl/proto/model/backend';
import * as z from 'zod';
import type { Path, SpecDocument } from './document.ts';
import { suggestion } from './nearest.ts';

const anything = z.record(z.string(), z.unknown());
const label = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The top of a cluster.yaml. Each piece below is read on its own, so that one mistake does not hide another. */
export const clusterShape = z.strictObject({
  version: z.literal(1),
  hosts: anything,
  bonds: anything.optional(),
  links: anything.optional(),
  uplinks: anything.optional(),
  rollout: z.unknown().optional(),
});

/** One host under `hosts`. */
export const hostShape = z.strictObject({ labels: z.record(z.string(), label).optional() });

/** One bond under `bonds`; what a word may say beyond its type is checked by `bonds.ts`, `ports.ts`, `options.ts` and `tuning.ts`. */
export const bondShape = z.strictObject({
  name: z.string().optional(),
  state: z.enum(['present', 'absent']).optional(),
  hosts: z.unknown(),
  ports: z.array(z.unknown()).min(1).optional(),
  mode: z.union([z.string(), z.number()]).optional(),
  options: anything.optional(),
  tuning: anything.optional(),
  mtu: z.int().min(68).max(65_535).optional(),
  addresses: z.record(z.string(), z.array(z.string())).optional(),
  allowControlPath: z.boolean().optional(),
  drift: z.enum(['report', 'heal']).optional(),
  backend: z.enum([...backends, 'none']).optional(),
});

/** A port that is found by its permanent MAC address. */
export const macShape = z.strictObject({ mac: z.string() });

/** A port that is found by where it is plugged in. */
export const pathShape = z.strictObject({ path: z.string() });

/** Ports that are found by their driver; more of them no bond can use. */
export const driverShape = z.strictObject({ driver: z.string(), count: z.int().min(1).max(64) });

/** One entry under `links`. */
export const linkShape = z.strictObject({
  ends: z.array(z.string()).length(2).optional(),
  mesh: z.string().optional(),
  medium: z.enum(['direct', 'switched']),
  witnesses: z.int().min(1).optional(),
  lineRate: z.unknown().optional(),
  expect: z.unknown().optional(),
});

/** One entry under `uplinks`. */
export const uplinkShape = z.strictObject({ hosts: z.unknown(), atOnce: z.int().min(1).max(1000) });

/** `lineRate` in its long form. */
export const lineRateShape = z.strictObject({
  rate: z.unknown(),
  framing: z.enum(['ethernet', 'shaped']).optional(),
});

/** What the proof of a link must show. */
export const expectShape = z.strictObject({
  throughput: z.unknown().optional(),
  pathMtu: z.boolean().optional(),
  retransmits: z.unknown().optional(),
});

/** `expect.throughput` */
export const throughputShape = z.strictObject({
  streams: z.int().min(1).max(128).optional(),
  seconds: z.int().min(1).max(3600).optional(),
  atLeast: z.unknown(),
});

/** `expect.retransmits` */
export const retransmitsShape = z.strictObject({ atMost: z.unknown() });

/** The top-level `rollout`. */
export const rolloutShape = z.strictObject({
  canary: z.array(z.string()).optional(),
  pairsAtOnce: z.int().min(1).max(64).exactOptional(),
  spread: z.string().optional(),
  maxFailed: z.int().min(0).max(1000).exactOptional(),
  soak: z.unknown().optional(),
  onFailure: z.enum(['rollBack', 'pause']).exactOptional(),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one piece of the document by its shape. Every mistake is reported; the fields that are right are given back,
 * so that they can be checked further although their neighbours are wrong.
 */
export function readFields<S extends z.ZodRawShape>(
  page: SpecDocument,
  path: Path,
  shape: z.ZodObject<S, z.core.$strict>,
  value: unknown,
): Partial<z.output<z.ZodObject<S, z.core.$strict>>> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) reportIssue(page, path, Object.keys(shape.shape), issue, value);
  if (!isRecord(value)) return {};
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const known = Object.entries(value).filter(([key]) => key in shape.shape && !wrong.has(key));
  const rest = shape.partial().safeParse(Object.fromEntries(known));
  return rest.success ? (rest.data as Partial<z.output<z.ZodObject<S, z.core.$strict>>>) : {};
}

function reportIssue(
  page: SpecDocument,
  base: Path,
  keys: readonly string[],
  issue: z.core.$ZodIssue,
  value: unknown,
): void {
  const inside = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const path = [...base, ...inside];
  if (issue.code === 'unrecognized_keys') {
    const known = inside.length === 0 ? keys : [];
    for (const key of issue.keys)
      page.report([...path, key], `"${key}" is not a word of this place${suggestion(key, known)}`, 'key');
    return;
  }
  page.report(path, issueSentence(issue, path.at(-1) ?? 'the spec', valueAt(value, inside)));
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      Array.isArray(inner) ? (inner as unknown[])[Number(part)] : isRecord(inner) ? inner[part] : undefined,
    value,
  );

function issueSentence(issue: z.core.$ZodIssue, name: string | number, value: unknown): string {
  if (value === undefined) return `"${name}" is missing here`;
  switch (issue.code) {
    case 'invalid_value': {
      const words = issue.values.map(String);
      return `"${name}" cannot be ${shown(value)}${suggestion(String(value), words)}`;
    }
    case 'too_small':
      return `"${name}" must ${countWord(issue)} at least ${issue.minimum}${entries(issue)}, not ${amount(value)}`;
    case 'too_big':
      return `"${name}" must ${countWord(issue)} at most ${issue.maximum}${entries(issue)}, not ${amount(value)}`;
    case 'invalid_type':
      return `"${name}" must be ${typeWords[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case 'invalid_union':
      return `"${name}" must be a text or a number, not ${shown(value)}`;
    default:
      return `"${name}" cannot be ${shown(value)}`;
  }
}

const countWord = (issue: { readonly origin: string }) => (issue.origin === 'array' ? 'have' : 'be');
const entries = (issue: { readonly origin: string }) => (issue.origin === 'array' ? ' entries' : '');
const amount = (value: unknown) => (Array.isArray(value) ? value.length : String(value));

const typeWords: Readonly<Record<string, string>> = {
  record: 'a map of names',
  object: 'a map',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

/** A value as it can stand in a sentence. */
export function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `"${String(value)}"`;
}
