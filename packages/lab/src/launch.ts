/** Starts the processes of a run, waits until every one of them is gone, and says how it ended. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SEARCH_PATH } from './backend.ts';
import { type Job, writeJob } from './job.ts';
import type { RunFolder } from './run-folder.ts';
import { type GuestSize, type Runnable, startCommand } from './start.ts';

/** Where the command's output goes: into streams, or straight to the caller's terminal. */
export type Streams = { readonly stdout: Writable; readonly stderr: Writable } | 'terminal';

/** When a run is ended from outside. */
export type Limits = { readonly timeoutMs: number; readonly signal?: AbortSignal };

/** Everything that a run needs. */
export type Launch = {
  readonly backend: Runnable;
  readonly folder: RunFolder;
  readonly job: Omit<Job, 'terminal'>;
  readonly size: GuestSize;
  readonly limits: Limits;
  readonly streams: Streams;
};

/** How a run ended. `code` is what the launcher exits with. */
export type LabEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'timedOut'; readonly code: 124 }
  | { readonly kind: 'broken'; readonly code: 125; readonly why: string }
  | { readonly kind: 'refused'; readonly code: 77; readonly why: string }
  | { readonly kind: 'interrupted'; readonly code: 130 };

type Early = 'timedOut' | 'interrupted';

/** A plain user's guest gets this long to end its own processes; then the whole group is killed. */
const TERM_GRACE_MS = 800;
/** After a kill the kernel needs a moment to take everything down. */
const GONE_WITHIN_MS = 5_000;
const KERNEL_LOG_LINES = 30;

/** Runs a launch to its end; when it returns, no process of the run is left. */
export async function launch(run: Launch): Promise<LabEnd> {
  const terminal = run.streams === 'terminal';
  writeJob(run.folder, { ...run.job, terminal: terminal ? terminalWords() : '' });
  const restore = terminal ? terminalKeeper() : () => undefined;
  const child = start(run, terminal);
  const gone = allGone(child, run.streams);
  const early = await firstOf(gone, run.limits);
  if (early !== undefined) {
    await stop(child, run.backend);
    await Promise.race([gone, sleep(GONE_WITHIN_MS, undefined, { ref: false })]);
  }
  restore();
  if (early === undefined) return endOf(run.folder);
  return early === 'timedOut' ? { kind: 'timedOut', code: 124 } : { kind: 'interrupted', code: 130 };
}

/** The processors that this process may use. */
export function allowedCpus(): number[] {
  const list = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
}

function start({ backend, folder, size }: Launch, terminal: boolean): ChildProcess {
  const [program = '', ...args] = startCommand(backend, folder, size, terminal);
  const kernelLog = openSync(join(folder.base, 'kernel.log'), 'w');
  const plain = terminal ? 'inherit' : 'pipe';
  try {
    return spawn(program, args, {
      // Fd 4 is the life line: its other end closes when the last process of the run is gone.
      stdio: [terminal ? 'inherit' : 'ignore', plain, plain, kernelLog, 'pipe'],
      detached: true,
      cwd: '/',
      env: environment(backend, folder),
    });
  } finally {
    closeSync(kernelLog);
  }
}

function environment(backend: Runnable, folder: RunFolder): Record<string, string> {
  const strict = backend.kind === 'uml' && backend.cage === 'strict';
  const memory = strict || !existsSync('/dev/shm') ? folder.memory : '/dev/shm';
  return {
    PATH: SEARCH_PATH.join(':'),
    LAB: folder.base,
    LAB_ID: folder.id,
    TMPDIR: memory,
    HOME: folder.memory,
  };
}

async function allGone(child: ChildProcess, streams: Streams): Promise<void> {
  const [, stdout, stderr, , lifeLine] = child.stdio;
  const outputs = streams === 'terminal' ? [] : [flow(stdout, streams.stdout), flow(stderr, streams.stderr)];
  const exited = new Promise<void>((resolve, reject) =>
    child.once('exit', () => resolve()).once('error', reject),
  );
  await Promise.all([exited, drained(lifeLine), ...outputs]);
}

async function flow(from: ChildProcess['stdio'][number], to: Writable): Promise<void> {
  const source = from as Readable;
  source.pipe(to, { end: false });
  await finished(source);
}

async function drained(lifeLine: ChildProcess['stdio'][number]): Promise<void> {
  const source = lifeLine as Readable;
  source.resume();
  await new Promise<void>((resolve) => source.once('end', resolve).once('error', () => resolve()));
}

function firstOf(gone: Promise<void>, { timeoutMs, signal }: Limits): Promise<Early | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('timedOut'), timeoutMs);
    const interrupt = () => resolve('interrupted');
    if (signal?.aborted === true) interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    };
    gone.then(() => resolve(undefined), reject).finally(settle);
  });
}

async function stop(child: ChildProcess, backend: Runnable): Promise<void> {
  if (child.pid === undefined) return;
  const ownTree = backend.kind === 'netns' || backend.cage === 'strict';
  if (ownTree) {
    kill(child.pid, 'SIGKILL');
    return;
  }
  kill(child.pid, 'SIGTERM');
  await sleep(TERM_GRACE_MS);
  kill(-child.pid, 'SIGKILL');
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function endOf(folder: RunFolder): LabEnd {
  const code = read(join(folder.share, 'exit-code')).trim();
  if (/^\d+$/.test(code)) return { kind: 'exited', code: Number(code) };
  const words = read(join(folder.share, 'broken')).trim();
  const log = read(join(folder.base, 'kernel.log')).trimEnd().split('\n').slice(-KERNEL_LOG_LINES);
  return { kind: 'broken', code: 125, why: ['the lab broke', words, ...log].filter(Boolean).join('\n') };
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The size of the caller's terminal in stty's words. */
function terminalWords(): string {
  return `rows ${process.stdout.rows || 24} cols ${process.stdout.columns || 80}`;
}

/** A guest makes the caller's terminal raw, and one that is killed leaves it so; the function puts it back as it was. */
function terminalKeeper(): () => void {
  const stty = (words: string) =>
    spawnSync('stty', [words], { stdio: ['inherit', 'pipe', 'ignore'], encoding: 'utf8', timeout: 5_000 });
  const was = stty('-g').stdout.trim();
  return () => {
    if (was !== '') stty(was);
  };
}
