/** The demo's cluster: the packaged programs, started as people start them, with the CLI's progress on our stderr. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { collect } from '@bondctl/lab/inside/command';
import type { Started } from '@bondctl/lab/inside/host';
import { program } from '@bondctl/lab/inside/programs';
import { createClient } from '@bondctl/proto/api/client';
import { socketTransport } from '../../packages/controller/src/cli/transport.ts';
import { cluster } from '../lab/cluster/cluster.ts';

const stateFolder = '/tmp/bondctl';
const socket = `${stateFolder}/controller.sock`;
const programFolder = '/tmp/bin';
const hosts = ['alpha', 'beta'];

/** The running cluster. */
export interface DemoCluster {
  /** Runs the CLI: its progress goes to our stderr, its result comes back. Throws when it exits with anything but 0. */
  readonly bondctl: (args: readonly string[]) => Promise<string>;
  readonly client: ReturnType<typeof createClient>;
  /** What a shell needs to find the programs and the controller. */
  readonly environment: NodeJS.ProcessEnv;
  /** What controller and agents wrote. */
  readonly logs: () => string;
}

/** Starts the controller and lets alpha and beta join it. */
export async function startCluster(say: (line: string) => void): Promise<DemoCluster> {
  const { startController, join, startAgent } = cluster(stateFolder);
  const controller = await startController();
  say('The controller is up.');
  const agents: Started[] = [];
  for (const host of hosts) {
    await join(host);
    agents.push(await startAgent(host));
    say(`${host} joined with a token and is connected.`);
  }
  const logs = () => [controller.log(), ...agents.map((agent) => agent.stdout() + agent.stderr())].join('\n');
  const client = createClient(socketTransport(socket, new AbortController().signal));
  return { bondctl, client, environment: environment(), logs };
}

async function bondctl(args: readonly string[]): Promise<string> {
  const argv = [program('bondctl'), '--socket', socket, ...args];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = collect(child.stdout);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === 0) return output();
  throw new Error(`bondctl ${args.join(' ')} ended with ${code ?? 'a signal'}\n${output()}`);
}

function environment(): NodeJS.ProcessEnv {
  mkdirSync(programFolder, { recursive: true });
  const file = `${programFolder}/bondctl`;
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${program('bondctl')}' "$@"\n`);
  chmodSync(file, 0o755);
  const PATH = `${programFolder}:${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH, BONDCTL_SOCKET: socket, PS1: 'demo# ' };
}
