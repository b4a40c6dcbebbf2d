import { BondctlError } from '@bondctl/proto/model/error';
import { type Dialect, Kysely, Migrator } from 'kysely';
import { alertStore } from './alerts.ts';
import { eventStore } from './events.ts';
import { historyStore } from './history.ts';
import { identityStore } from './identity.ts';
import { migrations } from './migrations/migrations.ts';
import { operatorStore } from './operators.ts';
import type { Store } from './ports.ts';
import { rolloutStore } from './rollouts.ts';
import { sweepStore } from './sweeps.ts';
import type { Tables } from './tables.ts';
import { testStore } from './tests.ts';

/**
 * The store over any SQL dialect, its tables brought up to date first. Throws BondctlError `internal` when a migration
 * fails, `bad-input` when the database was written by a newer version.
 */
export async function openStore(dialect: Dialect): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    events: eventStore(db),
    identity: identityStore(db),
    rollouts: rolloutStore(db),
    tests: testStore(db),
    sweeps: sweepStore(db),
    history: historyStore(db),
    operators: operatorStore(db),
    alerts: alertStore(db),
    close: () => db.destroy(),
  };
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('previously executed migration'))
    throw new BondctlError(
      'bad-input',
      'The state folder was written by a newer bondctl-controller. Start that version, or another --state-dir.',
      { cause: error },
    );
  throw new BondctlError(
    'internal',
    'The database could not be brought up to date; its cause is in the log.',
    {
      cause: error,
    },
  );
}
