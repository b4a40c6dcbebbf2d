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
  await store.close();
  const db = new Kysely<{ test_summaries: { summary: string } }>({ dialect: await sqliteDialect(file) });
  await db.deleteFrom('test_summaries').execute();
  const next = await openStore(await sqliteDialect(file));
  expect(await next.tests.newestOfLinks()).toEqual([testSummary(fakeTest)]);
  expect(await next.tests.summaries(5)).toEqual([testSummary(fakeTest)]);
  expect(await db.selectFrom('test_summaries').select('summary').execute()).toHaveLength(1);
  await db.destroy();
  await next.close();
  await rm(folder, { recursive: true });
});
