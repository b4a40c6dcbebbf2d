import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { forgetEmpty, prune, rollUp, unrolledHours } from './history-layers.ts';
import { type AddMinutes, minuteAdder, minutesPerStatement } from './history-minutes.ts';
import type { BucketRow, HistoryStore } from './history-ports.ts';
import { buckets, kept } from './history-reads.ts';
import { databaseSize } from './size.ts';
import type { Tables } from './tables.ts';

const hourMs = 3_600_000;

/** Rolled-up samples. Ids of series are remembered, so that a minute costs one statement for some hundred ports. */
export function historyStore(db: Kysely<Tables>): HistoryStore {
  const ids = new Map<string, number>();
  const add = minuteAdder();
  return {
    async addMinutes(rows) {
      const found = await db.transaction().execute((tx) => addMinutes(tx, { ids, add }, rows));
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

async function addMinutes(
  tx: Transaction<Tables>,
  { ids, add }: { readonly ids: Ids; readonly add: AddMinutes },
  rows: readonly BucketRow[],
): Promise<Ids> {
  const found = new Map<string, number>();
  for (let at = 0; at < rows.length; at += minutesPerStatement) {
    const values = [];
    for (const row of rows.slice(at, at + minutesPerStatement)) {
      const name = `${row.host}/${row.bond}/${row.port}`;
      const series = ids.get(name) ?? found.get(name) ?? (await seriesOf(tx, row));
      found.set(name, series);
      values.push(valuesOf(series, row));
    }
    await add(tx, values);
    // Nothing else is served while a statement runs; between two of them it is.
    await turn();
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
