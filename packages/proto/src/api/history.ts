import * as z from 'zod';
import {
  type HistoryView,
  historyLayers,
  type PortSeries,
  type SeriesPoint,
  type SeriesView,
} from '../model/history.ts';
import type { BondName, HostId, IfName } from '../model/names.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const unixMs = z.number();
const moment = z.coerce.number().int().min(0);

/** Which ports, and when (Unix ms); absent: all of the host, from an hour before `until`, until now. */
export const seriesQuery = z.strictObject({
  host: z.string().min(1).max(63),
  bond: z.string().min(1).max(15).optional(),
  port: z.string().min(1).max(15).optional(),
  from: moment.optional(),
  until: moment.optional(),
});

const point = z.tuple([unixMs, z.number(), z.number()]) as unknown as Shape<SeriesPoint>;

const portSeries: Shape<PortSeries> = z.object({
  host: named<HostId>(),
  bond: named<BondName>(),
  port: named<IfName>(),
  points: list(point),
  peaks: list(point),
});

/** Rates over time. */
export const seriesView: Shape<SeriesView> = z.object({
  everyMs: z.number(),
  fromUnixMs: unixMs,
  untilUnixMs: unixMs,
  series: list(portSeries),
});

const kept = { keptMs: z.number(), oldestUnixMs: orNull(unixMs), rows: z.number() };

/** What is kept of the past. */
export const historyView: Shape<HistoryView> = z.object({
  atUnixMs: unixMs,
  layers: list(
    z.object({
      layer: z.enum(historyLayers),
      everyMs: z.number(),
      place: z.enum(['memory', 'database']),
      ...kept,
    }),
  ),
  events: z.object(kept),
  memoryBytes: z.number(),
  memoryLimitBytes: z.number(),
  databaseBytes: z.number(),
  databaseFileBytes: z.number(),
  databaseLimitBytes: z.number(),
  lostRows: z.number(),
  gaps: list(z.object({ fromUnixMs: unixMs, untilUnixMs: unixMs, why: z.string() })),
});
