// A disk that keeps what was synced. Everything else is in memory only, and a power loss keeps a part of it by chance.
import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../../packages/agent/src/kernel/files.ts';
import type { Chance } from './chance.ts';

/** A host's disk. */
export interface VirtualDisk extends Disk {
  /** The power fails: what was not synced may be gone. True when something is. */
  losePower(chance: Chance): boolean;
  /** While it is full nothing can be written. */
  setFull(full: boolean): void;
  /** The whole text of a file as programs see it. */
  textOf(path: string): string | undefined;
  /** Paths of all files below a folder, sorted. */
  paths(folder: string): readonly string[];
}

/** A file's content: as programs see it, and as it is on the platter. */
interface Content {
  text: string;
  synced: string;
}

type Names = Map<string, Content | 'folder'>;

/** A change of names in one folder that is not on the platter before that folder is synced. */
interface Change {
  readonly folder: string;
  readonly apply: (names: Names) => void;
}

interface Platter {
  names: Names;
  readonly lasting: Names;
  changes: Change[];
  isFull: boolean;
}

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** What programs may see besides files: texts of the kernel, by path. */
export type KernelTexts = (path: string) => string | undefined;

/** Told of what programs see in a file from now on, synced or not. */
export type OnSeen = (path: string, text: string) => void;

/** An empty disk. Its folders are `/` and whatever is made on it. */
export function createDisk(kernelTexts: KernelTexts, chance: Chance, onSeen: OnSeen): VirtualDisk {
  const platter: Platter = {
    names: new Map([['/', 'folder']]),
    lasting: new Map([['/', 'folder']]),
    changes: [],
    isFull: false,
  };
  const change = (folder: string, apply: Change['apply']) => {
    apply(platter.names);
    platter.changes.push({ folder, apply });
  };
  const contentOf = (path: string): Content => {
    const found = platter.names.get(path);
    if (found === undefined || found === 'folder') throw failure('ENOENT', path);
    return found;
  };
  return {
    async mkdir(path) {
      const missing = missingFolders(platter.names, path);
      for (const folder of missing) {
        if (platter.isFull) throw failure('ENOSPC', folder);
        change(dirname(folder), (names) => names.set(folder, 'folder'));
      }
      return missing[0];
    },
    async open(path, flags) {
      if (flags === 'r') return openFolder(platter, path);
      if (platter.names.get(dirname(path)) !== 'folder') throw failure('ENOENT', path);
      const content = platter.names.get(path) ?? { text: '', synced: '' };
      if (content === 'folder') throw failure('EISDIR', path);
      if (!platter.names.has(path)) change(dirname(path), (names) => names.set(path, content));
      if (flags === 'w') content.text = '';
      return openFile(platter, path, content, { chance, onSeen });
    },
    readFile: async (path) => kernelTexts(path) ?? contentOf(path).text,
    readdir: async (folder) => {
      if (platter.names.get(folder) !== 'folder') throw failure('ENOENT', folder);
      return [...platter.names.keys()]
        .filter((path) => path !== folder && dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1));
    },
    readlink: async (path) => {
      throw failure('ENOENT', path);
    },
    async rename(from, to) {
      const content = contentOf(from);
      change(dirname(to), (names) => {
        names.delete(from);
        names.set(to, content);
      });
      onSeen(to, content.text);
    },
    async rm(path) {
      if (platter.names.has(path)) change(dirname(path), (names) => names.delete(path));
    },
    losePower: (by) => losePower(platter, by),
    setFull: (full) => {
      platter.isFull = full;
    },
    textOf: (path) => {
      const found = platter.names.get(path);
      return found === 'folder' ? undefined : found?.text;
    },
    paths: (folder) => [...platter.names.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
  };
}

/** The folders on the way to `path` that are not there, from above. */
function missingFolders(names: Names, path: string): readonly string[] {
  if (names.get(path) === 'folder') return [];
  return [...missingFolders(names, dirname(path)), path];
}

/** An open folder: syncing it puts its names on the platter. */
function openFolder(platter: Platter, folder: string): DiskFile {
  if (platter.names.get(folder) !== 'folder') throw failure('ENOENT', folder);
  return {
    writeFile: async () => {
      throw failure('EISDIR', folder);
    },
    async sync() {
      for (const change of platter.changes) if (change.folder === folder) change.apply(platter.lasting);
      platter.changes = platter.changes.filter((change) => change.folder !== folder);
    },
    chmod: async () => undefined,
    close: async () => undefined,
  };
}

function openFile(
  platter: Platter,
  path: string,
  content: Content,
  { chance, onSeen }: { readonly chance: Chance; readonly onSeen: OnSeen },
): DiskFile {
  return {
    async writeFile(text) {
      if (!platter.isFull) {
        content.text += text;
        onSeen(path, content.text);
      } else {
        // A full disk takes what still fits.
        content.text += text.slice(0, chance.between(0, text.length - 1));
        throw failure('ENOSPC', path);
      }
    },
    chmod: async () => undefined,
    async sync() {
      content.synced = content.text;
    },
    close: async () => undefined,
  };
}

/** How much of something survives: often nothing or all of it, else a part from its beginning. */
function survivors(length: number, chance: Chance): number {
  return chance.pick([0, length, chance.between(0, length)]);
}

function losePower(platter: Platter, chance: Chance): boolean {
  const seen = new Map([...platter.names].map(([path, one]) => [path, one === 'folder' ? one : one.text]));
  for (const folder of new Set(platter.changes.map((change) => change.folder))) {
    const changes = platter.changes.filter((change) => change.folder === folder);
    for (const change of changes.slice(0, survivors(changes.length, chance))) change.apply(platter.lasting);
  }
  platter.changes = [];
  for (const path of [...platter.lasting.keys()])
    if (!isReachable(platter.lasting, path)) platter.lasting.delete(path);
  for (const content of new Set(platter.lasting.values()))
    if (content !== 'folder') surviveIn(content, chance);
  platter.names = new Map(platter.lasting);
  return [...seen].some(([path, text]) => {
    const now = platter.names.get(path);
    return now === undefined || (now !== 'folder' && now.text !== text);
  });
}

const isReachable = (names: Names, path: string): boolean =>
  path === '/' || (names.get(dirname(path)) === 'folder' && isReachable(names, dirname(path)));

function surviveIn(content: Content, chance: Chance): void {
  const { text, synced } = content;
  if (text === synced) return;
  const kept = text.startsWith(synced) ? synced.length : chance.happens(0.5) ? 0 : null;
  content.text = kept === null ? synced : text.slice(0, kept + survivors(text.length - kept, chance));
  content.synced = content.text;
}
