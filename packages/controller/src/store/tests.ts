import type { TestId } from '@bondctl/proto/model/names';
import type { Kysely, Selectable } from 'kysely';
import type { TestRow, TestStore } from './ports.ts';
import type { Tables } from './tables.ts';
import { judgementOf, readingOf, resultOf } from './test-documents.ts';

/** Link tests, raw iperf3 documents included. */
export function testStore(db: Kysely<Tables>): TestStore {
  return {
    async addTest({ id, atUnixMs, result, judgement, ...reading }) {
      await db
        .insertInto('tests')
        .values({
          id,
          at_unix_ms: atUnixMs,
          result: JSON.stringify(result),
          judgement: JSON.stringify(judgement),
          link: result.link,
          reading: JSON.stringify(reading),
        })
        .execute();
    },
    async test(id) {
      const row = await db.selectFrom('tests').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : testRow(row);
    },
    async tests(limit, link) {
      const newest = db.selectFrom('tests').selectAll().orderBy('sequence', 'desc').limit(limit);
      const wanted = link === undefined ? newest : newest.where('link', '=', link);
      return (await wanted.execute()).map(testRow);
    },
    async comparisons(link, limit) {
      const newest = db
        .selectFrom('tests')
        .select('reading')
        .where('link', '=', link)
        .orderBy('sequence', 'desc');
      const rows = await newest.limit(limit).execute();
      return rows.flatMap(({ reading }) => readingOf(reading).comparison ?? []);
    },
  };
}

const testRow = (row: Selectable<Tables['tests']>): TestRow => ({
  id: row.id as TestId,
  atUnixMs: row.at_unix_ms,
  result: resultOf(row.result),
  judgement: judgementOf(row.judgement),
  ...readingOf(row.reading),
});
