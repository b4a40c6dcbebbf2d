import { readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Faults, Files } from './ports.ts';

/** One open file. */
export interface DiskFile {
  writeFile(text: string): Promise<void>;
  /** Whatever the process's mask takes from new files. */
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What files are made of: so much of `node:fs/promises` as they need. What is not synced may be gone after a power loss. */
export interface Disk {
  /** Answers with the uppermost folder that had to be made. */
  mkdir(
    path: string,
    options: { readonly recursive: true; readonly mode: number },
  ): Promise<string | undefined>;
  open(path: string, flags: 'r' | 'w' | 'a', mode?: number): Promise<DiskFile>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  readdir(folder: string): Promise<string[]>;
  readlink(path: string): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { readonly force: true }): Promise<void>;
}

/**
 * Texts that the kernel makes out of its memory without ever waiting: read on the spot, which takes a tenth of the trips to
 * another thread that a file on a disk needs. Those of the driver that wait while the network is being changed are left out.
 */
const neverWaits =
  /^\/sys\/class\/net\/[^/]+\/((statistics|bonding|bonding_slave)\/(?!slaves$|queue_id$)|carrier_changes$)|^\/proc\/((uptime|stat|net\/(snmp|netstat|softnet_stat))$|net\/bonding\/)/;

const machineDisk: Disk = {
  ...fs,
  readFile: async (path, encoding) =>
    neverWaits.test(path) ? readFileSync(path, encoding) : await fs.readFile(path, encoding),
};

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

async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder of our own, and those above it; a new one's name is on disk when it resolves. */
async function makeFolder(disk: Disk, folder: string): Promise<void> {
  const first = await disk.mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made))
    await syncFolder(disk, dirname(made));
}

async function writeSynced(
  disk: Disk,
  path: string,
  flags: 'w' | 'a',
  text: string,
  mode: number,
): Promise<void> {
  const handle = await disk.open(path, flags, mode);
  try {
    if (flags === 'w') await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name that no program takes for a configuration file, should it be left behind. */
const hiddenBeside = (path: string): string => join(dirname(path), `.${basename(path)}.new`);

/**
 * The real files. Folders of our own are made on the way with mode 0700. `read` also answers undefined where the
 * kernel has a file with nothing to say. A new file's folder is synced too: a journal that exists only in the page
 * cache is no journal. `disk` is the machine's own where not given.
 */
export function createFiles(faults: Faults, disk: Disk = machineDisk): Files {
  return {
    async read(label, path) {
      faults.reached(label);
      return await orWhenMissing<string | undefined>(disk.readFile(path, 'utf8'), undefined);
    },
    async writeAtomic(label, path, text, mode = 0o600) {
      faults.reached(label);
      await makeFolder(disk, dirname(path));
      const temporary = hiddenBeside(path);
      await writeSynced(disk, temporary, 'w', text, mode);
      faults.reached(`${label}/rename`);
      await disk.rename(temporary, path);
      await syncFolder(disk, dirname(path));
    },
    async append(label, path, text) {
      faults.reached(label);
      await makeFolder(disk, dirname(path));
      await writeSynced(disk, path, 'a', text, 0o600);
      await syncFolder(disk, dirname(path));
    },
    async list(label, folder) {
      faults.reached(label);
      return (await orWhenMissing(disk.readdir(folder), [])).sort();
    },
    async remove(label, path) {
      faults.reached(label);
      await disk.rm(path, { force: true });
      await orWhenMissing(syncFolder(disk, dirname(path)), undefined);
    },
    async linkTargets(label, folder) {
      faults.reached(label);
      const names = await orWhenMissing(disk.readdir(folder), []);
      // An open file may be closed between the listing and the look.
      return await Promise.all(names.map((name) => orWhenMissing(disk.readlink(`${folder}/${name}`), '')));
    },
  };
}
