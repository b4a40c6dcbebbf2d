import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seriesCsv, testsCsv } from '../../packages/controller/src/cli/render/tests.ts';
import { fakeTest } from '../fakes/fake-parts.ts';

const page = readFileSync(new URL('../../docs/link-tests.md', import.meta.url), 'utf8');

test('docs/link-tests.md names every column of the CSV', () => {
  const columns = [testsCsv([]), seriesCsv(fakeTest.result)].flatMap((head) => head.trimEnd().split(','));
  expect(columns.length).toBeGreaterThan(20);
  expect(columns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
});
