import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.ts';
import { runToEnd } from './spawn.ts';

const generator = 'packages/proto/generate.ts';
const timeoutMs = 120_000;
const notCopied = new Set(['.git', 'dist', 'out']);

/**
 * Generates everything again in a copy of the tree and compares the two byte for byte. Undefined when nothing differs,
 * else one line per file. The tree itself is not touched.
 */
export async function generatedFailure(tree = root, command = generate): Promise<string | undefined> {
  const copy = await mkdtemp(join(tmpdir(), 'bondctl-fresh-'));
  try {
    await copyTree(tree, copy);
    const before = await contents(copy);
    const failure = await command(copy);
    if (failure !== undefined) return failure;
    const stale = differences(before, await contents(copy));
    return stale.length === 0
      ? undefined
      : [...stale, 'Run `npm run generate` and commit what it wrote.'].join('\n');
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function generate(copy: string): Promise<string | undefined> {
  const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
  const { code, output } = await runToEnd([process.execPath, '--import', loader, generator], {
    timeoutMs,
    cwd: copy,
  });
  return code === 0 ? undefined : `${generator} exited ${code}\n${output}`;
}

/** Dependencies are reached through links: only what is ours is copied. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name === 'node_modules') await symlink(source, target);
    else if (entry.isDirectory() && !notCopied.has(entry.name)) await copyTree(source, target);
    else if (entry.isFile()) await copyFile(source, target);
  }
}

async function contents(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const walk = async (at: string): Promise<void> => {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.set(path, await readFile(join(folder, path)));
    }
  };
  await walk('');
  return files;
}

function differences(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, fresh] = [before.get(path), after.get(path)];
    if (old === undefined) return [`${path} is generated but not committed`];
    if (fresh === undefined) return [`${path} is no longer generated`];
    return old.equals(fresh) ? [] : [`${path} is not what its sources generate`];
  });
}
