import { type ChildProcess, spawn } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { BondctlError } from '@bondctl/proto/model/error';
import { childEnvironment } from './commands.ts';
import type { Detached, Faults } from './ports.ts';

/** What a test plans for this process must not happen in one that is to survive it. */
function environment(): NodeJS.ProcessEnv {
  const { BONDCTL_FAULT: _ours, ...rest } = childEnvironment();
  return rest;
}

function whenReady(child: ChildProcess, readyLine: string, timeoutMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`it was not ready within ${timeoutMs} ms`), timeoutMs);
    const finish = (problem: string | null) => {
      clearTimeout(timer);
      resolve(problem);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => finish(`it ended with ${signal ?? `exit code ${code}`}`));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === readyLine) finish(null);
    });
  });
}

/** A log may be shared with who survives us; any other stderr belongs to somebody who may wait for its end. */
const stderrIsLog = (): boolean => process.env['JOURNAL_STREAM'] !== undefined || fstatSync(2).isFile();

/** Lets go of a child for good: neither its life nor its output keeps this process. */
function letGo(child: ChildProcess): void {
  child.removeAllListeners();
  child.stdout?.destroy();
  child.unref();
}

/** Programs in a session of their own. Where our stderr is a log they keep it, so that what they say is found there. */
export function createDetached(faults: Faults): Detached {
  return {
    async start(label, argv, { readyLine, timeoutMs }) {
      faults.reached(label);
      const [program, ...args] = argv;
      const child = spawn(program, args, {
        detached: true,
        cwd: '/',
        stdio: ['ignore', 'pipe', stderrIsLog() ? 'inherit' : 'ignore'],
        env: environment(),
      });
      const problem = await whenReady(child, readyLine, timeoutMs);
      if (problem !== null || child.pid === undefined) {
        child.kill('SIGKILL');
        letGo(child);
        throw new BondctlError('failed', `${argv.join(' ')} could not be started: ${problem ?? 'no pid'}.`);
      }
      letGo(child);
      return child.pid;
    },
  };
}
