import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../run/places.ts';

const loader = createRequire(import.meta.url).resolve('tsx');
// Far more than a run needs: the machine may be busy, and what hangs must end all the same.
const timeoutMs = 180_000;

/** How a program ended and what it printed, each stream by itself. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of ours while it runs. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ran>;
  /** Settles when stderr holds `text`; fails when the program ends before. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

const programs = {
  bondctl: 'packages/controller/src/cli/main.ts',
  'bondctl-controller': 'packages/controller/src/main.ts',
} as const;

/** Starts one of our programs from its source. Stdin is closed, so nobody can be asked. */
export function start(
  name: keyof typeof programs,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Running {
  const child = spawn(process.execPath, ['--import', loader, join(root, programs[name]), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...out }));
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => void child.kill(signal),
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => out.stderr.includes(text) && resolve();
        child.stderr.on('data', look);
        child.once('close', () =>
          reject(new Error(`${name} never said "${text}":\n${out.stderr}${out.stdout}`)),
        );
        look();
      }),
  };
}

/** Runs `bondctl` to its end against the controller on a socket. */
export const bondctl = (socket: string, ...args: readonly string[]): Promise<Ran> =>
  start('bondctl', [...args, '--socket', socket]).ended;
