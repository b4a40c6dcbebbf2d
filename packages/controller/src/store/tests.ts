import type { TestId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { TestSummary } from '@bondctl/proto/model/view';
import type { Kysely, Selectable } from 'kysely';
import type { TestRow, TestStore } from './ports.ts';
import type { Tables } from './tables.ts';
import { judgementOf, readingOf, resultOf } from './test-documents.ts';

/** Link tests, raw iperf3 documents included. */
export function testStore(db: Kysely<Tables>): TestStore {
  let summarised: Promise<void> | undefined;
  /** What earlier versions kept is summarised once, when a list first asks. */
  const ready = (): Promise<void> => {
    summarised ??= summariseAll(db).catch((thrown: unknown) => {
      summarised = undefined;
      throw thrown;
    });
    return summarised;
  };
  return {
    async addTest(row) {
      const { id, atUnixMs, result, judgement, ...reading } = row;
      const values = {
        id,
        at_unix_ms: atUnixMs,
        result: JSON.stringify(result),
        judgement: JSON.stringify(judgement),
        link: result.link,
        reading: JSON.stringify(reading),
      };
      await db.transaction().execute(async (tx) => {
        const kept = tx.insertInto('tests').values(values).returning('sequence');
        await summarise(tx, (await kept.executeTakeFirstOrThrow()).sequence, row);
      });
    },
    async test(id) {
      const row = await db.selectFrom('tests').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : testRow(row);
    },
    async summaries(limit, link) {
      await ready();
      const newest = db
        .selectFrom('test_summaries')
        .select('summary')
        .orderBy('sequence', 'desc')
        .limit(limit);
      const wanted = link === undefined ? newest : newest.where('link', '=', link);
      return (await wanted.execute()).map(summaryOf);
    },
    async newestOfLinks() {
      await ready();
      const last = db
        .selectFrom('test_summaries')
        .select(({ fn }) => fn.max('sequence').as('sequence'))
        .groupBy('link');
      const rows = db.selectFrom('test_summaries').select('summary').where('sequence', 'in', last);
      return (await rows.execute()).map(summaryOf);
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

const summaryOf = ({ summary }: { readonly summary: string }): TestSummary =>
  JSON.parse(summary) as TestSummary;

async function summarise(db: Kysely<Tables>, sequence: number, row: TestRow): Promise<void> {
  const values = { sequence, link: row.result.link, summary: JSON.stringify(testSummary(row)) };
  const made = db.insertInto('test_summaries').values(values);
  await made.onConflict((conflict) => conflict.column('sequence').doNothing()).execute();
}

async function summariseAll(db: Kysely<Tables>): Promise<void> {
  const known = db.selectFrom('test_summaries').select('sequence');
  const rows = db.selectFrom('tests').select('sequence').where('sequence', 'not in', known);
  for (const { sequence } of await rows.execute()) {
    const whole = db.selectFrom('tests').selectAll().where('sequence', '=', sequence);
    await summarise(db, sequence, testRow(await whole.executeTakeFirstOrThrow()));
  }
}

const testRow = (row: Selectable<Tables['tests']>): TestRow => ({
  id: row.id as TestId,
  atUnixMs: row.at_unix_ms,
  result: resultOf(row.result),
  judgement: judgementOf(row.judgement),
  ...readingOf(row.reading),
});
