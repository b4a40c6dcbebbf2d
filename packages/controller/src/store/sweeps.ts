import type { SweepId } from '@bondctl/proto/model/names';
import type { Kysely, Selectable } from 'kysely';
import type { SweepRow, SweepStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** Sweeps. */
export function sweepStore(db: Kysely<Tables>): SweepStore {
  return {
    async saveSweep(row) {
      const moving = { ended: row.ended ? 1 : 0, state: JSON.stringify(row.state) };
      await db
        .insertInto('sweeps')
        .values({ id: row.id, started_unix_ms: row.startedUnixMs, ...moving })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(moving))
        .execute();
    },
    async sweep(id) {
      const row = await db.selectFrom('sweeps').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : sweepRow(row);
    },
    async sweeps(limit) {
      const newest = db.selectFrom('sweeps').selectAll().orderBy('sequence', 'desc').limit(limit);
      return (await newest.execute()).map(sweepRow);
    },
    async unfinishedSweeps() {
      const open = db.selectFrom('sweeps').selectAll().where('ended', '=', 0).orderBy('sequence');
      return (await open.execute()).map(sweepRow);
    },
  };
}

const sweepRow = (row: Selectable<Tables['sweeps']>): SweepRow => ({
  id: row.id as SweepId,
  startedUnixMs: row.started_unix_ms,
  ended: row.ended === 1,
  state: JSON.parse(row.state) as unknown,
});
