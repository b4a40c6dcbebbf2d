import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { exists, root } from './programs.ts';

const run = promisify(execFile);
const source = join(root, 'packages/dashboard');
const buildTimeoutMs = 300_000;
const mostOutputBytes = 16 * 1024 * 1024;
/** Less than a packet gains nothing. */
const leastBytes = 1400;
const compressible = /\.(html|js|css|svg|json|webmanifest|txt|map)$/;

/** Where the dashboard's files lie in a folder with our programs: beside the controller, which looks for them there. */
export const dashboardIn = (dist: string): string => join(dist, 'dashboard');

/**
 * Builds the dashboard into `dashboard` inside `dist`, with every file compressed beside itself for the controller to send.
 * Its own script `build` writes `packages/dashboard/dist`. Without that package there is nothing to build. Throws when it
 * does not build.
 */
export async function buildDashboard(dist: string): Promise<void> {
  const target = dashboardIn(dist);
  await rm(target, { recursive: true, force: true });
  if (!(await exists(join(source, 'package.json')))) return;
  const [program = '', ...args] = ['npm', 'run', 'build'];
  await run(program, args, { cwd: source, timeout: buildTimeoutMs, maxBuffer: mostOutputBytes });
  await cp(join(source, 'dist'), target, { recursive: true });
  await compressAll(target);
}

/** Every file below a folder, as paths inside it; none when there is no folder. In a fixed order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  if (!(await exists(folder))) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
}

/** Writes `NAME.br` and `NAME.gz` beside each file that becomes smaller by it. */
export async function compressAll(folder: string): Promise<void> {
  for (const name of await filesBelow(folder)) {
    const path = join(folder, name);
    const bytes = await readFile(path);
    if (!compressible.test(name) || bytes.length < leastBytes) continue;
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}
