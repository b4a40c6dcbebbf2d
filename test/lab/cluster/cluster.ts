/** A controller beside the lab's hosts and an agent in each of them: the packaged programs, as people run them. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { collect, type Ran, run } from '@bondctl/lab/inside/command';
import { host, type Started } from '@bondctl/lab/inside/host';
import { isAlive, kill9 } from '@bondctl/lab/inside/processes';
import { program } from '@bondctl/lab/inside/programs';
import { eventually } from '@bondctl/lab/inside/wait';
import { type Client, createClient } from '@bondctl/proto/api/client';
import { socketTransport } from '../../../packages/controller/src/cli/transport.ts';

/** Extra environment of a program, such as BONDCTL_FAULT. */
export type Env = Readonly<Record<string, string>>;

/** A started controller. */
export type RunningController = { readonly pid: number; readonly log: () => string };

/** The cluster as a test drives it. */
export type Cluster = {
  /** The API, for what is asked many times: a program that starts takes seconds of a guest's only processor. */
  readonly client: Client;
  /** Runs the CLI to its end. */
  readonly bondctl: (args: readonly string[], timeoutMs?: number) => Promise<Ran>;
  readonly startController: (env?: Env) => Promise<RunningController>;
  /** Starts the agent of a host that joined; resolves when the controller sees it. */
  readonly startAgent: (name: string, env?: Env) => Promise<Started>;
  /** The same for many, which is quicker than one after the other. */
  readonly startAgents: (names: readonly string[]) => Promise<readonly Started[]>;
  /** Enrols a host. */
  readonly join: (name: string) => Promise<void>;
  /** Enrols many hosts with one token. */
  readonly joinAll: (names: readonly string[]) => Promise<void>;
  /** Resolves when the controller shows the host as connected. */
  readonly connected: (name: string) => Promise<void>;
};

const address = '10.99.0.1';
const startMs = 30_000;
const tokenMs = 3_600_000;
/** Agents that lost a controller dial again within a minute. */
const reconnectMs = 90_000;

/** A cluster whose controller keeps its state in `folder`. Nothing runs yet. */
export function cluster(folder = '/tmp/controller'): Cluster {
  mkdirSync(folder, { recursive: true });
  const socket = `${folder}/controller.sock`;
  const bondctl = (args: readonly string[], timeoutMs = 120_000) =>
    run([process.execPath, program('bondctl'), '--socket', socket, ...args], { timeoutMs });
  const client = createClient(socketTransport(socket, new AbortController().signal));
  const allConnected = async (names: readonly string[]) => {
    const all = async () => {
      const { hosts } = await client.hosts();
      const there = hosts
        .filter(({ presence }) => presence === 'connected')
        .map(({ host }) => host as string);
      return names.every((name) => there.includes(name));
    };
    await eventually(all, { timeoutMs: reconnectMs, everyMs: 300 });
  };
  const connected = (name: string) => allConnected([name]);
  const enrol = async (names: readonly string[], of: string | null) => {
    const { command } = await client.createToken({ host: of, ttlMs: tokenMs, uses: names.length });
    for (const name of names)
      await host(name).must([process.execPath, program('bondctl-agent'), ...command.split(' ').slice(1)]);
  };
  const spawnAgent = (name: string, env: Env) =>
    host(name).spawn([process.execPath, program('bondctl-agent'), 'run'], env);
  return {
    bondctl,
    client,
    connected,
    startController: (env = {}) => startController(folder, client.hosts, env),
    startAgent: async (name, env = {}) => {
      const started = await spawnAgent(name, env);
      await connected(name);
      return started;
    },
    startAgents: async (names) => {
      const started: Started[] = [];
      for (const name of names) started.push(await spawnAgent(name, {}));
      await allConnected(names);
      return started;
    },
    join: (name) => enrol([name], name),
    joinAll: (names) => enrol(names, null),
  };
}

async function startController(
  folder: string,
  answers: () => Promise<unknown>,
  env: Env,
): Promise<RunningController> {
  const child = spawn(
    process.execPath,
    [
      program('bondctl-controller'),
      'serve',
      '--state-dir',
      folder,
      '--name',
      address,
      '--listen',
      `${address}:7440`,
      '--enrol-listen',
      `${address}:7441`,
    ],
    { env: { ...process.env, LC_ALL: 'C', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = [collect(child.stdout), collect(child.stderr)];
  const text = () => log.map((part) => part()).join('');
  const pid = child.pid ?? 0;
  await eventually(
    async () => {
      if (!isAlive(pid)) throw new Error(`the controller ended: ${text()}`);
      return await answers().then(
        () => true,
        () => false,
      );
    },
    { timeoutMs: startMs, everyMs: 200 },
  );
  return { pid, log: text };
}

/** Kills a process and waits until it is gone. */
export async function kill(pid: number): Promise<void> {
  kill9(pid);
  await eventually(() => !isAlive(pid));
}
