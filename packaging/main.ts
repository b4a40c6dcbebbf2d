import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { buildDeb } from './deb.ts';
import { agentPackage, controllerPackage } from './packages.ts';
import { buildPrograms, exists, root } from './programs.ts';

const run = promisify(execFile);
const gitTimeoutMs = 10_000;

/** Time stamp of everything in a package: the caller's, else the last commit's, else the epoch. */
async function sourceDate(): Promise<number> {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && /^\d+$/.test(given)) return Number(given);
  const log = await run('git', ['log', '-1', '--format=%ct'], { cwd: root, timeout: gitTimeoutMs }).catch(
    () => undefined,
  );
  return Number(log?.stdout.trim() ?? 0);
}

async function say(path: string): Promise<void> {
  const { size } = await stat(path);
  process.stdout.write(`${relative(root, path)} ${Math.ceil(size / 1024)} KB\n`);
}

const dist = join(root, 'dist');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
for (const { path } of await buildPrograms(dist, version)) await say(path);

if (await exists('/usr/bin/dpkg-deb')) {
  // A package of an older version beside the new one would make `apt-get install ./bondctl-agent_*.deb` ambiguous.
  for (const name of await readdir(dist)) if (name.endsWith('.deb')) await rm(join(dist, name));
  const epoch = await sourceDate();
  for (const make of [agentPackage, controllerPackage])
    await say(await buildDeb(await make(dist, version), dist, epoch));
} else {
  process.stderr.write('No .deb was built: dpkg-deb is on Debian and its relatives only.\n');
}
