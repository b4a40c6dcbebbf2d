/** Controller and agents of the demo, started as people start them: the packaged programs, a token, `join`, `run`. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { collect } from '@bondctl/lab/inside/command';
import { type Host, host, type Started } from '@bondctl/lab/inside/host';
import { program } from '@bondctl/lab/inside/programs';
import { eventually } from '@bondctl/lab/inside/wait';
import { createClient } from '@bondctl/proto/api/client';
import { socketTransport } from '../../packages/controller/src/cli/transport.ts';

/** The lab's own end of the management network. */
const address = '10.99.0.1';
const stateFolder = '/tmp/bondctl';
const socket = `${stateFolder}/controller.sock`;
const programFolder = '/tmp/bin';
const startMs = 30_000;
const hosts = [host('alpha'), host('beta')];

/** The running cluster. */
export interface Cluster {
  /** Runs the CLI: its progress goes to our stderr, its result comes back. Throws when it exits with anything but 0. */
  readonly bondctl: (args: readonly string[]) => Promise<string>;
  readonly client: ReturnType<typeof createClient>;
  /** What a shell needs to find the programs and the controller. */
  readonly environment: NodeJS.ProcessEnv;
  /** What controller and agents wrote. */
  readonly logs: () => string;
}

/** Starts the controller and lets alpha and beta join it. */
export async function startCluster(say: (line: string) => void): Promise<Cluster> {
  const client = createClient(socketTransport(socket, new AbortController().signal));
  const controller = startController();
  await eventually(async () => (await client.about()) !== null, { timeoutMs: startMs });
  say(`controller up on ${address}`);
  const agents: Started[] = [];
  for (const one of hosts) agents.push(await joined(one));
  const connected = async () =>
    (await client.hosts()).hosts.filter((one) => one.presence === 'connected').length;
  await eventually(async () => (await connected()) === hosts.length, { timeoutMs: startMs });
  say('alpha and beta joined, each with its token, and are connected');
  const logs = () => [controller(), ...agents.map((agent) => agent.stdout() + agent.stderr())].join('\n');
  return { bondctl, client, environment: environment(), logs };
}

/** Starts the controller; the function gives what it wrote so far. */
function startController(): () => string {
  const argv = [program('bondctl-controller'), 'serve', '--state-dir', stateFolder, '--name', address];
  const child = spawn('node', argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors] = [collect(child.stdout), collect(child.stderr)];
  return () => output() + errors();
}

/** Types on the host what `bondctl token create` printed, and starts the agent. */
async function joined(one: Host): Promise<Started> {
  const made = JSON.parse(await bondctl(['token', 'create', '--host', one.name, '--output', 'json'])) as {
    command: string;
  };
  const [, ...args] = made.command
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'sudo');
  await one.must(['node', program('bondctl-agent'), ...args]);
  return await one.spawn(['node', program('bondctl-agent'), 'run']);
}

async function bondctl(args: readonly string[]): Promise<string> {
  const child = spawn('node', [program('bondctl'), '--socket', socket, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
  writeFileSync(file, `#!/bin/sh\nexec node '${program('bondctl')}' "$@"\n`);
  chmodSync(file, 0o755);
  const PATH = `${programFolder}:${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH, BONDCTL_SOCKET: socket, PS1: 'demo# ' };
}
