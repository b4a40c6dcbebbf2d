import type { Kysely, Migration } from 'kysely';

async function identity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hosts')
    .addColumn('host', 'text', (column) => column.primaryKey())
    .addColumn('enrolled_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('removed_unix_ms', 'bigint')
    .execute();
  await db.schema
    .createTable('certificates')
    .addColumn('serial', 'text', (column) => column.primaryKey())
    .addColumn('host', 'text', (column) => column.notNull().references('hosts.host'))
    .addColumn('not_after_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('revoked', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('certificates_of_host').on('certificates').column('host').execute();
  await db.schema
    .createTable('tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sha256', 'text', (column) => column.notNull().unique())
    .addColumn('expires_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('uses_left', 'integer', (column) => column.notNull())
    .addColumn('host', 'text')
    .execute();
}

async function events(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('host', 'text')
    .addColumn('rollout', 'text')
    .addColumn('fact', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['type', 'host', 'rollout'])
    await db.schema.createIndex(`events_by_${column}`).on('events').columns([column, 'id']).execute();
}

async function intent(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('revision', 'integer', (column) => column.primaryKey())
    .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('spec', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('rollouts')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('revision', 'integer', (column) => column.notNull().references('revisions.revision'))
    .addColumn('started_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('ended', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('rollouts_by_end').on('rollouts').columns(['ended', 'sequence']).execute();
}

async function tests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tests')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('at_unix_ms', 'bigint', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('judgement', 'text', (column) => column.notNull())
    .execute();
}

/** The first tables. There is no way down: a store that older code cannot read is restored from its copy. */
export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await identity(db);
    await events(db);
    await intent(db);
    await tests(db);
  },
};
