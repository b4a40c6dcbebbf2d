import type { Kysely, Migration } from 'kysely';

/** Sweeps: what was tried, and what is in hand. */
export const sweeps: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('sweeps')
      .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('started_unix_ms', 'bigint', (column) => column.notNull())
      .addColumn('ended', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sweeps_by_end').on('sweeps').columns(['ended', 'sequence']).execute();
  },
};
