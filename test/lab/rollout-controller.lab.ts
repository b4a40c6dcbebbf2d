// lab: --hosts 2 --nics 2 --timeout 900 --mem 1536M waiting
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { must } from '@bondctl/lab/inside/command';
import { host, type Started } from '@bondctl/lab/inside/host';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { processState } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import { cluster, kill, type RunningController } from './cluster/cluster.ts';
import { differences, names, pictures } from './cluster/pair.ts';
import { absentSpec, pairSpec, specFile } from './cluster/specs.ts';

const { bondctl, startController, startAgents, joinAll, connected } = cluster();
const hasBond = (name: string): boolean => existsSync(host(name).path('/sys/class/net/sync0'));

let controller: RunningController;
let bare: readonly Picture[];

let agents: ReadonlyMap<string, Started>;

before(async () => {
  controller = await startController();
  await joinAll(names);
  const started = await startAgents(names);
  agents = new Map(names.map((name, at) => [name, started[at] as Started]));
  bare = await pictures();
});

beforeEach(async () => {
  for (const name of names) await connected(name);
  if (!names.some(hasBond)) return;
  const removed = await bondctl(['apply', '--yes', '-f', specFile('absent', absentSpec)]);
  assert.equal(removed.code, 0, removed.stderr);
});

after(() => kill(controller.pid));

/** An apply whose controller stopped itself at a label; `ended` is what the CLI says in the end. */
interface Stopped {
  readonly ended: ReturnType<typeof bondctl>;
}

/** Restarts the controller with a fault, begins an apply, and waits until the controller stopped itself there. */
async function stoppedAt(label: string): Promise<Stopped> {
  await kill(controller.pid);
  controller = await startController({ BONDCTL_FAULT: `stop:${label}` });
  for (const name of names) await connected(name);
  const ended = bondctl(['apply', '--yes', '-f', specFile('pair', pairSpec())], 240_000);
  const early = ended.then(({ stdout, stderr }) => {
    throw new Error(`the apply ended before ${label}: ${stdout}${stderr}`);
  });
  await Promise.race([early, eventually(() => processState(controller.pid) === 'T', { timeoutMs: 90_000 })]);
  early.catch(() => undefined);
  return { ended };
}

async function restart(): Promise<void> {
  controller = await startController();
}

const mgmt = (name: string, state: 'up' | 'down') => must(['ip', 'link', 'set', `${name}.m`, state]);

test('the controller killed before its decision is stored: both hosts are as before', async () => {
  const { ended } = await stoppedAt('store:deciding');
  assert.deepEqual(names.map(hasBond), [true, true]);
  await kill(controller.pid);
  await restart();
  const { code, stderr } = await ended;
  assert.equal(code, 1, stderr);
  assert.deepEqual(differences(bare, await pictures()), [[], []]);
});

test('the controller killed after its decision is stored: both hosts are committed after its restart', async () => {
  const { ended } = await stoppedAt('stored:confirming');
  await kill(controller.pid);
  await restart();
  const { code, stdout, stderr } = await ended;
  assert.equal(code, 0, `${stdout}${stderr}`);
  assert.deepEqual(names.map(hasBond), [true, true]);
});

test('the controller killed with one confirm delivered: both committed, or a person is needed and exit 5', async () => {
  const { ended } = await stoppedAt('stored:confirming');
  await mgmt('beta', 'down');
  process.kill(controller.pid, 'SIGCONT');
  await eventually(
    async () =>
      (await host('alpha').must(['sh', '-c', 'grep -l committed /var/lib/bondctl-agent/transactions/*'])) !==
      '',
    { timeoutMs: 30_000 },
  );
  await kill(controller.pid);
  await mgmt('beta', 'up');
  await restart();
  const { code, stderr } = await ended;
  if (code === 0) assert.deepEqual(names.map(hasBond), [true, true], stderr);
  else assert.equal(code, 5, stderr);
});

test('agent and controller both gone while a change waits for its decision: both hosts are as before by the deadline', async () => {
  const { ended } = await stoppedAt('store:deciding');
  const alpha = agents.get('alpha');
  assert.ok(alpha);
  await kill(alpha.pid);
  assert.deepEqual(names.map(hasBond), [true, true]);
  await eventually(() => !names.some(hasBond), { timeoutMs: 120_000, everyMs: 500 });
  assert.deepEqual(differences(bare, await pictures()), [[], []]);
  // The CLI waits a minute for a controller to come back, then says that it cannot reach it.
  assert.equal((await ended).code, 3);
});
