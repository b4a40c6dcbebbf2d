/** The lab's launcher as people start it, and what a run may leave on this machine. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const repository = join(import.meta.dirname, '..', '..');
/** The arguments of node that start the launcher. */
export const launcher = [
  '--import',
  join(repository, 'node_modules/tsx/dist/loader.mjs'),
  join(repository, 'packages/lab/src/main.ts'),
];

/** What a launcher left. */
export type Left = { code: number | null; signal: NodeJS.Signals | null; stdout: Buffer; stderr: string };

/** A launcher that runs; `saidBy` waits until its stdout has a text. */
export type Running = { pid: number; saidBy: (text: string) => Promise<string>; left: Promise<Left> };

/** A temporary folder that this run of the tests looks for run folders in, apart from those of other labs. */
export const ownTemporary = (): string => mkdtempSync(join(tmpdir(), 'lab-outside-'));

/** A folder with a git repository of its own, whose status nobody else changes while the tests run. */
export function ownRepository(parent: string): string {
  const folder = join(parent, 'repository');
  spawnSync('git', ['init', '-q', folder]);
  return folder;
}

/** Starts `lab ARGS`; PWD in `env` is the folder it starts in. */
export function startLab(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [...launcher, ...args], {
    cwd: env['PWD'] ?? repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const left = new Promise<Left>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(stdout), stderr });
    });
  });
  const saidBy = async (text: string): Promise<string> => {
    await until(
      () => Buffer.concat(stdout).toString().includes(text),
      `the lab never said ${text}: ${stderr}`,
    );
    return Buffer.concat(stdout).toString();
  };
  return { pid: child.pid ?? 0, saidBy, left };
}

/** Runs `lab ARGS` to its end. */
export const lab = (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Left> =>
  startLab(args, env).left;

/** Waits for something that must come within half a minute. */
export async function until(check: () => boolean, otherwise: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!check()) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await sleep(50);
  }
}

/** The processes whose command line or environment carries a lab id. */
export function processesOf(id: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => ['cmdline', 'environ'].some((file) => read(`/proc/${pid}/${file}`).includes(id)))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`);
}

/** What a run could leave behind, besides processes: interfaces, mounts, changes in repositories, run folders. */
export function traces(temporary: string): Traces {
  const changes = ['status', '--porcelain', '--ignored'];
  const git = (where: string, ...paths: string[]) =>
    spawnSync('git', [...changes, '--', ...paths], { cwd: where, encoding: 'utf8' }).stdout;
  return {
    interfaces: readdirSync('/sys/class/net').sort(),
    mounts: read('/proc/self/mountinfo').split('\n'),
    changes: git(join(temporary, 'repository')) + git(repository, 'packages/lab', 'test/lab-outside', 'out'),
    folders: readdirSync(temporary).sort(),
  };
}

type Traces = { interfaces: string[]; mounts: string[]; changes: string; folders: string[] };

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
