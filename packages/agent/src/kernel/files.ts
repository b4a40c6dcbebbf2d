import { mkdir, open, readdir, readFile, readlink, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Faults, Files } from './ports.ts';

const errno = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

// The kernel answers the last three where a file exists but has nothing to say (speed of a port that is down).
const nothingThere = new Set(['ENOENT', 'ENOTDIR', 'EINVAL', 'ENODEV', 'EOPNOTSUPP']);

async function orWhenMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (nothingThere.has(errno(thrown) ?? '')) return otherwise;
    throw thrown;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, flags: 'w' | 'a', text: string, mode: number): Promise<void> {
  const handle = await open(path, flags, mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The real files. Folders of our own are made on the way with mode 0700. `read` also answers undefined where the
 * kernel has a file with nothing to say. A new file's folder is synced too: a journal that exists only in the page
 * cache is no journal.
 */
export function createFiles(faults: Faults): Files {
  return {
    async read(label, path) {
      faults.reached(label);
      return await orWhenMissing<string | undefined>(readFile(path, 'utf8'), undefined);
    },
    async writeAtomic(label, path, text, mode = 0o600) {
      faults.reached(label);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const temporary = `${path}.new`;
      await writeSynced(temporary, 'w', text, mode);
      faults.reached(`${label}/rename`);
      await rename(temporary, path);
      await syncFolder(dirname(path));
    },
    async append(label, path, text) {
      faults.reached(label);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeSynced(path, 'a', text, 0o600);
      await syncFolder(dirname(path));
    },
    async list(label, folder) {
      faults.reached(label);
      return (await orWhenMissing(readdir(folder), [])).sort();
    },
    async remove(label, path) {
      faults.reached(label);
      await rm(path, { force: true });
      await orWhenMissing(syncFolder(dirname(path)), undefined);
    },
    async linkTargets(label, folder) {
      faults.reached(label);
      const names = await orWhenMissing(readdir(folder), []);
      // An open file may be closed between the listing and the look.
      return await Promise.all(names.map((name) => orWhenMissing(readlink(`${folder}/${name}`), '')));
    },
  };
}
