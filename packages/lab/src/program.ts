/** Running one program of this computer to its end: an argument array and a deadline. */
import { spawnSync } from 'node:child_process';
import { SEARCH_PATH } from './backend.ts';

const TIMEOUT_MS = 120_000;

/** Runs a program in a folder; what it said when it failed, undefined when it did not. */
export function failureOf([program = '', ...args]: readonly string[], cwd: string): string | undefined {
  const ended = spawnSync(program, args, {
    cwd,
    timeout: TIMEOUT_MS,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', PATH: SEARCH_PATH.join(':') },
  });
  return ended.status === 0 ? undefined : (ended.error?.message ?? ended.stderr.trim());
}
