// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 900 --mem 1536M busy
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { host, type Started } from '@bondctl/lab/inside/host';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { kill9, processesWith } from '@bondctl/lab/inside/processes';
import { program } from '@bondctl/lab/inside/programs';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';
import type { SweepView } from '@bondctl/proto/model/sweep';
import { madeByHand, measuredByHand } from './cluster/by-hand.ts';
import { cluster, kill, type RunningController } from './cluster/cluster.ts';
import { differences, names, pictures } from './cluster/pair.ts';
import { pairSpec, specFile } from './cluster/specs.ts';

const folder = '/tmp/controller';
const { bondctl, client, startController, startAgent, startAgents, joinAll, connected } = cluster(folder);
const html = '/tmp/sweep.html';
const lacp = 'mode 802.3ad miimon 100 lacp_rate fast xmit_hash_policy layer3+4';
/** Longest first is not asked of them: what the spec has comes last, so that nothing is to do afterwards. */
const candidates = [
  { name: 'balance-rr, MTU 9000', bond: 'mode balance-rr miimon 100', mtu: 9000 },
  { name: 'balance-rr, MTU 1500', bond: 'mode balance-rr miimon 100', mtu: 1500 },
  { name: '802.3ad, MTU 9000', bond: lacp, mtu: 9000 },
  { name: '802.3ad, MTU 1500', bond: lacp, mtu: 1500 },
] as const;
const byHand = new Map<string, number>();
let was: readonly Picture[] = [];
let controller: RunningController;
let agents: readonly Started[] = [];

before(async () => {
  controller = await startController();
  await joinAll(names);
  agents = await startAgents(names);
  for (const { name, bond, mtu } of candidates) {
    await madeByHand(bond, mtu);
    byHand.set(name, await measuredByHand(3));
  }
  const spec = pairSpec({
    mode: '802.3ad',
    options: '{ miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }',
  });
  const { code, stdout, stderr } = await bondctl(['apply', '--yes', '-f', specFile('sweep', spec)]);
  assert.equal(code, 0, stdout + stderr);
  was = await pictures();
});

const driver = (name: string): string => {
  const path = `/proc/${host(name).pid()}/net/bonding/sync0`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** Both hosts compare whole with before, and nothing of a test runs. */
const asBefore = () =>
  eventuallyHolds(
    async () => {
      assert.deepEqual(differences(was, await pictures()), [[], []]);
      assert.deepEqual(processesWith('iperf3 -'), []);
    },
    { timeoutMs: 120_000, everyMs: 500 },
  );

test('two modes by two MTUs are ranked as four runs by hand rank them, and both hosts are as before', async () => {
  const lists = ['--mode', '802.3ad,balance-rr', '--mtu', '1500,9000'];
  const how = ['--runs', '2', '--seconds', '3', '--html', html, '--yes', '--output', 'json'];
  const { code, stdout, stderr } = await bondctl(['sweep', 'drbd', ...lists, ...how], 400_000);
  assert.equal(code, 0, stderr);
  assert.match(
    stderr,
    /drbd: 4 candidates, each 2 times 3 s with 1 stream; bonds are rebuilt 4 times on each host/,
  );
  const sweep = JSON.parse(stdout) as SweepView;
  const rateOf = (name: string) =>
    sweep.ranking.find((one) => one.name === name)?.figures[0]?.meanBps ?? assert.fail(`${name}: ${stdout}`);
  // Closer than this, runs of three seconds in a lab do not rank anything.
  for (const [faster, hand] of byHand)
    for (const [slower, other] of byHand)
      if (hand > 1.15 * other)
        assert.ok(rateOf(faster) > rateOf(slower), `${faster} before ${slower}: ${stdout}`);
  assert.ok(sweep.best?.startsWith('balance-rr'), stdout);
  assert.equal(sweep.besideThePost.length, 3);
  assert.match(
    sweep.besideThePost.join('\n'),
    /Otherwise than in the post, balance-rr at MTU 1500 .* segments were sent again/,
  );
  assert.match(readFileSync(html, 'utf8'), /<svg [^>]*aria-label="drbd: what each candidate received"/);
  await asBefore();
});

/** A sweep of one candidate that goes on for long, at the moment in which both hosts have it. */
async function inHand(): Promise<Awaited<ReturnType<typeof begun>>> {
  const running = begun();
  await eventually(() => names.every((name) => driver(name).includes('round-robin')), { timeoutMs: 60_000 });
  return running;
}

function begun() {
  const args = ['sweep', 'drbd', '--mode', 'balance-rr', '--runs', '1', '--seconds', '20', '--yes'];
  const child = spawn(
    process.execPath,
    [program('bondctl'), '--socket', `${folder}/controller.sock`, ...args],
    {
      stdio: 'ignore',
    },
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
  await asBefore();
  assert.equal(await ending(), 'cancelled');
});

test('an agent is killed half-way and started again: both hosts go back', async () => {
  const { ended } = await inHand();
  await kill(agents[1]?.pid ?? 0);
  agents = [...agents.slice(0, 1), await startAgent('beta')];
  await asBefore();
  await ended;
  assert.notEqual(await ending(), 'needsPerson');
});

test('the controller is killed half-way and started again: both hosts go back', async () => {
  const { ended } = await inHand();
  await kill(controller.pid);
  assert.equal(await ended, 3);
  controller = await startController();
  for (const name of names) await connected(name);
  await asBefore();
  assert.equal(await ending(), 'interrupted');
});
