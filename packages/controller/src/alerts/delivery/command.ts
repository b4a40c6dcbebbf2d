import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { NonEmpty } from '@bondctl/proto/model/result';
import { environmentOf } from '../message.ts';
import type { Tried } from './queue.ts';
import type { Post } from './webhook.ts';

/** What of a command's last words may stand in a reason. */
const mostWords = 300;

/** Variables that a command gets from the controller; nothing else of its environment is anybody's business. */
const inherited = ['PATH', 'HOME', 'LANG', 'TZ'] as const;

/**
 * Runs a command with the message on stdin and in its environment; there is no shell. What it prints is read and thrown
 * away but for its last words on stderr. At the deadline it and whatever it started are killed. Never throws.
 */
export function runCommand(
  [program, ...args]: NonEmpty<string>,
  { body, deadlineMs, signal }: Post,
): Promise<Tried> {
  const child = spawn(program, args, {
    // A process group of its own, so that one signal ends what it started too.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...kept(), ...environmentOf(body) },
  });
  const words = lastWords(child.stderr);
  child.stdout.resume();
  // A command need not read: one that closes its end early is not wrong.
  child.stdin.on('error', () => child.stdin.destroy());
  child.stdin.end(body);
  return ended(child, words, deadlineMs, signal);
}

const kept = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );

function lastWords(stream: Readable): () => string {
  let words = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text.slice(-mostWords)}`.slice(-mostWords);
  });
  return () => words.trim();
}

function ended(
  child: ChildProcess,
  words: () => string,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<Tried> {
  return new Promise((resolve) => {
    let isLate = false;
    const stop = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    const settle = (tried: Tried) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      // What it left running may hold these for ever.
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      resolve(tried);
    };
    child.once('error', (error) =>
      settle({ ok: false, why: `it cannot be started: ${error.message}`, isFinal: false }),
    );
    child.once('exit', (code, by) => {
      if (isLate) settle({ ok: false, why: `it was killed after ${deadlineMs / 1000} s`, isFinal: false });
      else if (code === 0) settle({ ok: true });
      else
        settle({
          ok: false,
          why: [`it ended with ${code ?? by}`, words()].filter(Boolean).join(': '),
          isFinal: false,
        });
    });
    if (signal.aborted) stop();
  });
}

function killGroup(pid: number | undefined): void {
  // 0 would be our own group, 1 every process there is.
  if (pid === undefined || pid <= 1) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (thrown) {
    // It ended by itself in the meantime.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}
