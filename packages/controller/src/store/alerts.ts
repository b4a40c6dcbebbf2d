import type { AlertTold } from '@bondctl/proto/model/alert';
import type { AlertId } from '@bondctl/proto/model/names';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AlertRow, AlertStore, DeliveryRow } from './ports.ts';
import type { Tables } from './tables.ts';

const mostEnded = 10_000;
const theMemory = 1;

/** Alerts, what their machine goes on from, and what receivers were told. */
export function alertStore(db: Kysely<Tables>): AlertStore {
  const alerts = () => db.selectFrom('alerts').selectAll();
  return {
    async memory() {
      const row = await db.selectFrom('alert_memory').selectAll().executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.memory) as unknown);
    },
    save: (change) =>
      db.transaction().execute(async (all) => {
        await saveMemory(all, change.memory);
        for (const row of change.alerts) await saveAlert(all, row);
        for (const row of change.deliveries) await saveDelivery(all, row);
        if (change.alerts.some((row) => row.endedUnixMs !== null)) await forgetOldest(all);
      }),
    async open() {
      const rows = await alerts().where('ended_unix_ms', 'is', null).orderBy('sequence').execute();
      return rows.map(alertRow);
    },
    async ended(limit) {
      const over = alerts().where('ended_unix_ms', 'is not', null);
      const rows = await over
        .orderBy('ended_unix_ms', 'desc')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map(alertRow);
    },
    async alert(id) {
      const row = await alerts().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : alertRow(row);
    },
    deliveries: (ids) => deliveriesOf(db, ids),
    async waiting() {
      const found = db.selectFrom('alert_deliveries').selectAll().where('outcome', '=', 'waiting');
      return (await found.orderBy('sequence').execute()).map(deliveryRow);
    },
    saveDelivery: (row) => saveDelivery(db, row),
  };
}

type Writer = Kysely<Tables> | Transaction<Tables>;

async function saveMemory(db: Writer, value: unknown): Promise<void> {
  const memory = JSON.stringify(value);
  await db
    .insertInto('alert_memory')
    .values({ id: theMemory, memory })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ memory }))
    .execute();
}

async function saveAlert(db: Writer, { id, endedUnixMs, alert }: AlertRow): Promise<void> {
  const moving = { ended_unix_ms: endedUnixMs, alert: JSON.stringify(alert) };
  await db
    .insertInto('alerts')
    .values({ id, ...moving })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(moving))
    .execute();
}

async function saveDelivery(db: Writer, row: DeliveryRow): Promise<void> {
  const moving = { at_unix_ms: row.atUnixMs, tries: row.tries, outcome: row.outcome, error: row.error };
  const { id, target, alert, told, body } = row;
  await db
    .insertInto('alert_deliveries')
    .values({ id, target, alert, told, body, created_unix_ms: row.createdUnixMs, ...moving })
    .onConflict((conflict) => conflict.columns(['id', 'target']).doUpdateSet(moving))
    .execute();
}

/** Alerts that ended stay for a while, not for ever; their deliveries go with them. */
async function forgetOldest(db: Writer): Promise<void> {
  const over = db.selectFrom('alerts').select('id').where('ended_unix_ms', 'is not', null);
  // SQLite takes no OFFSET without a LIMIT.
  const old = await over
    .orderBy('ended_unix_ms', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1_000)
    .offset(mostEnded)
    .execute();
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await db.deleteFrom('alert_deliveries').where('alert', 'in', ids).execute();
  await db.deleteFrom('alerts').where('id', 'in', ids).execute();
}

/** SQLite takes a bounded number of values in one statement. */
const idsAtOnce = 500;

async function deliveriesOf(db: Writer, ids: readonly AlertId[]): Promise<readonly DeliveryRow[]> {
  const found: DeliveryRow[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce);
    const rows = db.selectFrom('alert_deliveries').selectAll().where('alert', 'in', some);
    found.push(...(await rows.orderBy('sequence').execute()).map(deliveryRow));
  }
  return found;
}

const alertRow = (row: Selectable<Tables['alerts']>): AlertRow => ({
  id: row.id as AlertId,
  endedUnixMs: row.ended_unix_ms,
  alert: JSON.parse(row.alert) as unknown,
});

const deliveryRow = (row: Selectable<Tables['alert_deliveries']>): DeliveryRow => ({
  id: row.id,
  target: row.target,
  alert: row.alert as AlertId,
  told: row.told as AlertTold,
  body: row.body,
  createdUnixMs: row.created_unix_ms,
  atUnixMs: row.at_unix_ms,
  tries: row.tries,
  outcome: row.outcome as DeliveryRow['outcome'],
  error: row.error,
});
