import type { Files } from '../../packages/agent/src/kernel/ports.ts';

/** Files of one agent that never touch a disk. */
export function memoryFiles(): Files {
  const texts = new Map<string, string>();
  return {
    read: async (_label, path) => texts.get(path),
    writeAtomic: async (_label, path, text) => void texts.set(path, text),
    append: async (_label, path, text) => void texts.set(path, (texts.get(path) ?? '') + text),
    list: async (_label, folder) =>
      [...texts.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .filter((name) => !name.includes('/'))
        .toSorted(),
    remove: async (_label, path) => void texts.delete(path),
    linkTargets: async () => [],
  };
}
