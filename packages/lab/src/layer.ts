/** Debian packages as a folder that a machine lays over its root: nothing is installed on this computer. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from './program.ts';

/** On a merged /usr these are links, and a folder in an upper layer would hide what they lead to. */
const MERGED = ['bin', 'sbin', 'lib'];

/**
 * Downloads packages and unpacks them, without running their scripts, into a folder below `cache`; where that was done
 * before, nothing is fetched. Throws with what apt said.
 */
export function packageLayer(packages: readonly string[], cache: string): string {
  const target = join(cache, packages.join('+'));
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, '.layer-'));
  try {
    unpackInto(scratch, packages);
    renameSync(join(scratch, 'root'), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return target;
}

function unpackInto(scratch: string, packages: readonly string[]): void {
  download(scratch, packages);
  const root = join(scratch, 'root');
  for (const file of readdirSync(scratch).filter((name) => name.endsWith('.deb')))
    must(['dpkg-deb', '--extract', file, root], scratch);
  for (const name of MERGED.filter((one) => existsSync(join(root, one)))) {
    cpSync(join(root, name), join(root, 'usr', name), { recursive: true, verbatimSymlinks: true });
    rmSync(join(root, name), { recursive: true });
  }
}

/** A fresh computer has no lists of packages yet; only root can fetch them. */
function download(folder: string, packages: readonly string[]): void {
  const command = ['apt-get', 'download', '-o', 'APT::Sandbox::User=root', ...packages];
  if (failureOf(command, folder) === undefined) return;
  if (process.getuid?.() === 0) must(['apt-get', 'update'], folder);
  must(command, folder);
}

function must(command: readonly string[], cwd: string): void {
  const failure = failureOf(command, cwd);
  if (failure !== undefined) throw new Error(`${command.join(' ')} failed: ${failure}`);
}
