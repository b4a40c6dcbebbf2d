import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './places.ts';
import { runToEnd } from './spawn.ts';

const cache = join(root, 'out/promtool');
const places = ['/usr/bin/promtool', join(cache, 'promtool')];

/** Where the checker of rules and metrics lies; undefined until it was provided. */
export const promtoolPath = (): string | undefined => places.find((path) => existsSync(path));

const downloadTimeoutMs = 120_000;
const advice = 'Install promtool first: apt-get install --no-install-recommends prometheus';

/**
 * Takes promtool out of Debian's package, which would install a server and a service with it. Nothing is fetched where it is
 * there already; where it cannot be had, the sentence that says what to type.
 */
export async function providePromtool(say: (line: string) => void): Promise<string | undefined> {
  if (promtoolPath() !== undefined) return undefined;
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, '.deb-'));
  try {
    say("Fetching promtool out of Debian's package prometheus ...");
    const failure = (await download(scratch)) ?? (await unpack(scratch));
    return failure === undefined ? undefined : `${advice}\n${failure}`;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A fresh computer has no lists of packages yet; only root can fetch them. */
async function download(folder: string): Promise<string | undefined> {
  const fetch = () => run(folder, 'apt-get', 'download', '-o', 'APT::Sandbox::User=root', 'prometheus');
  const failure = await fetch();
  if (failure === undefined || process.getuid?.() !== 0) return failure;
  return (await run(folder, 'apt-get', 'update')) ?? (await fetch());
}

async function unpack(folder: string): Promise<string | undefined> {
  const [deb = ''] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  const failure = await run(folder, 'dpkg-deb', '--extract', deb, 'root');
  if (failure === undefined) await rename(join(folder, 'root/usr/bin/promtool'), join(cache, 'promtool'));
  return failure;
}

async function run(cwd: string, ...command: [string, ...string[]]): Promise<string | undefined> {
  const { code, output } = await runToEnd(command, {
    timeoutMs: downloadTimeoutMs,
    env: { LC_ALL: 'C' },
    cwd,
  });
  return code === 0 ? undefined : output;
}
