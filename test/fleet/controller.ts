import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from '@bondctl/proto/api/client';
import { socketTransport } from '../../packages/controller/src/cli/transport.ts';

/** The controller's program as it is started: an interpreter, its flags and the file. */
export type Program = readonly [string, ...string[]];

/** A controller in a process of its own. */
export interface RunningController {
  readonly pid: number;
  readonly socket: string;
  readonly client: Client;
  readonly hubPort: string;
  /** What it holds in memory, in bytes. */
  residentBytes(): Promise<number>;
  /** Ends it; kills it when it takes too long. */
  stop(): Promise<void>;
}

const startMs = 60_000;
const stopMs = 20_000;
const pollMs = 100;

/** Starts a controller on loopback and waits until it answers; its log goes to a file in the folder. */
export async function startController(
  program: Program,
  stateFolder: string,
  more: readonly string[],
): Promise<RunningController> {
  const [command, ...args] = program;
  const log = await open(join(stateFolder, 'controller.log'), 'a');
  const any = '127.0.0.1:0';
  const loopback = ['--listen', any, '--enrol-listen', any, '--web-listen', any, '--log-level', 'warn'];
  const child = spawn(
    command,
    [...args, 'serve', '--state-dir', stateFolder, '--name', 'localhost', ...loopback, ...more],
    {
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  await log.close();
  const gone = once(child, 'close').catch((thrown: unknown) => [String(thrown)]);
  const isGone = gone.then(() => true);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await gone;
    clearTimeout(timer);
  };
  const socket = join(stateFolder, 'controller.sock');
  const client = createClient(socketTransport(socket, new AbortController().signal));
  try {
    const hub = await answering(client, isGone, join(stateFolder, 'controller.log'));
    const pid = child.pid ?? 0;
    return { pid, socket, client, hubPort: new URL(hub).port, stop, residentBytes: () => residentBytes(pid) };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function answering(client: Client, isGone: Promise<boolean>, log: string): Promise<string> {
  const untilMs = performance.now() + startMs;
  for (;;) {
    const about = await client.about().catch((thrown: unknown) => thrown);
    if (!(about instanceof Error)) return (about as Awaited<ReturnType<Client['about']>>).hub;
    const ended = await Promise.race([isGone, sleep(pollMs, false)]);
    if (ended || performance.now() > untilMs)
      throw new Error(`The controller did not start. Its log says:\n${await readFile(log, 'utf8')}`, {
        cause: about,
      });
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
