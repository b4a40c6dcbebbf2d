import { type CreateTableBuilder, type Kysely, type Migration, SqliteAdapter, sql } from 'kysely';

/** Millions of small rows: where the key is the table, they take two thirds of the room and lie in the order they are read. */
const compact = (db: Kysely<unknown>) => {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  return <T extends string>(table: CreateTableBuilder<T>) =>
    isSqlite ? table.modifyEnd(sql`without rowid`) : table;
};

async function buckets(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn('series', 'integer', (column) => column.notNull())
    .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('tx_bytes', 'bigint', (column) => column.notNull())
    .addColumn('rx_bytes', 'bigint', (column) => column.notNull())
    .addColumn('tx_peak_bps', 'bigint', (column) => column.notNull())
    .addColumn('rx_peak_bps', 'bigint', (column) => column.notNull())
    .addColumn('measured_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['series', 'at_unix_ms'])
    .$call(compact(db))
    .execute();
}

/** Rolled-up samples of ports; and the summaries of tests, so that a list of them reads no documents. */
export const history: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('history_series')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('bond', 'text', (column) => column.notNull())
      .addColumn('port', 'text', (column) => column.notNull())
      .addUniqueConstraint('history_series_name', ['host', 'bond', 'port'])
      .execute();
    await buckets(db, 'history_minutes');
    await buckets(db, 'history_hours');
    await db.schema
      .createTable('history_written')
      .addColumn('layer', 'text', (column) => column.notNull())
      .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
      .addColumn('rows', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('history_written_key', ['layer', 'at_unix_ms'])
      .execute();
    // Apart from the documents, which would lie between one summary and the next.
    await db.schema
      .createTable('test_summaries')
      .addColumn('sequence', 'integer', (column) => column.primaryKey())
      .addColumn('link', 'text', (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('test_summaries_by_link')
      .on('test_summaries')
      .columns(['link', 'sequence'])
      .execute();
  },
};
