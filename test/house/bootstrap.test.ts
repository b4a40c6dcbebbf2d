import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../run/places.ts';

/** Stands in for npx: notes that it was asked, talks on stdout as the real one does, and lays what an install lays. */
const installer = `#!/bin/sh
echo "$* loglevel=\${npm_config_loglevel-unset} ci=$CI" >>installs
echo "Progress: resolved 1"
sleep 0.2
[ ! -f broken ] || exit 3
mkdir -p node_modules/tsx/dist
: >node_modules/tsx/dist/loader.mjs
`;

const program = `
process.on('SIGTERM', () => process.exit(9));
console.log(JSON.stringify(process.argv.slice(2)));
if (process.argv[2] === 'wait') setInterval(() => {}, 1000);
else process.exitCode = 7;
`;

let clone: string;
let path: string;

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'bondctl-clone-'));
  path = `${join(clone, 'bin')}:${process.env['PATH']}`;
  await Promise.all(
    ['bin', 'test', 'packages/one'].map((folder) => mkdir(join(clone, folder), { recursive: true })),
  );
  await copyFile(join(root, 'test/with-pnpm.sh'), join(clone, 'test/with-pnpm.sh'));
  await writeFile(join(clone, 'bin/npx'), installer, { mode: 0o755 });
  await writeFile(join(clone, 'program.mjs'), program);
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'packages/one/package.json']) {
    await writeFile(join(clone, name), `${name}\n`);
  }
});

afterEach(() => rm(clone, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcess =>
  spawn('/bin/sh', [join(clone, 'test/with-pnpm.sh'), 'program.mjs', ...args], {
    env: { ...process.env, PATH: path, npm_config_loglevel: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function finish(child: ChildProcess): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const ended = once(child, 'close');
  if (child.stdout === null || child.stderr === null) throw new Error('the child has no pipes');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as unknown[];
  return { code, stdout, stderr };
}

const installs = async () => (await readFile(join(clone, 'installs'), 'utf8')).trimEnd().split('\n');

describe('test/with-pnpm.sh', () => {
  test('the first run installs, and stdout and the exit code are the program’s alone', async () => {
    const { code, stdout, stderr } = await finish(start('a', 'b  c', '*'));
    expect({ code, stdout }).toEqual({ code: 7, stdout: '["a","b  c","*"]\n' });
    expect(stderr).toContain('Progress');
    expect(await installs()).toEqual([
      expect.stringMatching(/^--yes pnpm@10\.\S+ install --frozen-lockfile loglevel=unset ci=true$/),
    ]);
  });

  test('the second run starts at once and prints nothing of its own', async () => {
    await finish(start());
    expect(await finish(start())).toEqual({ code: 7, stdout: '[]\n', stderr: '' });
    expect(await installs()).toHaveLength(1);
  });

  test.each(['pnpm-lock.yaml', 'packages/one/package.json'])('a changed %s installs again', async (name) => {
    await finish(start());
    await appendFile(join(clone, name), 'more\n');
    await finish(start());
    expect(await installs()).toHaveLength(2);
  });

  test('two at once install once', async () => {
    const both = await Promise.all([finish(start('1')), finish(start('2'))]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(await installs()).toHaveLength(1);
  });

  test('an install that fails starts nothing, and the next run tries again', async () => {
    await writeFile(join(clone, 'broken'), '');
    expect(await finish(start())).toMatchObject({ code: 3, stdout: '' });
    await rm(join(clone, 'broken'));
    expect(await finish(start())).toMatchObject({ code: 7 });
    expect(await installs()).toHaveLength(2);
  });

  test('a signal to the shell is a signal to the program', async () => {
    await finish(start());
    const child = start('wait');
    const result = finish(child);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    expect((await result).code).toBe(9);
  });

  test('without a compiler, a user who is not root is told what to install', async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const compiles = major < 22 || (major === 22 && minor < 14);
    for (const tool of ['sh', 'cat', 'cksum', 'dirname', 'flock', 'uname', 'mkdir', 'sleep']) {
      await symlink(await which(tool), join(clone, 'bin', tool));
    }
    await symlink(process.execPath, join(clone, 'bin/node'));
    await writeFile(join(clone, 'bin/id'), '#!/bin/sh\necho 1000\n', { mode: 0o755 });
    path = join(clone, 'bin');
    const { code, stderr } = await finish(start());
    expect(code).toBe(compiles ? 1 : 7);
    expect(stderr.includes('apt-get install python3 make g++')).toBe(compiles);
  });
});

async function which(tool: string): Promise<string> {
  const { stdout } = await finish(
    spawn('/bin/sh', ['-c', `command -v ${tool}`], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  return stdout.trim();
}
