import { type ExecFileException, execFile } from 'node:child_process';
import type { CommandResult, Commands, Faults } from './ports.ts';

/** `ip -j -d addr` of a host with 10,000 interfaces is about 8 MiB. */
const maxBytes = 16 * 1024 * 1024;
const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment of every child: our search path after the caller's, messages in plain English. */
export const childEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: process.env['PATH'] ? `${process.env['PATH']}:${searchPath}` : searchPath,
  LC_ALL: 'C',
});

/** How a program that could not be started at all ended; null when it ran. */
export function neverStarted(error: NodeJS.ErrnoException): CommandResult | null {
  if (error.code === 'ENOENT') return { ending: { kind: 'notFound' }, stdout: '', stderr: '' };
  if (error.code === 'EACCES')
    return { ending: { kind: 'code', code: 126 }, stdout: '', stderr: error.message };
  return null;
}

function ending(error: ExecFileException | null, timedOut: boolean): CommandResult['ending'] {
  if (error === null) return { kind: 'code', code: 0 };
  if (timedOut) return { kind: 'timeout' };
  if (typeof error.code === 'number') return { kind: 'code', code: error.code };
  return { kind: 'signal', signal: error.signal ?? 'SIGKILL' };
}

function execute(
  argv: readonly [string, ...string[]],
  timeoutMs: number,
  input: string | undefined,
): Promise<CommandResult> {
  const [program, ...args] = argv;
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const options = {
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: maxBytes,
      env: childEnvironment(),
    } as const;
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const missing = error === null ? null : neverStarted(error as NodeJS.ErrnoException);
      const late = error?.killed === true && performance.now() - startedMs >= timeoutMs;
      const note =
        error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' ? `more than ${maxBytes} bytes of output` : '';
      resolve(missing ?? { ending: ending(error, late), stdout, stderr: stderr + note });
    });
    // A program that ends without reading its input is judged by its exit code, not by our broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Short-lived programs by execFile: no shell, LC_ALL=C, killed at the timeout, at most 16 MiB of output. */
export function createCommands(faults: Faults): Commands {
  return {
    async run(label, argv, options) {
      faults.reached(label);
      return await execute(argv, options.timeoutMs, options.input);
    },
  };
}
