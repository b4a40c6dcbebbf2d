import { expect, test } from 'vitest';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import { createChance } from './chance.ts';
import { createDisk, type VirtualDisk } from './disk.ts';
import { noFaults } from './ports.ts';

const seeds = Array.from({ length: 60 }, (_, at) => at);
const path = '/state/deep/er/journal';

/** A disk, and the files on it. */
function machine(seed: number) {
  const chance = createChance(seed, 'disk');
  const disk = createDisk(
    () => undefined,
    chance,
    () => undefined,
  );
  return { chance, disk, files: createFiles(noFaults, disk) };
}

const seen = (disk: VirtualDisk, at: string): string => disk.textOf(at) ?? 'nothing';

test('whatever files wrote is there after the power failed', async () => {
  for (const seed of seeds) {
    const { chance, disk, files } = machine(seed);
    await files.append('a', path, 'one\n');
    expect(disk.losePower(chance)).toBe(false);
    await files.append('a', path, 'two\n');
    await files.writeAtomic('w', `${path}.whole`, 'all');
    expect(disk.losePower(chance)).toBe(false);
    expect([seen(disk, path), seen(disk, `${path}.whole`)]).toEqual(['one\ntwo\n', 'all']);
    await files.remove('r', path);
    disk.losePower(chance);
    expect(seen(disk, path)).toBe('nothing');
  }
});

test('what was not synced is kept, lost, or torn', async () => {
  const left = new Set<string>();
  for (const seed of seeds) {
    const { chance, disk, files } = machine(seed);
    await files.append('a', path, 'old');
    const file = await disk.open(path, 'a');
    await file.writeFile('new');
    expect(seen(disk, path)).toBe('oldnew');
    disk.losePower(chance);
    left.add(seen(disk, path));
  }
  expect(left).toContain('old');
  expect(left).toContain('oldnew');
  expect(left.size).toBeGreaterThan(2);
});

test('a name that was not synced may be gone, with everything below it', async () => {
  const left = new Set<string>();
  for (const seed of seeds) {
    const { chance, disk } = machine(seed);
    await disk.mkdir('/a/b', { recursive: true, mode: 0o700 });
    const file = await disk.open('/a/b/c', 'w');
    await file.writeFile('text');
    await file.sync();
    disk.losePower(chance);
    left.add(`${disk.paths('/a').length} ${seen(disk, '/a/b/c')}`);
  }
  expect([...left].sort()).toEqual(['0 nothing', '1 nothing', '2 text']);
});

test('a full disk takes a part, and says so', async () => {
  const { disk, files } = machine(1);
  await files.append('a', path, 'old');
  disk.setFull(true);
  await expect(files.append('a', path, 'a longer line')).rejects.toThrow('ENOSPC');
  expect('olda longer line'.startsWith(seen(disk, path))).toBe(true);
  disk.setFull(false);
  await files.writeAtomic('w', path, 'new');
  expect(seen(disk, path)).toBe('new');
});
