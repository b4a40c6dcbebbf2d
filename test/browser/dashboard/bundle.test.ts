import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDashboard } from '@bondctl/dashboard/build';
import { afterAll, beforeAll, expect, test } from 'vitest';

const mostBytes = 120 * 1024;
let folder: string;
let files: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-bundle-'));
  await buildDashboard(folder);
  files = (await readdir(folder, { recursive: true })).sort();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const isCode = (name: string) => /\.(js|css)$/.test(name);

test('all of the dashboard fits into 120 KB, packed', async () => {
  const code = files.filter(isCode);
  expect(code.length).toBeGreaterThan(1);
  const sizes = await Promise.all(
    code.map(async (name) => gzipSync(await readFile(join(folder, name)), { level: 9 }).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});

test('the page names nothing outside, and runs nothing that stands in it', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/(src|href)="(?!\/)/);
  expect(html).not.toMatch(/(src|href)="\/\//);
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
  expect(html).not.toMatch(/<style|style=/);
});

test('every file but the entry carries a digest in its name', () => {
  const code = files.filter(isCode);
  expect(code.length).toBeGreaterThan(1);
  expect(code.filter((name) => !/-[\w-]{8}\.(js|css)$/.test(name))).toEqual([]);
});
