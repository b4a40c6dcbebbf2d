import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { root } from '../run/places.ts';

const eslint = new ESLint({ cwd: root });
const pureFile = `${root}/packages/proto/src/model/result.ts`;
const shellFile = `${root}/test/run/spawn.ts`;

/** Names of the rules that a text breaks at a place. */
async function broken(text: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

const impure = [
  'export const at = Date.now();',
  'export const at = new Date();',
  'export const at = performance.now();',
  'export const luck = Math.random();',
  'export const luck = crypto.randomUUID();',
  'export const later = setTimeout(() => 1, 5);',
  'export const often = setInterval(() => 1, 5);',
  'export const home = process.env;',
  'export const at = globalThis.Date;',
  'console.log(1); export {};',
];

// The first text waits until all types are read.
describe('pure files', { timeout: 120_000 }, () => {
  test.each(impure)('refuse %s', async (text) => {
    expect(await broken(text, pureFile)).toContainEqual(expect.stringMatching(/^no-restricted-/));
    expect(await broken(text, shellFile)).toEqual([]);
  });

  test('and so does what a page of the dashboard shows', async () => {
    const look = `${root}/packages/dashboard/src/look/age.ts`;
    expect(await broken('export const at = Date.now();', look)).toEqual(['no-restricted-globals']);
  });

  test('wait for nothing and load nothing', async () => {
    const text = 'export async function f() { await Promise.resolve(); return import("node:fs"); }';
    expect(await broken(text, pureFile)).toEqual(['no-restricted-syntax', 'no-restricted-syntax']);
  });
});

test.each(['document.title', 'localStorage.length', 'location.href', 'fetch("/")'])(
  'a part of the dashboard has no %s: main wires the one window there is',
  async (text) => {
    const part = `${root}/packages/dashboard/src/parts/age.tsx`;
    const main = `${root}/packages/dashboard/src/main.tsx`;
    expect(await broken(`export const it = ${text};`, part)).toEqual(['no-restricted-globals']);
    expect(await broken(`export const it = ${text};`, main)).toEqual([]);
  },
);
