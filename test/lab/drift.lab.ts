// lab: --hosts 2 --nics 2 --timeout 400 --mem 1536M
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { before as setUp, test } from 'node:test';
import { host, type Started } from '@bondctl/lab/inside/host';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';
import type { PlanView, RolloutView, StatusView } from '@bondctl/proto/model/view';
import { cluster, kill } from './cluster/cluster.ts';
import { names } from './cluster/pair.ts';
import { pairSpec, specFile } from './cluster/specs.ts';

const { bondctl, startController, startAgent, join } = cluster('/tmp/controller');
const healingSpec = pairSpec().replace('    mtu: 1500\n', '    mtu: 1500\n    drift: heal\n');
const told = '/tmp/controller/told';
const alerts = `version: 1
rules: { bondDegraded: { raiseAfter: 2s, endAfter: 2s } }
grace: 0s
routes: [{ command: [/usr/bin/tee, -a, ${told}], rules: [bondDegraded] }]
`;
const agents = new Map<string, Started>();

const json = async <T>(...args: readonly string[]): Promise<T> =>
  JSON.parse((await bondctl([...args, '--output', 'json'])).stdout) as T;
const byHand = (name: string, command: string) => host(name).must(['sh', '-c', command]);
const byHardware = pairSpec({ options: '{ miimon: 80 }', ports: '[{ driver: veth, count: 2 }]' });
const miimon = (name: string) => host(name).must(['cat', '/sys/class/net/sync0/bonding/miimon']);
const rollouts = async () => (await json<{ rollouts: RolloutView[] }>('rollout', 'list')).rollouts;

/** What drifts, as `host path: found`. */
async function drift(): Promise<readonly string[]> {
  const { hosts } = await json<StatusView>('status');
  return hosts.flatMap((one) =>
    one.drift.flatMap(({ differences }) =>
      differences.map(({ path, found }) => `${one.host} ${path}: ${found}`),
    ),
  );
}

const drifts = (...expected: readonly string[]) =>
  eventually(async () => JSON.stringify(await drift()) === JSON.stringify(expected), {
    timeoutMs: 15_000,
    everyMs: 300,
  });

async function apply(name: string, text: string): Promise<void> {
  const applied = await bondctl(['apply', '--yes', '-f', specFile(name, text)]);
  assert.equal(applied.code, 0, applied.stderr);
}

setUp(async () => {
  writeFileSync('/tmp/controller/alerts.yaml', alerts);
  await startController();
  for (const name of names) {
    await join(name);
    agents.set(name, await startAgent(name));
  }
  // On a busy machine the first change of all may run into its deadline, because every program starts cold.
  const file = specFile('pair', pairSpec());
  await eventually(async () => (await bondctl(['apply', '--yes', '-f', file])).code === 0, {
    timeoutMs: 150_000,
  });
});

test('an option, a port and the MTU of one port changed by hand are each shown, and nothing is healed unasked', async () => {
  assert.deepEqual(await drift(), []);
  const before = (await rollouts()).length;
  // What was confirmed is known to the next agent as well.
  const alpha = agents.get('alpha');
  assert.ok(alpha);
  await kill(alpha.pid);
  agents.set('alpha', await startAgent('alpha'));
  const option = 'alpha sync0.options.miimon: 0';
  await byHand('alpha', 'echo 0 > /sys/class/net/sync0/bonding/miimon');
  await drifts(option);
  await byHand('alpha', 'ip link set eth2 mtu 1400');
  await drifts(option, 'alpha eth2.mtu: 1400');
  await byHand('beta', 'ip link set eth2 nomaster');
  await drifts(option, 'alpha eth2.mtu: 1400', 'beta sync0.ports: eth1');
  const status = await bondctl(['status']);
  assert.match(
    status.stdout,
    /alpha\/sync0: drift: options\.miimon is 0, revision 1 wants 100; eth2\.mtu is 1400, revision 1 wants 1500; `bondctl plan` shows the way back/,
  );
  assert.match(status.stdout, /degraded/);
  assert.equal((await rollouts()).length, before);
});

test('why says what is wanted, found and different, and what to do next', async () => {
  const why = await bondctl(['why', 'drbd']);
  assert.equal(why.code, 0, why.stderr);
  assert.match(
    why.stdout,
    /revision 1 wants: balance-rr; ports eth1, eth2; mtu 1500; miimon 100; 10\.9\.0\.1\/24/,
  );
  assert.match(why.stdout, /found: balance-rr; ports eth1, eth2; mtu 1500; miimon 0; 10\.9\.0\.1\/24/);
  assert.match(why.stdout, /drift: sync0\.ports is eth1, confirmed was eth1, eth2/);
  assert.match(
    why.stdout,
    /\nNext: Look at "bondctl plan" \(\d+ steps\), then go it with "bondctl apply"\.\n$/,
  );
});

test('plan without a file shows exactly the way back, apply goes it, and the drift ends', async () => {
  const plan = await json<PlanView>('plan');
  const steps = plan.changeSets
    .flatMap((set) => set.participants)
    .map((one) => [one.host, ...one.steps.map(({ step }) => step.do)]);
  assert.deepEqual(steps, [
    ['alpha', 'setOption', 'setMtu'],
    ['beta', 'addPort'],
  ]);
  const applied = await bondctl(['apply', '--yes']);
  assert.equal(applied.code, 0, applied.stderr);
  await drifts();
  assert.deepEqual(await Promise.all(names.map(miimon)), ['100\n', '100\n']);
  const ends = await json<{ events: { fact: { host: string } }[] }>('events', '--type', 'driftEnded');
  assert.deepEqual(ends.events.map(({ fact }) => fact.host).sort(), ['alpha', 'beta']);
  const why = await bondctl(['why', 'alpha']);
  assert.match(why.stdout, /\nNext: Nothing: alpha is what revision 1 wants\.\n$/);
});

test('a port that goes down is one alert of its link: a command is told of it, and of its end', async () => {
  type Told = { told: string; alert: { rule: string; subject: string; members: string[] } };
  const lines = existsSync(told) ? readFileSync(told, 'utf8').split('\n').length : 1;
  const since = (): readonly Told[] =>
    (existsSync(told) ? readFileSync(told, 'utf8') : '')
      .split('\n')
      .slice(lines - 1)
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Told]));
  const wait = { timeoutMs: 30_000, everyMs: 300 };
  await byHand('alpha', 'ip link set eth1 down');
  await eventually(async () => since().length === 1, wait);
  await byHand('alpha', 'ip link set eth1 up');
  await eventually(async () => since().length === 2, wait);
  const [raised, ended] = since();
  assert.deepEqual(
    [raised?.told, raised?.alert.rule, raised?.alert.subject],
    ['raised', 'bondDegraded', 'drbd'],
  );
  assert.ok(raised?.alert.members.includes('alpha/sync0/eth1'), JSON.stringify(raised));
  assert.deepEqual([ended?.told, ended?.alert.subject], ['ended', 'drbd']);
  const { events } = await json<{ events: { fact: { delivered: boolean } }[] }>(
    ...['events', '--type', 'alertDelivered'],
  );
  assert.ok(events.length >= 2 && events.every(({ fact }) => fact.delivered), JSON.stringify(events));
});

test('drift that the spec lets heal is healed by a proven rollout in the name of the controller', async () => {
  await apply('healing', healingSpec);
  await byHand('alpha', 'echo 50 > /sys/class/net/sync0/bonding/miimon');
  await drifts('alpha sync0.options.miimon: 50');
  const waiting = await bondctl(['why', 'alpha']);
  assert.match(waiting.stdout, /\nNext: Wait: /);
  await eventually(async () => (await miimon('alpha')) === '100\n', { timeoutMs: 60_000, everyMs: 500 });
  await drifts();
  const [healed] = await rollouts();
  assert.ok(healed);
  assert.deepEqual([healed.actor, healed.revision], ['controller', 2]);
  await eventually(async () => (await rollouts())[0]?.state === 'finished', { timeoutMs: 30_000 });
  assert.deepEqual(
    (await rollouts())[0]?.proofs.map(({ link, passed }) => [link, passed]),
    [['drbd', true]],
  );
});

test('ports that are chosen by what they are may be called otherwise: nothing drifts, and nothing is to do', async () => {
  await apply('by-hardware', byHardware);
  await byHand('alpha', 'ip link set eth2 down && ip link set eth2 name lan0 && ip link set lan0 up');
  await eventually(
    async () =>
      /Slave Interface: lan0\n.*\nSpeed/.test(await host('alpha').must(['cat', '/proc/net/bonding/sync0'])),
    { timeoutMs: 15_000, everyMs: 300 },
  );
  // The agent may have looked between the new name and `up`.
  await eventuallyHolds(
    async () => {
      const plan = await json<PlanView>('plan');
      assert.deepEqual([plan.nothingToDo, plan.refusals, await drift()], [true, [], []]);
    },
    { timeoutMs: 30_000, everyMs: 500 },
  );
  const why = await bondctl(['why', 'alpha']);
  assert.match(why.stdout, /wants: balance-rr; ports 2 of driver veth; /);
  assert.match(why.stdout, /found: balance-rr; ports eth1, lan0; /);
  const refused = await bondctl([
    'plan',
    '-f',
    specFile('count', byHardware.replace('count: 2', 'count: 3')),
  ]);
  assert.equal(refused.code, 4, refused.stdout);
  assert.match(
    refused.stdout + refused.stderr,
    /driver veth: 2 found \(eth1 .*lan0 .*\), 3 wanted; not counted: /,
  );
});
