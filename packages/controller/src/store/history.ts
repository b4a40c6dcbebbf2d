import type { Kysely, Transaction } from 'kysely';
import { forgetEmpty, prune, rollUp, unrolledHours } from './history-layers.ts';
import { buckets, kept } from './history-reads.ts';
import type { BucketRow, HistoryStore } from './ports.ts';
import { databaseSize } from './size.ts';
import type { Tables } from './tables.ts';

const rowsPerStatement = 500;
const hourMs = 3_600_000;

/** Rolled-up samples. Ids of series are remembered, so that a minute costs one statement for some hundred ports. */
export function historyStore(db: Kysely<Tables>): HistoryStore {
  const ids = new Map<string, number>();
  return {
    async addMinutes(rows) {
      const found = await db.transaction().execute((tx) => addMinutes(tx, ids, rows));
      // Only what is committed is remembered.
      for (const [name, id] of found) ids.set(name, id);
    },
    unrolledHours: (beforeUnixMs, limit) => unrolledHours(db, beforeUnixMs, limit),
    rollUp: (hourUnixMs, after, limit) => rollUp(db, hourUnixMs, after, limit),
    buckets: (query) => buckets(db, query),
    prune: (layer, beforeUnixMs, after, limit) => prune(db, layer, beforeUnixMs, after, limit),
    forgetEmpty: (after, limit) => forgetEmpty(db, () => ids.clear(), after, limit),
    kept: (layer) => kept(db, layer),
    size: () => databaseSize(db),
  };
}

type Ids = ReadonlyMap<string, number>;

async function addMinutes(tx: Transaction<Tables>, ids: Ids, rows: readonly BucketRow[]): Promise<Ids> {
  const found = new Map<string, number>();
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const values = [];
    for (const row of rows.slice(at, at + rowsPerStatement)) {
      const name = `${row.host}/${row.bond}/${row.port}`;
      const series = ids.get(name) ?? found.get(name) ?? (await seriesOf(tx, row));
      found.set(name, series);
      values.push(valuesOf(series, row));
    }
    await add(tx, values);
  }
  for (const [atUnixMs, count] of countsOf(rows)) await written(tx, atUnixMs, count);
  return found;
}

function countsOf(rows: readonly BucketRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { atUnixMs } of rows) counts.set(atUnixMs, (counts.get(atUnixMs) ?? 0) + 1);
  return counts;
}

async function seriesOf(
  tx: Transaction<Tables>,
  { host, bond, port }: Pick<BucketRow, 'host' | 'bond' | 'port'>,
): Promise<number> {
  await tx
    .insertInto('history_series')
    .values({ host, bond, port })
    .onConflict((conflict) => conflict.columns(['host', 'bond', 'port']).doNothing())
    .execute();
  const found = tx.selectFrom('history_series').select('id').where('host', '=', host);
  return (await found.where('bond', '=', bond).where('port', '=', port).executeTakeFirstOrThrow()).id;
}

const valuesOf = (series: number, row: BucketRow): Tables['history_minutes'] => ({
  series,
  at_unix_ms: row.atUnixMs,
  tx_bytes: row.txBytes,
  rx_bytes: row.rxBytes,
  tx_peak_bps: Math.round(row.txPeakBps),
  rx_peak_bps: Math.round(row.rxPeakBps),
  measured_ms: Math.round(row.measuredMs),
});

/** A minute that came in two parts is their sum. */
async function add(tx: Transaction<Tables>, values: readonly Tables['history_minutes'][]): Promise<void> {
  await tx
    .insertInto('history_minutes')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['series', 'at_unix_ms']).doUpdateSet((eb) => {
        const sum = (name: 'tx_bytes' | 'rx_bytes' | 'measured_ms') =>
          eb(eb.ref(`history_minutes.${name}`), '+', eb.ref(`excluded.${name}`));
        const higher = (name: 'tx_peak_bps' | 'rx_peak_bps') =>
          eb
            .case()
            .when(eb(`history_minutes.${name}`, '>', eb.ref(`excluded.${name}`)))
            .then(eb.ref(`history_minutes.${name}`))
            .else(eb.ref(`excluded.${name}`))
            .end();
        return {
          tx_bytes: sum('tx_bytes'),
          rx_bytes: sum('rx_bytes'),
          measured_ms: sum('measured_ms'),
          tx_peak_bps: higher('tx_peak_bps'),
          rx_peak_bps: higher('rx_peak_bps'),
        };
      }),
    )
    .execute();
}

/** Notes the minute; its hour, if it had been rolled up without it, is to be rolled up again. */
async function written(tx: Transaction<Tables>, atUnixMs: number, rows: number): Promise<void> {
  await tx
    .insertInto('history_written')
    .values({ layer: 'minute', at_unix_ms: atUnixMs, rows })
    .onConflict((conflict) =>
      conflict
        .columns(['layer', 'at_unix_ms'])
        .doUpdateSet((eb) => ({ rows: eb(eb.ref('history_written.rows'), '+', eb.ref('excluded.rows')) })),
    )
    .execute();
  await tx
    .deleteFrom('history_written')
    .where('layer', '=', 'hour')
    .where('at_unix_ms', '=', atUnixMs - (atUnixMs % hourMs))
    .execute();
}
