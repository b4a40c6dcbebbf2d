import * as z from 'zod';
import type { BondName, HostId, IfName } from '../model/names.ts';
import type { DailyRow, DailyView } from '../model/view.ts';
import { list, named, orNull, type Shape } from './shape.ts';

/** Which host; absent: all. */
export const dailyQuery = z.strictObject({ host: z.string().min(1).max(63).optional() });

const row: Shape<DailyRow> = z.object({
  host: named<HostId>(),
  isCurrent: z.boolean(),
  hasGap: z.boolean(),
  bond: named<BondName>(),
  mode: z.string(),
  miiStatus: z.string(),
  ports: z.number(),
  portsUp: z.number(),
  failures: z.number(),
  newFailures: z.number().nullable(),
  activePort: orNull(named<IfName>()),
  lacp: orNull(z.enum(['ok', 'alone', 'split'])),
  speedsMbps: list(z.number().nullable()),
  mtu: z.number().nullable(),
  drift: list(z.string()),
});

/** Every bond, and what became of it in a day. */
export const dailyView: Shape<DailyView> = z.object({
  sinceUnixMs: z.number(),
  untilUnixMs: z.number(),
  rows: list(row),
});
