// lab: --hosts 4 --nics 2 --switches --rate 50mbit --timeout 300 --mem 1536M
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { host, type Started } from '@bondctl/lab/inside/host';
import { isAlive, kill9, processesWith } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import type { MeshView } from '@bondctl/proto/model/mesh';
import { usualAsk } from '../fakes/fake-test.ts';
import { cluster } from './cluster/cluster.ts';
import { fabricSpec, makeBonds } from './cluster/fabric.ts';
import { ownersWord } from './cluster/owner.ts';
import { specFile } from './cluster/specs.ts';

const { bondctl, client, startController, startAgent, startAgents, joinAll } = cluster();
const names = ['alpha', 'beta', 'gamma', 'delta'] as const;
const html = '/tmp/mesh.html';
let agents: readonly Started[] = [];

async function apply(more = ''): Promise<void> {
  const spec = specFile('mesh', fabricSpec(names, '50Mbit/s', more));
  const { code, stdout, stderr } = await bondctl(['apply', '--yes', '-f', spec]);
  assert.equal(code, 0, stdout + stderr);
}

async function tested(
  ...options: readonly string[]
): Promise<{ code: number | null; mesh: MeshView; stderr: string }> {
  const args = ['test', '--mesh', 'fabric', '--seconds', '1', '--output', 'json', ...options];
  const { code, stdout, stderr } = await bondctl(args, 180_000);
  assert.notEqual(stdout, '', stderr);
  return { code, mesh: JSON.parse(stdout) as MeshView, stderr };
}

before(async () => {
  await makeBonds(names);
  await startController();
  await joinAll(names);
  agents = await startAgents(names);
  // Nothing is to do: the bonds are as the spec has them.
  await eventually(async () => (await client.status()).hosts.every(({ bonds }) => bonds.length === 1));
  await apply();
});

test('every pair once, in the fewest rounds, and the plan is said before it begins', async () => {
  const { code, mesh, stderr } = await tested('--html', html);
  assert.equal(code, 0, JSON.stringify(mesh.pairs));
  assert.match(stderr, /6 tests in 3 rounds, about \d+ s; no plan takes fewer than 3: /);
  assert.equal(mesh.pairs.length, 6);
  assert.ok(mesh.pairs.every(({ test, receivedBps }) => test !== null && (receivedBps ?? 0) > 0));
  for (const round of mesh.rounds) {
    const hosts = round.flatMap((link) =>
      mesh.pairs.filter((pair) => pair.link === link).flatMap(({ ends }) => ends.map(({ host }) => host)),
    );
    assert.equal(new Set(hosts).size, hosts.length);
  }
  const page = readFileSync(html, 'utf8');
  assert.match(page, /<svg [^>]*aria-label="fabric: every pair of hosts"/);
  assert.deepEqual(processesWith('iperf3 -'), []);
});

test('an uplink with room for one makes more rounds, and the bound names it', async () => {
  await apply('uplinks: { leaf1: { hosts: [alpha, beta], atOnce: 1 } }\n');
  const plan = await client.meshPlan('fabric', 1);
  assert.equal(plan.bound, 4);
  assert.match(plan.boundBy, /4 tests cross leaf1, which has room for 1/);
  assert.ok(plan.rounds.length >= 4);
});

test('a port that goes down in the middle of a run ends it, and the result says so', async () => {
  const pulled = { eth2: false };
  try {
    for await (const line of client.test({ ...usualAsk, link: 'fabric.alpha.beta', seconds: 20 })) {
      if (line.type === 'failed') assert.fail(line.problem.detail);
      // The sender's rates: its run has begun.
      if (line.type === 'rates' && line.host === 'alpha' && !pulled.eth2) {
        pulled.eth2 = true;
        await host('alpha').ip('link set eth2 down');
      }
      if (line.type !== 'end') continue;
      const { run, documents } = line.result.result;
      assert.ok(run?.ok === false, JSON.stringify(run));
      assert.equal(run.fault, 'port-down');
      assert.match(run.message, /eth2 of sync0 lost its carrier, so the run was broken off/);
      assert.equal(documents.client?.ending, 'disturbed');
      assert.equal(line.exitCode, 1);
    }
    assert.ok(pulled.eth2);
    assert.deepEqual(processesWith('iperf3 -'), []);
  } finally {
    await host('alpha').ip('link set eth2 up');
  }
});

test('a host that is lost is told, and the mesh goes on without it', async () => {
  kill9(agents[3]?.pid ?? 0);
  await eventually(
    async () => (await client.hosts()).hosts.find(({ host }) => host === 'delta')?.presence !== 'connected',
    {
      timeoutMs: 30_000,
    },
  );
  const { code, mesh } = await tested();
  assert.equal(code, 1);
  const [without, withDelta] = [false, true].map((is) =>
    mesh.pairs.filter(({ ends }) => ends.some(({ host }) => host === 'delta') === is),
  );
  assert.ok(
    without?.every(({ passed }) => passed),
    JSON.stringify(mesh.pairs),
  );
  assert.deepEqual(
    withDelta?.map(({ test: id, sentence }) => [id, sentence]),
    Array.from({ length: 3 }, () => [null, 'delta is not connected']),
  );
});

/** Writes the owner's word of a host and starts its agent anew with it. */
async function own(name: (typeof names)[number], budgets: string): Promise<void> {
  const pid = agents[names.indexOf(name)]?.pid ?? 0;
  if (isAlive(pid)) kill9(pid);
  ownersWord(name, budgets);
  await startAgent(name);
}

test('owners whose budget or window says no are named by its key, and the mesh goes on without them', async () => {
  const inTwelveHours = new Date(Date.now() + 43_200_000).toISOString().slice(11, 16);
  const [hours = '00'] = inTwelveHours.split(':');
  await own('gamma', 'testSecondsPerDay: 0');
  await own('delta', `testWindow: "${hours}:00-${hours}:01"`);
  await eventually(async () => (await client.status()).hosts.every(({ bonds }) => bonds.length === 1));
  const { code, mesh } = await tested();
  assert.equal(code, 1);
  for (const { ends, passed, sentence } of mesh.pairs) {
    const between = ends.map(({ host: end }) => end as string);
    const keys = [
      ...(between.includes('gamma') ? ['budgets.testSecondsPerDay'] : []),
      ...(between.includes('delta') ? ['budgets.testWindow'] : []),
    ];
    assert.equal(passed, keys.length === 0, sentence);
    if (keys.length > 0)
      assert.ok(
        keys.some((key) => sentence.includes(key)),
        sentence,
      );
  }
  assert.deepEqual(processesWith('iperf3 -'), []);
});
