/** One lab host, from beside it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { collect, must, type Ran, type RunOptions, run } from './command.ts';
import { childrenOf, isAlive, kill9 } from './processes.ts';
import { variable } from './topology.ts';
import { eventually } from './wait.ts';

/** A program that runs in a host. Its `pid` is its own, in the lab's numbering, so it can be watched and killed. */
export type Started = {
  readonly pid: number;
  /** What it printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** What can be done to and on a host. */
export type Host = {
  readonly name: string;
  /** Runs a program in the host to its end. */
  readonly exec: (argv: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** The same for a program that must succeed; gives its stdout. */
  readonly must: (argv: readonly string[], options?: RunOptions) => Promise<string>;
  /** Starts a program in the host and lets it run. */
  readonly spawn: (argv: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Started>;
  /** Runs `ip` in the host's network namespace with these batch lines. */
  readonly ip: (...lines: readonly string[]) => Promise<void>;
  /** Where a file of the host is, seen from here, as in `path('/etc/hostname')`. */
  readonly path: (file: string) => string;
  /** The host's first process, in the lab's numbering. */
  readonly pid: () => number;
  /** Kills the host and all its processes, as a power cut does; its links stay. */
  readonly powerOff: () => Promise<void>;
  /** Boots a host that was powered off: old /etc and /var/lib, empty /run, no processes. */
  readonly boot: () => Promise<void>;
};

const BOOT_TIMEOUT_MS = 15_000;

/** The host with a name. */
export function host(name: string): Host {
  const enter = (argv: readonly string[]) => [lab(), 'exec', name, '--', ...argv];
  return {
    name,
    exec: (argv, options) => run(enter(argv), options),
    must: (argv, options) => must(enter(argv), options),
    spawn: (argv, env) => start(enter(argv), env ?? {}),
    ip: async (...lines) => {
      await must(['ip', '-n', name, '-batch', '-'], { input: lines.map((line) => `${line}\n`).join('') });
    },
    path: (file) => `/proc/${firstProcess(name)}/root${file}`,
    pid: () => firstProcess(name),
    powerOff: () => powerOff(name),
    boot: () => boot(name),
  };
}

const lab = (): string => `${variable('LAB')}/job/bin/lab`;

const firstProcess = (name: string): number => Number(readFileSync(`/run/lab/hosts/${name}/pid`, 'utf8'));

async function powerOff(name: string): Promise<void> {
  const pid = firstProcess(name);
  await must([lab(), 'kill', name]);
  await eventually(() => !isAlive(pid));
}

async function boot(name: string): Promise<void> {
  await must([lab(), 'start', name]);
  await eventually(() => isAlive(firstProcess(name)), { timeoutMs: BOOT_TIMEOUT_MS });
}

async function start(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Started> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Started['ended'] = new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve({ code, signal }));
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // What was spawned enters the host's namespaces and waits; its only child is the program itself.
  const pid = await eventually(() => {
    if (child.exitCode !== null) throw new Error(`${argv.join(' ')} ended at once: ${stderr()}`);
    return childrenOf(child.pid ?? 0)[0];
  });
  return {
    pid,
    stdout,
    stderr,
    ended,
    kill: (signal) => (signal === 'SIGKILL' ? kill9(pid) : process.kill(pid, signal)),
  };
}
