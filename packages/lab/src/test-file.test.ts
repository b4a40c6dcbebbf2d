import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHeader } from './test-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-header-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function headerOf(line: string) {
  const file = join(folder, 'one.lab.ts');
  await writeFile(file, `${line}\n`);
  return readHeader(file);
}

test('a topology file is looked for beside the test, not where the tests are started', async () => {
  await writeFile(join(folder, 'lone.json'), JSON.stringify({ hosts: [{ name: 'lone', nics: [] }] }));
  const { topology } = await headerOf('// lab: --topology lone.json --timeout 60');
  expect(topology.hosts.map(({ name }) => name)).toEqual(['lone']);
});

test('a topology file that is not there is named with its whole path', async () => {
  await expect(headerOf('// lab: --topology lone.json')).rejects.toThrow(
    `${folder}/lone.json cannot be read`,
  );
});

test('a file without a header is refused', async () => {
  await expect(headerOf('// nothing')).rejects.toThrow('has no line "// lab: OPTIONS"');
});
