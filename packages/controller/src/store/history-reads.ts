import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';
import type { Kysely } from 'kysely';
import { tableOf } from './history-layers.ts';
import type { BucketQuery, BucketRow, StoredKept, StoredLayer } from './history-ports.ts';
import type { Tables } from './tables.ts';

/** Buckets of one host that begin in a time, by port and time. */
export async function buckets(db: Kysely<Tables>, query: BucketQuery): Promise<readonly BucketRow[]> {
  let named = db.selectFrom('history_series').selectAll().where('host', '=', query.host).orderBy('id');
  if (query.bond !== null) named = named.where('bond', '=', query.bond);
  if (query.port !== null) named = named.where('port', '=', query.port);
  const found: BucketRow[] = [];
  for (const series of await named.limit(query.seriesAtMost).execute()) {
    const rows = await db
      .selectFrom(tableOf(query.layer))
      .selectAll()
      .where('series', '=', series.id)
      .where('at_unix_ms', '>=', query.fromUnixMs)
      .where('at_unix_ms', '<', query.untilUnixMs)
      .orderBy('at_unix_ms')
      .execute();
    for (const row of rows) found.push(bucketRow(series, row));
  }
  return found;
}

const bucketRow = (
  { host, bond, port }: { readonly host: string; readonly bond: string; readonly port: string },
  row: Tables['history_minutes'],
): BucketRow => ({
  host: host as HostId,
  bond: bond as BondName,
  port: port as IfName,
  atUnixMs: row.at_unix_ms,
  txBytes: row.tx_bytes,
  rxBytes: row.rx_bytes,
  txPeakBps: row.tx_peak_bps,
  rxPeakBps: row.rx_peak_bps,
  measuredMs: row.measured_ms,
});

/** What a layer has, read from what was noted when it was written. */
export async function kept(db: Kysely<Tables>, layer: StoredLayer): Promise<StoredKept> {
  const row = await db
    .selectFrom('history_written')
    .select(({ fn }) => [fn.min('at_unix_ms').as('oldest'), fn.sum<number | null>('rows').as('rows')])
    .where('layer', '=', layer)
    .executeTakeFirstOrThrow();
  return { oldestUnixMs: row.oldest, rows: row.rows ?? 0 };
}
