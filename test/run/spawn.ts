import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a child ended: its exit code (137 when killed, 127 when there is no such program) and the end of its output. */
export type Ended = { code: number; output: string };

const keptCharacters = 200_000;
const killedCode = 137;
const absentCode = 127;

/** Runs a program to its end; past `timeoutMs` it is killed and `output` says so. */
export async function runToEnd(
  command: readonly [string, ...string[]],
  options: { timeoutMs: number; env?: NodeJS.ProcessEnv; cwd?: string },
): Promise<Ended> {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let output = '';
  const keep = (chunk: string) => {
    output = (output + chunk).slice(-keptCharacters);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const timer = setTimeout(() => {
    keep(`\nkilled: it ran longer than ${options.timeoutMs} ms\n`);
    child.kill('SIGKILL');
  }, options.timeoutMs);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? killedCode, output };
  } catch (thrown) {
    return { code: absentCode, output: `${file}: ${String(thrown)}` };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a Node program that a dependency ships, with the Node that runs us. */
export function runTool(script: string, args: readonly string[], timeoutMs: number): Promise<Ended> {
  return runToEnd([process.execPath, script, ...args], {
    timeoutMs,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined },
  });
}
