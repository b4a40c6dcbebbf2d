import * as z from 'zod';
import {
  type AlertDelivery,
  type AlertTestView,
  type AlertView,
  alertRules,
  alertSeverities,
  alertStates,
} from '../model/alert.ts';
import type { AlertId } from '../model/names.ts';
import { list, named, type Shape } from './shape.ts';

const text = z.string();
const longestSilenceMs = 30 * 24 * 3_600_000;

/** Which alerts: those that hold; with `ended` also the newest `limit` that are over. */
export const alertsQuery = z.strictObject({
  ended: z.enum(['yes', 'no']).default('no'),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});

/** For how long nobody is told of an alert. */
export const silenceRequest = z.strictObject({ forMs: z.int().min(1_000).max(longestSilenceMs) });

const delivery: Shape<AlertDelivery> = z.object({
  target: text,
  told: z.enum(['raised', 'ended']),
  atUnixMs: z.number(),
  delivered: z.boolean(),
  isSettled: z.boolean(),
  tries: z.number(),
  error: text.nullable(),
});

/** One alert with what became of telling somebody. */
export const alertView: Shape<AlertView> = z.object({
  id: named<AlertId>(),
  rule: z.enum(alertRules),
  subject: text,
  kind: z.enum(['link', 'bond', 'host']),
  severity: z.enum(alertSeverities),
  state: z.enum(alertStates),
  sinceUnixMs: z.number(),
  endedUnixMs: z.number().nullable(),
  silencedUntilUnixMs: z.number().nullable(),
  sentence: text,
  members: list(text),
  deliveries: list(delivery),
});

/** Alerts, those that hold first, each part newest first. */
export interface AlertsAnswer {
  readonly alerts: readonly AlertView[];
}

/** The shape of `AlertsAnswer`. */
export const alertsAnswer: Shape<AlertsAnswer> = z.object({ alerts: list(alertView) });

/** How a test delivery to each route went; none where there is no route. */
export interface AlertTestAnswer {
  readonly routes: readonly AlertTestView[];
}

const tried: Shape<AlertTestView> = z.object({
  target: text,
  delivered: z.boolean(),
  error: text.nullable(),
});

/** The shape of `AlertTestAnswer`. */
export const alertTestAnswer: Shape<AlertTestAnswer> = z.object({ routes: list(tried) });
