import type { Kysely, Migration } from 'kysely';

/** Who may use the API over the network, and the browsers that are signed in. */
export const operators: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('operators')
      .addColumn('operator', 'text', (column) => column.primaryKey())
      .addColumn('rights', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull().unique())
      .addColumn('created_unix_ms', 'bigint', (column) => column.notNull())
      .addColumn('used_unix_ms', 'bigint')
      .execute();
    await db.schema
      .createTable('operator_sessions')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('operator', 'text', (column) => column.notNull().references('operators.operator'))
      .addColumn('created_unix_ms', 'bigint', (column) => column.notNull())
      .addColumn('used_unix_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('operator_sessions_of_operator')
      .on('operator_sessions')
      .columns(['operator', 'used_unix_ms'])
      .execute();
  },
};
