import type { Rendering, TextFile } from '../format.ts';

/** Texts by path, as they shall be. */
export type Draft = ReadonlyMap<string, string>;

/** The first line of every file that we make. */
export const writtenByUs = '# Written by bondctl.';

/** True for a file that we made, whoever changed it since. */
export const isOurs = (text: string): boolean => text.startsWith(`${writtenByUs}\n`);

/** The files as they are. */
export const draftOf = (files: readonly TextFile[]): Draft =>
  new Map(files.map(({ path, text }) => [path, text]));

/** The draft with one text written, or without it. */
export function drafted(draft: Draft, path: string, text: string | null): Draft {
  const rest = [...draft].filter(([other]) => other !== path);
  return text === null ? new Map(rest) : new Map([...rest, [path, text]]);
}

/** What differs between the files and the draft. */
export function renderingOf(
  files: readonly TextFile[],
  draft: Draft,
  untilReboot: readonly string[] = [],
): Rendering {
  const before = draftOf(files);
  return {
    files: [...draft]
      .filter(([path, text]) => before.get(path) !== text)
      .map(([path, text]) => ({ path, text }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    removed: [...before.keys()].filter((path) => !draft.has(path)).sort(),
    untilReboot,
  };
}
