import type { Rendering, TextFile } from './format.ts';

/** Files by path while they are changed. */
export type FileSet = ReadonlyMap<string, string>;

/** The first line of files that are ours alone: such a file goes when what it described goes. */
export const ourLine = '# Written by bondctl.';

/** True for a text that begins with our line. */
export const isOurs = (text: string): boolean => text.startsWith(`${ourLine}\n`);

/** The files by path. */
export const fileSet = (files: readonly TextFile[]): FileSet =>
  new Map(files.map(({ path, text }) => [path, text]));

/** The set with one file as it shall be, or without it. */
export function withFile(set: FileSet, path: string, text: string | null): FileSet {
  const rest = new Map(set);
  rest.delete(path);
  return text === null ? rest : rest.set(path, text);
}

/** The files of a set that differ from what is there, and the paths that are gone. */
export const renderingOf = (
  before: readonly TextFile[],
  after: FileSet,
  untilReboot: readonly string[] = [],
): Rendering => ({
  files: [...after]
    .filter(([path, text]) => !before.some((one) => one.path === path && one.text === text))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1)),
  removed: before
    .map((one) => one.path)
    .filter((path) => !after.has(path))
    .sort(),
  untilReboot: [...new Set(untilReboot)],
});
