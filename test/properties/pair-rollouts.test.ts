import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRollouts, type Rollouts } from '../../packages/controller/src/rollout/runner.ts';
import { createFakeCluster } from '../fakes/fake-cluster.ts';
import { createFakePorts, createMemory } from '../fakes/fake-controller.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { specOf } from '../golden/worlds.ts';

const text = readFileSync(new URL('../../examples/two-hosts-direct.yaml', import.meta.url), 'utf8');

async function applyAndWait(rollouts: Rollouts): Promise<void> {
  const { rollout } = await rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
  if (rollout !== null) await rollouts.settled(rollout);
}

test('the second apply of the same spec asks for a plan and nothing else', async () => {
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, specOf(text));
  const memory = createMemory();
  const rollouts = createRollouts(createFakePorts(clock, cluster, memory));
  const first = applyAndWait(rollouts);
  await clock.run(() => false, clock.nowUnixMs() + 100_000);
  await first;
  const before = cluster.sent.length;
  const second = rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
  await clock.run(() => false, clock.nowUnixMs() + 100_000);
  expect(await second).toEqual({ revision: 1, rollout: null });
  expect(cluster.sent.slice(before).map(({ host, order }) => `${host} ${order.kind}`)).toEqual([
    'alpha plan',
    'beta plan',
  ]);
});

test('one rollout at a time, named to whoever comes second; a changed plan is not applied', async () => {
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, specOf(text));
  const rollouts = createRollouts(createFakePorts(clock, cluster, createMemory()));
  const stale = rollouts
    .apply('cli:root', { file: 'cluster.yaml', text }, 'of another plan')
    .catch((thrown: unknown) => thrown);
  await clock.run(() => false, clock.nowUnixMs() + 100);
  expect(await stale).toMatchObject({ code: 'failed' });
  const planned = rollouts.plan({ file: 'cluster.yaml', text });
  await clock.run(() => false, clock.nowUnixMs() + 100);
  const first = rollouts.apply('cli:root', { file: 'cluster.yaml', text }, (await planned).digest);
  await clock.run(() => false, clock.nowUnixMs() + 1_000);
  const { rollout } = await first;
  await expect(rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining(String(rollout)) as string,
  });
});

test('mistakes and refusals change nothing and leave no revision', async () => {
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, specOf(text), {
    troubles: { beta: { refuses: 'eth2 belongs to NetworkManager' } },
  });
  const memory = createMemory();
  const rollouts = createRollouts(createFakePorts(clock, cluster, memory));
  await expect(
    rollouts.apply('cli:root', { file: 'c.yaml', text: 'version: 2' }, null),
  ).rejects.toMatchObject({
    code: 'bad-input',
    mistakes: [
      { file: 'c.yaml', line: 1 },
      { file: 'c.yaml', line: 1, column: 10 },
    ],
  });
  const refused = rollouts
    .apply('cli:root', { file: 'c.yaml', text }, null)
    .catch((thrown: unknown) => thrown);
  await clock.run(() => false, clock.nowUnixMs() + 1_000);
  expect(await refused).toMatchObject({
    code: 'refused',
    refusals: [{ subject: 'beta: agent.yaml', message: 'eth2 belongs to NetworkManager' }],
  });
  expect(await memory.store.latestRevision()).toBeUndefined();
  expect(new Set(cluster.sent.map(({ order }) => order.kind))).toEqual(new Set(['plan']));
});

test.each([
  ['for a moment', 20_000, 'finished'],
  ['past the deadline of the change', 600_000, 'failed'],
] as const)(
  'a store that takes nothing %s: nothing more is asked of a host, nobody else may apply or pause, and with the store it goes on',
  async (_how, failsForMs, ending) => {
    const clock = createVirtualClock();
    const cluster = createFakeCluster(clock, specOf(text));
    const memory = createMemory();
    const ports = createFakePorts(clock, cluster, memory);
    let failsUntilMs = 0;
    const saveRollout: typeof memory.store.saveRollout = async (row) => {
      if (clock.nowUnixMs() < failsUntilMs) throw new Error('the disk is full');
      await memory.store.saveRollout(row);
    };
    const rollouts = createRollouts({ ...ports, store: { ...memory.store, saveRollout } });
    const passMs = (ms: number) => clock.run(() => false, clock.nowUnixMs() + ms);
    const applying = rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
    await clock.run(() => cluster.sent.some(({ order }) => order.kind === 'apply'));
    failsUntilMs = clock.nowUnixMs() + failsForMs;
    const { rollout: id } = await applying;
    if (id === null) throw new Error('no rollout was begun');
    await passMs(10_000);
    const sent = cluster.sent.length;
    await passMs(failsForMs - 11_000);
    expect(cluster.sent).toHaveLength(sent);
    await expect(rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null)).rejects.toMatchObject({
      code: 'busy',
    });
    await expect(rollouts.control('cli:root', id, 'pause')).rejects.toMatchObject({
      code: 'failed',
      message: 'The controller cannot store anything (Error: the disk is full); mend it and repeat.',
    });
    await passMs(300_000);
    expect((await memory.store.rollout(id))?.state).toMatchObject({ rollout: { phase: ending } });
  },
);
