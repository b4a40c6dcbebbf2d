import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/places.ts';

const notOurs = new Set(['.git', 'node_modules', 'dist', 'out', 'gen', 'fixtures']);

/** Every file we keep by hand, as paths from the root; generated files and recorded fixtures are not ours to shape. */
export const tree: readonly string[] = walk('');

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The TypeScript sources among them, tests included. */
export const typescriptFiles = tree.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));

/** A file's text; `path` is from the root. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
