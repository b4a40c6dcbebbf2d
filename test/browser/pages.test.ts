import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages, pictures } from './pages.ts';
import { complaintsOf, openBrowser, type Visit } from './visit.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-pages-'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a document from a file, as whoever got it does. */
async function opened(file: string, text: string, visit: Visit = {}): Promise<readonly string[]> {
  const path = join(folder, file);
  await writeFile(path, text);
  return await complaintsOf(browser, pathToFileURL(path).href, visit);
}

const shotsIn = process.env['PAGE_SHOTS'];
const shotsOf = (name: string) => (shotsIn === undefined ? undefined : join(shotsIn, name));

test.each(Object.entries(pages))('the page of %s is quiet, whole and legible', async (name, text) => {
  expect(await opened('page.html', text, { shots: shotsOf(name) })).toEqual([]);
});

test.each(Object.entries(pictures))('the picture of %s is quiet, whole and legible', async (name, text) => {
  expect(await opened('picture.svg', text, { shots: shotsOf(`picture ${name}`), widths: [1280] })).toEqual(
    [],
  );
});

test.each(Object.entries(pages).filter(([name]) => name.includes('hostile')))(
  'the page of %s is as harmless without its policy',
  async (_name, text) => {
    expect(await opened('hostile.html', text, { bypassCSP: true, widths: [1280] })).toEqual([]);
  },
);

const wrong = `<!doctype html><html lang="en"><head><title>wrong</title></head><body><main><h1>Wrong</h1>
<script>console.error('said'); alert('shown'); throw new Error('thrown')</script>
<img alt="" src="elsewhere.png"><p style="color:#aaa">pale</p><div style="width:500px">wide</div>
<svg role="img" aria-label="x" width="100" height="50"><rect width="100" height="50" fill="#fff"/>
<text x="60" y="20" fill="#ddd">outside</text><text x="62" y="20" font-size="5">on it</text></svg></main></body></html>`;

test('whatever may be wrong with a page is seen', async () => {
  const complaints = await opened('wrong.html', wrong);
  for (const said of [
    'console: said',
    'dialog: shown',
    'error: thrown',
    /^request: file:.*elsewhere\.png$/,
    /^the page is \d+ wide in a window of 390 \(light 390, dark 390\)$/,
    /^color-contrast: <p/,
    '"outside" is cut off by its picture',
    /^"outside" has a contrast of 1/,
    '"on it" is 5.0 pixels high',
    '"outside" and "on it" overlap',
  ])
    expect(complaints).toContainEqual(expect.stringMatching(said));
});
