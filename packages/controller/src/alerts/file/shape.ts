import { alertRules, alertSeverities } from '@bondctl/proto/model/alert';
import * as z from 'zod';

const severity = z.enum(alertSeverities);

/** The top of an alerts.yaml; each piece is read on its own. */
export const alertsShape = z.strictObject({
  version: z.literal(1),
  rules: z.unknown().optional(),
  grace: z.unknown().optional(),
  routes: z.array(z.unknown()).max(32).optional(),
});

const rule = z.unknown().optional();

/** The rules by name. */
export const rulesShape = z.strictObject(
  Object.fromEntries(alertRules.map((name) => [name, rule])) as Record<
    (typeof alertRules)[number],
    typeof rule
  >,
);

/** A rule that waits before it speaks and before it is over. */
export const waitingShape = z.strictObject({
  raiseAfter: z.unknown().optional(),
  endAfter: z.unknown().optional(),
  severity: severity.optional(),
});

/** Flapping has a window and two thresholds instead. */
export const flappingShape = z.strictObject({
  failures: z.int().min(2).max(1000).optional(),
  within: z.unknown().optional(),
  endAtMost: z.int().min(0).max(999).optional(),
  severity: severity.optional(),
});

/** A new partner is news for a while. */
export const partnerShape = z.strictObject({
  endAfter: z.unknown().optional(),
  severity: severity.optional(),
});

/** A test is judged or not. */
export const expectationShape = z.strictObject({ severity: severity.optional() });

/** One route. */
export const routeShape = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,62}$/)
    .optional(),
  webhook: z.string().optional(),
  secretFile: z.string().min(1).optional(),
  command: z
    .array(z.string().regex(/^[^\0]+$/))
    .min(1)
    .max(64)
    .optional(),
  severities: z.array(severity).min(1).optional(),
  rules: z.array(z.enum(alertRules)).min(1).optional(),
});
