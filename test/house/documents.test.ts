import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../run/places.ts';
import { textOf, tree } from './tree.ts';

const documents = tree.filter((path) => path.endsWith('.md'));
const link = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const elsewhere = /^([a-z][a-z+.-]*:|#)/;

/** Relative links of a document that lead nowhere. */
function brokenLinks(path: string, text: string): string[] {
  return [...text.matchAll(link)]
    .map((match) => match[1] ?? '')
    .filter((target) => !elsewhere.test(target))
    .filter(
      (target) => !existsSync(join(root, dirname(path), decodeURIComponent(target.replace(/#.*$/, '')))),
    )
    .map((target) => `${path}: ${target}`);
}

/** Names of the `npm run` scripts (and `npm test`) that a text speaks of. */
function scriptsIn(text: string): string[] {
  const named = [...text.matchAll(/\bnpm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(
    (match) => match[1] ?? '',
  );
  return /\bnpm test\b/.test(text) ? ['test', ...named] : named;
}

test('every relative link in every document resolves', () => {
  expect(documents.length).toBeGreaterThan(2);
  expect(documents.flatMap((path) => brokenLinks(path, textOf(path)))).toEqual([]);
});

test('a link that leads nowhere is seen, and others are left alone', () => {
  const text = '[a](gone.md) [b](package.json) ![c](gone.svg#x) [d](https://example.org) [e](#below)';
  expect(brokenLinks('README.md', text)).toEqual(['README.md: gone.md', 'README.md: gone.svg#x']);
});

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const unknown = documents.flatMap((path) =>
    scriptsIn(textOf(path))
      .filter((name) => scripts[name] === undefined)
      .map((name) => `${path}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('the README names the two commands', () => {
  expect(scriptsIn(textOf('README.md'))).toEqual(expect.arrayContaining(['test', 'demo']));
});

test('every script runs a file that exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((command) => command.match(/[\w./-]+\.(ts|sh)\b/g) ?? []);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
