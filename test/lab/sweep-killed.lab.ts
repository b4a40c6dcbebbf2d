// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 600 --mem 1536M
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { host, type Started } from '@bondctl/lab/inside/host';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { kill9 } from '@bondctl/lab/inside/processes';
import { program } from '@bondctl/lab/inside/programs';
import { eventually } from '@bondctl/lab/inside/wait';
import { madeByHand } from './cluster/by-hand.ts';
import { cluster, kill, type RunningController } from './cluster/cluster.ts';
import { names } from './cluster/pair.ts';
import { asBefore, beginning, lacp } from './cluster/swept-pair.ts';

const folder = '/tmp/controller';
const { bondctl, client, startController, startAgent, startAgents, joinAll, connected } = cluster(folder);
let was: readonly Picture[] = [];
let controller: RunningController;
let agents: readonly Started[] = [];

before(async () => {
  await madeByHand(lacp, 1500);
  controller = await startController();
  await joinAll(names);
  agents = await startAgents(names);
  was = await beginning(bondctl);
});

const driver = (name: string): string => {
  const path = `/proc/${host(name).pid()}/net/bonding/sync0`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** A sweep of one candidate that goes on for long, at the moment in which both hosts have it. */
async function inHand(): Promise<ReturnType<typeof begun>> {
  const running = begun();
  await eventually(() => names.every((name) => driver(name).includes('round-robin')), { timeoutMs: 60_000 });
  return running;
}

function begun() {
  const args = ['sweep', 'drbd', '--mode', 'balance-rr', '--runs', '1', '--seconds', '20', '--yes'];
  const child = spawn(
    process.execPath,
    [program('bondctl'), '--socket', `${folder}/controller.sock`, ...args],
    { stdio: 'ignore' },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { pid: child.pid ?? 0, ended };
}

/** How the newest sweep ended. */
const ending = () =>
  eventually(async () => (await client.sweeps(1)).sweeps[0]?.ending ?? undefined, {
    timeoutMs: 120_000,
    everyMs: 500,
  });

test('the CLI is killed half-way: both hosts go back at once', async () => {
  const { pid } = await inHand();
  kill9(pid);
  await asBefore(was);
  assert.equal(await ending(), 'cancelled');
});

test('an agent is killed half-way and started again: both hosts go back', async () => {
  const { ended } = await inHand();
  await kill(agents[1]?.pid ?? 0);
  agents = [...agents.slice(0, 1), await startAgent('beta')];
  await asBefore(was);
  await ended;
  assert.notEqual(await ending(), 'needsPerson');
});

test('the controller is killed half-way and started again: both hosts go back', async () => {
  const { ended } = await inHand();
  await kill(controller.pid);
  assert.equal(await ended, 3);
  controller = await startController();
  for (const name of names) await connected(name);
  await asBefore(was);
  assert.equal(await ending(), 'interrupted');
});
