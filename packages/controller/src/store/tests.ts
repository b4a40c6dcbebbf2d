import type { Judgement, TestResult } from '@bondctl/proto/model/linktest';
import type { TestId } from '@bondctl/proto/model/names';
import { unwatched } from '@bondctl/proto/model/vitals';
import type { Kysely, Selectable } from 'kysely';
import type { TestRow, TestStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** Link tests, raw iperf3 documents included. */
export function testStore(db: Kysely<Tables>): TestStore {
  return {
    async addTest(row) {
      const [result, judgement] = [JSON.stringify(row.result), JSON.stringify(row.judgement)];
      await db
        .insertInto('tests')
        .values({ id: row.id, at_unix_ms: row.atUnixMs, result, judgement })
        .execute();
    },
    async test(id) {
      const row = await db.selectFrom('tests').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : testRow(row);
    },
    async tests(limit) {
      const newest = db.selectFrom('tests').selectAll().orderBy('sequence', 'desc').limit(limit);
      return (await newest.execute()).map(testRow);
    },
  };
}

const testRow = (row: Selectable<Tables['tests']>): TestRow => ({
  id: row.id as TestId,
  atUnixMs: row.at_unix_ms,
  // A result that was kept before hosts were watched has no such keys.
  result: { ...unwatched, ...(JSON.parse(row.result) as TestResult) },
  judgement: JSON.parse(row.judgement) as Judgement,
});
