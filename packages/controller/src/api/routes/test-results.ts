import { compareQuery, testsCompared } from '@bondctl/proto/api/compared';
import { testView } from '@bondctl/proto/api/linktests';
import { idParams, testsAnswer, testsQuery } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import { type LinkName, parseId } from '@bondctl/proto/model/names';
import type { TestSummary } from '@bondctl/proto/model/view';
import type * as z from 'zod';
import { pagePolicy } from '../../page/document.ts';
import { testPage } from '../../page/page.ts';
import { sideBySide } from '../../statistics/side-by-side.ts';
import type { TestRow } from '../../store/ports.ts';
import type { Api } from '../app.ts';
import { linkOf } from '../link.ts';
import type { Parts } from '../ports.ts';

/** Link tests that were made: listed, one of them, as a page, and two side by side. */
export function testResultRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/tests',
    { config: { access: 'read' }, schema: { querystring: testsQuery, response: { 200: testsAnswer } } },
    async ({ query }) => ({ tests: await newest(parts, query) }),
  );

  api.get(
    '/v1/tests/compare',
    { config: { access: 'read' }, schema: { querystring: compareQuery, response: { 200: testsCompared } } },
    async ({ query }) => sideBySide(await testOf(parts, query.first), await testOf(parts, query.second)),
  );

  api.get(
    '/v1/tests/:id',
    { config: { access: 'read' }, schema: { params: idParams, response: { 200: testView } } },
    async ({ params }) => testOf(parts, params.id),
  );

  api.get(
    '/v1/tests/:id/page',
    { config: { access: 'read' }, schema: { params: idParams } },
    async ({ params }, reply) => {
      const test = await testOf(parts, params.id);
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', pagePolicy)
        .header('x-content-type-options', 'nosniff')
        .send(testPage(test, new Date(test.atUnixMs).toISOString()));
    },
  );
}

/** A link that was never tested and is in no spec is a mistake, not an empty list. */
async function newest(
  parts: Parts,
  { limit, link }: z.infer<typeof testsQuery>,
): Promise<readonly TestSummary[]> {
  const rows = await parts.store.tests.summaries(limit, link as LinkName | undefined);
  if (rows.length === 0 && link !== undefined) await linkOf(parts, link);
  return rows;
}

async function testOf(parts: Parts, text: string): Promise<TestRow> {
  const id = parseId('test', text);
  if (!id.ok) throw new BondctlError('bad-input', id.error);
  const row = await parts.store.tests.test(id.value);
  if (row !== undefined) return row;
  throw new BondctlError(
    'not-found',
    `There is no link test ${id.value}; "bondctl test list" shows the newest.`,
  );
}
