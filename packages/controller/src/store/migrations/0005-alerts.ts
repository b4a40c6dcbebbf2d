import type { Kysely, Migration } from 'kysely';

/** Alerts, what their machine goes on from, and what receivers were told. */
export const alerts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('alerts')
      .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('ended_unix_ms', 'bigint')
      .addColumn('alert', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('alerts_by_end')
      .on('alerts')
      .columns(['ended_unix_ms', 'sequence'])
      .execute();
    await db.schema
      .createTable('alert_memory')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('memory', 'text', (column) => column.notNull())
      .execute();
    await deliveries(db);
  },
};

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_deliveries')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('alert', 'text', (column) => column.notNull())
    .addColumn('told', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('error', 'text')
    .addUniqueConstraint('alert_deliveries_once', ['id', 'target'])
    .execute();
  for (const column of ['alert', 'outcome'])
    await db.schema
      .createIndex(`alert_deliveries_by_${column}`)
      .on('alert_deliveries')
      .columns([column, 'sequence'])
      .execute();
}
