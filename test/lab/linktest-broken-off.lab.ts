// lab: --hosts 2 --nics 2 --pairs --rate 100mbit --timeout 420 --mem 1536M
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { before, test } from 'node:test';
import type { Started } from '@bondctl/lab/inside/host';
import { isAlive, kill9, processesWith } from '@bondctl/lab/inside/processes';
import { program } from '@bondctl/lab/inside/programs';
import { eventually } from '@bondctl/lab/inside/wait';
import type { TestSummary } from '@bondctl/proto/model/view';
import { cluster, type RunningController } from './cluster/cluster.ts';
import { pairSpec, specFile } from './cluster/specs.ts';
import { tested } from './cluster/tested.ts';

const folder = '/tmp/controller';
const socket = `${folder}/controller.sock`;
const { bondctl, client, startController, startAgent, joinAll, connected } = cluster(folder);
const spec = pairSpec().replace('rate: 200Mbit/s', 'rate: 100Mbit/s');

let controller: RunningController;
const agents = new Map<string, Started>();

const iperfs = (): number[] => processesWith('iperf3 -');
const traffic = () => eventually(() => processesWith('iperf3 -c').length > 0, { timeoutMs: 60_000 });
const silence = (timeoutMs = 60_000) => eventually(() => iperfs().length === 0, { timeoutMs });
const kept = async (): Promise<readonly TestSummary[]> => (await client.tests(50)).tests;
async function noFigure(): Promise<void> {
  const [newest] = await kept();
  assert.equal(newest?.receivedBps, null, JSON.stringify(newest));
  assert.equal(newest.percentOfConfiguration, null);
  assert.equal(newest.passed, false);
}

before(async () => {
  controller = await startController();
  await joinAll(['alpha', 'beta']);
  for (const name of ['alpha', 'beta']) agents.set(name, await startAgent(name));
  const applied = await bondctl(['apply', '--yes', '-f', specFile('broken-off', spec)]);
  assert.equal(applied.code, 0, applied.stdout + applied.stderr);
});

test('Ctrl-C ends iperf3 on both hosts, and the test is kept without a figure', async () => {
  const earlier = (await kept()).length;
  const args = ['--socket', socket, 'test', 'drbd', '--seconds', '120'];
  const cli = spawn(process.execPath, [program('bondctl'), ...args], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => cli.once('exit', resolve));
  await traffic();
  cli.kill('SIGINT');
  assert.equal(await ended, 130);
  await silence();
  await eventually(async () => (await kept()).length === earlier + 1, { timeoutMs: 30_000 });
  await noFigure();
});

for (const name of ['alpha', 'beta'])
  test(`the agent of ${name} is killed: iperf3 goes with it, and the test has no figure`, async () => {
    const running = tested(bondctl, ['--seconds', '60'], 180_000);
    await traffic();
    const { pid } = agents.get(name) ?? { pid: 0 };
    kill9(pid);
    await eventually(() => !isAlive(pid));
    await silence();
    const { code, view } = await running;
    assert.equal(code, 1);
    assert.equal(view.result.run?.ok, false, JSON.stringify(view.result.run));
    assert.ok(
      view.judgement.verdicts.every(({ expectation, held }) => expectation === 'pathMtu' || held !== 'no'),
    );
    await noFigure();
    agents.set(name, await startAgent(name));
  });

test('the controller is killed: iperf3 ends by itself, and nothing is kept of the test', async () => {
  const earlier = (await kept()).length;
  const running = bondctl(['test', 'drbd', '--seconds', '8']);
  await traffic();
  kill9(controller.pid);
  const { code, stderr } = await running;
  assert.equal(code, 3, stderr);
  assert.match(stderr, /ends by itself/);
  await silence();
  controller = await startController();
  for (const name of ['alpha', 'beta']) await connected(name);
  assert.equal((await kept()).length, earlier);
  const { code: again, view } = await tested(bondctl, ['--seconds', '2']);
  assert.equal(again, 0, JSON.stringify(view.judgement));
  assert.deepEqual(iperfs(), []);
});
