import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';

const page = 1000;
/** The facts of the versions before that name a bond or a link. */
const named = [
  'linkEventSeen',
  'driftSeen',
  'driftEnded',
  'healTried',
  'proofPassed',
  'proofFailed',
  'linkTested',
  'sweepStarted',
];

async function writeSubjects(db: Kysely<Tables>): Promise<void> {
  for (let lastId = 0, found = page; found === page; ) {
    const rows = await db
      .selectFrom('events')
      .select(['id', 'fact'])
      .where('id', '>', lastId)
      .where('type', 'in', named)
      .orderBy('id')
      .limit(page)
      .execute();
    for (const { id, fact } of rows) {
      const { bond = null, link = null } = JSON.parse(fact) as { bond?: string; link?: string };
      await db.updateTable('events').set({ bond, link }).where('id', '=', id).execute();
    }
    lastId = rows.at(-1)?.id ?? lastId;
    found = rows.length;
  }
}

/** Facts are found by the bond and the link they name; how far each host was heard is kept with them. */
export const subjects: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    for (const column of ['bond', 'link'] as const)
      await db.schema.alterTable('events').addColumn(column, 'text').execute();
    await writeSubjects(db);
    await db.schema.createIndex('events_by_bond').on('events').columns(['bond', 'id']).execute();
    await db.schema.createIndex('events_by_link').on('events').columns(['link', 'id']).execute();
    await db.schema
      .createTable('heard')
      .addColumn('host', 'text', (column) => column.primaryKey())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('event', 'bigint', (column) => column.notNull())
      .addColumn('gap', 'bigint', (column) => column.notNull())
      .addColumn('boot_id', 'text', (column) => column.notNull())
      .addColumn('is_counted', 'integer', (column) => column.notNull())
      .addColumn('failures', 'text', (column) => column.notNull())
      .execute();
  },
};
