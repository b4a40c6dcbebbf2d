// lab: --topology topologies/five-pairs.json --timeout 1500 --mem 2G working
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { switchMtu } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures, type Picture } from '@bondctl/lab/inside/picture-compare';
import { topology } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { RolloutView } from '@bondctl/proto/model/view';
import { cluster } from './cluster/cluster.ts';
import { specFile } from './cluster/specs.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = topology().hosts.map(({ name }) => name);
/** Pairs on cables, but for the third, which has a switch for each of its two lines. */
const pairs = [0, 2, 4, 6, 8].map((at) => [names[at] ?? '', names[at + 1] ?? ''] as const);
const linkOf = (at: number) => `p${at + 1}`;
const driver = (name: string): string => readFileSync(`/proc/${host(name).pid()}/net/bonding/sync0`, 'utf8');
const isRoundRobin = (name: string): boolean => driver(name).includes('round-robin');

const spec = (): string => `version: 1
hosts: { ${names.map((name) => `${name}: {}`).join(', ')} }
bonds:
  sync0: { hosts: [${names.join(', ')}], ports: [eth1, eth2], mode: balance-rr, options: { miimon: 100 }, mtu: 9000 }
links:
${pairs.map(([a, b], at) => `  ${linkOf(at)}: { ends: [${a}/sync0, ${b}/sync0], medium: direct }`).join('\n')}
rollout: { canary: [p1], pairsAtOnce: 2 }
`;

/** The bond that people made by hand: mode 4 on every host, as it is before bondctl comes. */
const byHand = (at: number): readonly string[] => [
  'link add sync0 type bond mode 802.3ad miimon 100 lacp_rate fast',
  ...['eth1', 'eth2'].flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master sync0`]),
  'link set sync0 mtu 9000 up',
  `addr add 10.9.${Math.floor(at / 2)}.${(at % 2) + 1}/24 dev sync0`,
];

const pictures = async (of: readonly string[]): Promise<Map<string, Picture>> =>
  new Map(await Promise.all(of.map(async (name) => [name, await settledPicture(name)] as const)));

async function unchanged(was: ReadonlyMap<string, Picture>, of: readonly string[]): Promise<void> {
  const is = await pictures(of);
  for (const name of of) assert.deepEqual(comparePictures(was.get(name) ?? {}, is.get(name) ?? {}), [], name);
}

async function newest(): Promise<RolloutView> {
  const [found] = (await client.rollouts(1)).rollouts;
  assert.ok(found);
  return found;
}

let old: Map<string, Picture>;

before(async () => {
  await Promise.all(names.map((name, at) => host(name).ip(...byHand(at))));
  await startController();
  await joinAll(names);
  await startAgents(names);
  await eventually(() => names.every((name) => /Number of ports: 2/.test(driver(name))), {
    timeoutMs: 60_000,
  });
  old = await pictures(names);
});

test('ten hosts in five pairs roll from mode 4 to mode 0: a canary, then two pairs at a time', async () => {
  const applied = await bondctl(['apply', '--yes', '-f', specFile('waves', spec())], 420_000);
  assert.equal(applied.code, 0, applied.stderr);
  for (const name of names) assert.ok(isRoundRobin(name), name);
  const { state, waves } = await newest();
  assert.equal(state, 'finished');
  assert.deepEqual(
    waves.map((wave) => wave.sets),
    [['p1'], ['p2', 'p3'], ['p4', 'p5']],
  );
});

test('an undo, paused and resumed on its way, leaves all ten as people had made them', async () => {
  const { id } = await newest();
  const undoing = bondctl(['rollout', 'undo', id, '--yes'], 420_000);
  const undo = await eventually(
    async () => {
      const found = await newest();
      return found.id !== id && found.waves.length > 0 ? found.id : undefined;
    },
    { timeoutMs: 60_000, everyMs: 200 },
  );
  const paused = await bondctl(['rollout', 'pause', undo]);
  assert.equal(paused.code, 0, paused.stderr);
  const { code, stdout } = await undoing;
  assert.equal(code, 1, stdout);
  assert.match(stdout, new RegExp(`paused[\\s\\S]*bondctl rollout resume ${undo}`));
  assert.ok(names.some(isRoundRobin), 'something is left to undo');
  const other = await bondctl(['apply', '--yes', '-f', specFile('waves', spec())]);
  assert.equal(other.code, 4, other.stderr);
  assert.match(other.stderr, new RegExp(`${undo} is paused`));
  const resumed = await bondctl(['rollout', 'resume', undo]);
  assert.equal(resumed.code, 0, resumed.stderr);
  const watched = await bondctl(['rollout', 'watch', undo], 420_000);
  assert.equal(watched.code, 0, watched.stderr);
  await unchanged(old, names);
});

test('a pair whose switch drops jumbo frames rolls back, the rollout stops, and the pairs after it are untouched', async () => {
  for (const name of ['sw1', 'sw2']) await switchMtu(name, 1500);
  const after = pairs.slice(3).flat();
  const monitors = await Promise.all(
    after.map((name) => host(name).spawn(['ip', '-o', 'monitor', 'link', 'address', 'route'])),
  );
  const applied = await bondctl(['apply', '--yes', '-f', specFile('waves', spec())], 420_000);
  for (const monitor of monitors) monitor.kill('SIGTERM');
  assert.equal(applied.code, 1, applied.stderr);
  assert.match(applied.stdout, /p3: the path MTU is not 9000/);
  for (const monitor of monitors) {
    await monitor.ended;
    assert.equal(monitor.stdout(), '', 'an interface of a pair that was not started was touched');
  }
  const { state, hosts, why } = await newest();
  assert.equal(state, 'failed');
  assert.match(why, /2 more change sets were not started/);
  const committed = hosts.filter((one) => one.phase === 'committed').map((one) => one.host);
  assert.deepEqual(committed.toSorted(), pairs.slice(0, 2).flat().toSorted());
  for (const name of pairs.slice(0, 2).flat()) assert.ok(isRoundRobin(name), name);
  await unchanged(old, pairs.slice(2).flat());
});
