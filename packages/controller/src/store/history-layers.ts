import { type Kysely, sql } from 'kysely';
import type { StoredLayer } from './history-ports.ts';
import type { Tables } from './tables.ts';

const hourMs = 3_600_000;
const tables = { minute: 'history_minutes', hour: 'history_hours' } as const;

/** The table of a layer. */
export const tableOf = (layer: StoredLayer) => tables[layer];

/** Hours that have minutes and were not rolled up since the last of these came, oldest first. */
export async function unrolledHours(
  db: Kysely<Tables>,
  beforeUnixMs: number,
  limit: number,
): Promise<readonly number[]> {
  const hour = sql<number>`at_unix_ms - at_unix_ms % ${sql.lit(hourMs)}`;
  const rolled = db.selectFrom('history_written').select('at_unix_ms').where('layer', '=', 'hour');
  const rows = await db
    .selectFrom('history_written')
    .select(hour.as('hour'))
    .distinct()
    .where('layer', '=', 'minute')
    .where('at_unix_ms', '<', beforeUnixMs)
    .where(hour, 'not in', rolled)
    .orderBy('hour')
    .limit(limit)
    .execute();
  return rows.map((row) => row.hour);
}

type Db = Pick<Kysely<Tables>, 'selectFrom'>;

/** Ids of some series, in order. */
async function seriesAfter(db: Db, after: number, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('history_series')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** The last of a full page, from which the next one goes on; null when that was the last page. */
const next = (ids: readonly number[], limit: number): number | null =>
  ids.length < limit ? null : (ids.at(-1) ?? null);

/** Sums the minutes of an hour, for some series; notes the hour with the last of them. */
export function rollUp(
  db: Kysely<Tables>,
  hourUnixMs: number,
  after: number,
  limit: number,
): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    const ids = await seriesAfter(tx, after, limit);
    const sums = tx
      .selectFrom('history_minutes')
      .select(({ fn, val }) => [
        'series',
        val(hourUnixMs).as('at_unix_ms'),
        fn.sum<number>('tx_bytes').as('tx_bytes'),
        fn.sum<number>('rx_bytes').as('rx_bytes'),
        fn.max('tx_peak_bps').as('tx_peak_bps'),
        fn.max('rx_peak_bps').as('rx_peak_bps'),
        fn.sum<number>('measured_ms').as('measured_ms'),
      ])
      .where('series', 'in', ids.length === 0 ? [-1] : ids)
      .where('at_unix_ms', '>=', hourUnixMs)
      .where('at_unix_ms', '<', hourUnixMs + hourMs)
      .groupBy('series');
    const columns = ['tx_bytes', 'rx_bytes', 'tx_peak_bps', 'rx_peak_bps', 'measured_ms'] as const;
    await tx
      .insertInto('history_hours')
      .columns(['series', 'at_unix_ms', ...columns])
      .expression(sums)
      .onConflict((conflict) =>
        conflict
          .columns(['series', 'at_unix_ms'])
          .doUpdateSet((eb) => Object.fromEntries(columns.map((name) => [name, eb.ref(`excluded.${name}`)]))),
      )
      .execute();
    const rest = next(ids, limit);
    if (rest === null) await noteHour(tx, hourUnixMs);
    return rest;
  });
}

/** How many ports the hour has is at most how many its fullest minute had, and some that came and went. */
async function noteHour(tx: Kysely<Tables>, hourUnixMs: number): Promise<void> {
  const { rows } = await tx
    .selectFrom('history_written')
    .select(({ fn }) => fn.max('rows').as('rows'))
    .where('layer', '=', 'minute')
    .where('at_unix_ms', '>=', hourUnixMs)
    .where('at_unix_ms', '<', hourUnixMs + hourMs)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('history_written')
    .values({ layer: 'hour', at_unix_ms: hourUnixMs, rows: rows ?? 0 })
    .onConflict((conflict) => conflict.columns(['layer', 'at_unix_ms']).doUpdateSet({ rows: rows ?? 0 }))
    .execute();
}

/** Removes what began before a moment, for some series; forgets with the last of them that it was there. */
export function prune(
  db: Kysely<Tables>,
  layer: StoredLayer,
  beforeUnixMs: number,
  after: number,
  limit: number,
): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    const ids = await seriesAfter(tx, after, limit);
    for (const id of ids) {
      const old = tx.deleteFrom(tableOf(layer)).where('series', '=', id);
      await old.where('at_unix_ms', '<', beforeUnixMs).execute();
    }
    const rest = next(ids, limit);
    if (rest !== null) return rest;
    const noted = tx.deleteFrom('history_written').where('layer', '=', layer);
    await noted.where('at_unix_ms', '<', beforeUnixMs).execute();
    return null;
  });
}

/** Forgets the names of series that have nothing any more. */
export function forgetEmpty(
  db: Kysely<Tables>,
  forgetIds: () => void,
  after: number,
  limit: number,
): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    const ids = await seriesAfter(tx, after, limit);
    forgetIds();
    for (const id of ids) {
      await tx
        .deleteFrom('history_series')
        .where('id', '=', id)
        .where(({ not, exists, selectFrom }) => {
          const has = (layer: StoredLayer) =>
            exists(selectFrom(tableOf(layer)).select('series').where('series', '=', id).limit(1));
          return not(has('minute')).and(not(has('hour')));
        })
        .execute();
    }
    return next(ids, limit);
  });
}
