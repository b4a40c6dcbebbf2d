import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testSummary } from '@bondctl/proto/model/test-summary';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { openStore } from './sql.ts';
import { sqliteDialect } from './sqlite.ts';

test('a link test that was kept without its summary is summarised when a list first asks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-store-'));
  const file = join(folder, 'bondctl.sqlite');
  const store = await openStore(await sqliteDialect(file));
  await store.tests.addTest(fakeTest);
  const db = new Kysely<{ tests: { summary: string | null } }>({ dialect: await sqliteDialect(file) });
  await db.updateTable('tests').set({ summary: null }).execute();
  expect(await store.tests.newestOfLinks()).toEqual([testSummary(fakeTest)]);
  const [kept] = await db.selectFrom('tests').select('summary').execute();
  expect(JSON.parse(kept?.summary ?? '')).toEqual(testSummary(fakeTest));
  await db.destroy();
  await store.close();
  await rm(folder, { recursive: true });
});
