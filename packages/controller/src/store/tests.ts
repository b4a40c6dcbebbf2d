import type { TestId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { TestSummary } from '@bondctl/proto/model/view';
import type { Kysely, Selectable } from 'kysely';
import type { TestRow, TestStore } from './ports.ts';
import type { Tables } from './tables.ts';
import { judgementOf, readingOf, resultOf } from './test-documents.ts';

/** Link tests, raw iperf3 documents included. */
export function testStore(db: Kysely<Tables>): TestStore {
  return {
    async addTest(row) {
      const { id, atUnixMs, result, judgement, ...reading } = row;
      await db
        .insertInto('tests')
        .values({
          id,
          at_unix_ms: atUnixMs,
          result: JSON.stringify(result),
          judgement: JSON.stringify(judgement),
          link: result.link,
          reading: JSON.stringify(reading),
          summary: JSON.stringify(testSummary(row)),
        })
        .execute();
    },
    async test(id) {
      const row = await db.selectFrom('tests').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : testRow(row);
    },
    async summaries(limit, link) {
      const newest = db
        .selectFrom('tests')
        .select(['id', 'summary'])
        .orderBy('sequence', 'desc')
        .limit(limit);
      const wanted = link === undefined ? newest : newest.where('link', '=', link);
      return summarised(db, await wanted.execute());
    },
    async newestOfLinks() {
      const last = db
        .selectFrom('tests')
        .select(({ fn }) => fn.max('sequence').as('sequence'))
        .where('link', 'is not', null)
        .groupBy('link');
      const rows = db.selectFrom('tests').select(['id', 'summary']).where('sequence', 'in', last);
      return summarised(db, await rows.execute());
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

type Brief = Pick<Selectable<Tables['tests']>, 'id' | 'summary'>;

/** What an earlier version kept without a summary is read whole, this once. */
async function summarised(db: Kysely<Tables>, rows: readonly Brief[]): Promise<readonly TestSummary[]> {
  const found: TestSummary[] = [];
  for (const { id, summary } of rows)
    found.push(summary === null ? await summarise(db, id) : (JSON.parse(summary) as TestSummary));
  return found;
}

async function summarise(db: Kysely<Tables>, id: string): Promise<TestSummary> {
  const row = await db.selectFrom('tests').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const summary = testSummary(testRow(row));
  const set = { summary: JSON.stringify(summary) };
  await db.updateTable('tests').set(set).where('id', '=', id).execute();
  return summary;
}

const testRow = (row: Selectable<Tables['tests']>): TestRow => ({
  id: row.id as TestId,
  atUnixMs: row.at_unix_ms,
  result: resultOf(row.result),
  judgement: judgementOf(row.judgement),
  ...readingOf(row.reading),
});
