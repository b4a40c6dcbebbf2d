import type { Migration } from 'kysely';
import { first } from './0001-first.ts';
import { readings } from './0002-readings.ts';
import { sweeps } from './0003-sweeps.ts';
import { history } from './0004-history.ts';
import { alerts } from './0005-alerts.ts';
import { operators } from './0006-operators.ts';
import { subjects } from './0007-subjects.ts';

/** Every migration by its name; names sort in the order in which they run. A list, because programs are one file each. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-readings': readings,
  '0003-sweeps': sweeps,
  '0004-history': history,
  '0005-alerts': alerts,
  '0006-operators': operators,
  '0007-subjects': subjects,
};
