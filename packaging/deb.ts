import { execFile } from 'node:child_process';
import { chmod, copyFile, lutimes, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeoutMs = 60_000;

/** One file of a package, by its absolute path on the host it is installed on. */
export type Content = { path: string; mode: number } & (
  | { from: string }
  | { text: string }
  | { linkTo: string }
);

/** A Debian package: what its control file says, what it holds, and its maintainer scripts. */
export type Deb = {
  name: string;
  version: string;
  architecture: string;
  depends: readonly string[];
  summary: string;
  description: string;
  contents: readonly Content[];
  /** Absolute paths the administrator may edit; an upgrade asks before it replaces them. */
  conffiles: readonly string[];
  scripts: Readonly<Record<string, string>>;
};

/**
 * Builds the package into `folder` and returns its path. The same inputs give the same bytes: every time stamp is
 * `epochSeconds`, every owner root.
 */
export async function buildDeb(deb: Deb, folder: string, epochSeconds: number): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), `${deb.name}-`));
  const target = join(folder, `${deb.name}_${deb.version}_${deb.architecture}.deb`);
  try {
    await chmod(tree, 0o755);
    for (const content of deb.contents) await lay(tree, content);
    await layControl(tree, deb);
    await stampAll(tree, epochSeconds);
    const command = ['--root-owner-group', '-Zxz', '--build', tree, target];
    await run('dpkg-deb', command, {
      timeout: timeoutMs,
      env: { ...process.env, LC_ALL: 'C', SOURCE_DATE_EPOCH: String(epochSeconds) },
    });
    return target;
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

async function lay(tree: string, content: Content): Promise<void> {
  const path = join(tree, content.path);
  await makeFolder(dirname(path));
  if ('linkTo' in content) return symlink(content.linkTo, path);
  if ('from' in content) await copyFile(content.from, path);
  else await writeFile(path, content.text);
  await chmod(path, content.mode);
}

async function layControl(tree: string, deb: Deb): Promise<void> {
  const folder = join(tree, 'DEBIAN');
  await makeFolder(folder);
  const files: Record<string, string> = { control: control(deb), ...deb.scripts };
  if (deb.conffiles.length > 0) files['conffiles'] = deb.conffiles.map((path) => `${path}\n`).join('');
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
    await chmod(join(folder, name), name in deb.scripts ? 0o755 : 0o644);
  }
}

function control(deb: Deb): string {
  const lines = [
    `Package: ${deb.name}`,
    `Version: ${deb.version}`,
    `Architecture: ${deb.architecture}`,
    'Maintainer: The bondctl developers <bondctl@localhost>',
    'Section: net',
    'Priority: optional',
    `Depends: ${deb.depends.join(', ')}`,
    `Description: ${deb.summary}`,
    ...deb.description.split('\n').map((line) => ` ${line === '' ? '.' : line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** mkdir obeys the caller's umask, and a package's folders must not. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  for (let at = folder; first !== undefined && at.length >= first.length; at = dirname(at))
    await chmod(at, 0o755);
}

async function stampAll(path: string, epochSeconds: number): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await stampAll(inner, epochSeconds);
    else await lutimes(inner, epochSeconds, epochSeconds);
  }
  await lutimes(path, epochSeconds, epochSeconds);
}
