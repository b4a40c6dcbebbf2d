import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../packages/controller/src/store/sql.ts';
import {
  defaultDriver,
  type SqliteDriver,
  sqliteDialect,
} from '../../packages/controller/src/store/sqlite.ts';
import { type StorePlace, storeContract } from './store.ts';
import { historyContract } from './store-history.ts';

const drivers: Readonly<Record<SqliteDriver, () => boolean>> = {
  'better-sqlite3': () => defaultDriver() === 'better-sqlite3',
  'node:sqlite': () => defaultDriver() === 'node:sqlite',
};

async function place(driver: SqliteDriver): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-store-'));
  return {
    open: async () => openStore(await sqliteDialect(join(folder, 'bondctl.sqlite'), driver)),
    remove: () => rm(folder, { recursive: true }),
  };
}

// Each Node has one of the two: the leg on the other Node runs the other contract.
for (const driver of ['better-sqlite3', 'node:sqlite'] as const)
  if (drivers[driver]()) {
    storeContract(driver, () => place(driver));
    historyContract(driver, () => place(driver));
  }

test.each([
  ['20.20.2', 'better-sqlite3'],
  ['22.13.1', 'better-sqlite3'],
  ['22.14.0', 'node:sqlite'],
  ['24.0.0', 'node:sqlite'],
] as const)('Node %s uses %s', (version, driver) => {
  expect(defaultDriver(version)).toBe(driver);
});

test('a database in a folder that does not exist gives one sentence that names the file', async () => {
  await expect(sqliteDialect('/nowhere/at/all.sqlite').then(openStore)).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringContaining('/nowhere/at/all.sqlite') as unknown,
  });
});
