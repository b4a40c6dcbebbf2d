import type { Kysely, Migration } from 'kysely';

/** Tests are found by their link, and carry what was read out of them. */
export const readings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('tests').addColumn('link', 'text').execute();
    await db.schema.alterTable('tests').addColumn('reading', 'text').execute();
    await db.schema.createIndex('tests_by_link').on('tests').columns(['link', 'sequence']).execute();
  },
};
