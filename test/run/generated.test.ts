import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generatedFailure } from './generated.ts';

let tree: string;

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'bondctl-tree-'));
  await mkdir(join(tree, 'packages/one/node_modules'), { recursive: true });
  await writeFile(join(tree, 'packages/one/codec.js'), 'old');
});

afterEach(() => rm(tree, { recursive: true, force: true }));

const writes =
  (files: Record<string, string>) =>
  async (copy: string): Promise<undefined> => {
    for (const [path, text] of Object.entries(files)) await writeFile(join(copy, path), text);
  };

test('fresh files are nothing to speak of', async () => {
  expect(await generatedFailure(tree, writes({ 'packages/one/codec.js': 'old' }))).toBeUndefined();
});

test('a stale and an uncommitted file are named, and the tree is left alone', async () => {
  const failure = await generatedFailure(
    tree,
    writes({ 'packages/one/codec.js': 'new', 'packages/one/more.js': '' }),
  );
  expect(failure).toContain('packages/one/codec.js is not what its sources generate');
  expect(failure).toContain('packages/one/more.js is generated but not committed');
  expect(failure).toContain('npm run generate');
  expect(await readFile(join(tree, 'packages/one/codec.js'), 'utf8')).toBe('old');
});

test('a file that is no longer generated is named', async () => {
  const failure = await generatedFailure(tree, async (copy) => {
    await rm(join(copy, 'packages/one/codec.js'));
    return undefined;
  });
  expect(failure).toContain('packages/one/codec.js is no longer generated');
});

test('a generator that fails is the failure', async () => {
  expect(await generatedFailure(tree, async () => 'no compiler')).toBe('no compiler');
});
