/** Running one program to its end: an argument array, a deadline, both outputs. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** What a program left. `code` is null when a signal ended it. */
export type Ran = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** How to run a program; unset: nothing on stdin, this environment, one minute. */
export type RunOptions = {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 60_000;
const MOST_TEXT = 8 * 1024 * 1024;

/** Runs a program to its end and gives what it left; rejects only when it could not be started. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    env: { ...process.env, LC_ALL: 'C', ...options.env },
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => undefined).end(options.input);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject).once('close', (...end) => resolve(end));
  });
  return { code, signal, stdout: stdout(), stderr: stderr() };
}

/** Runs a program that must succeed and gives its stdout. */
export async function must(argv: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, signal, stdout, stderr } = await run(argv, options);
  if (code === 0) return stdout;
  throw new Error(`${argv.join(' ')} ended with ${code ?? signal}: ${stderr.trim()}`);
}

/** Keeps the text of a stream, up to 8 MiB; the function gives what came so far. */
export function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < MOST_TEXT) text += chunk;
  });
  return () => text;
}
