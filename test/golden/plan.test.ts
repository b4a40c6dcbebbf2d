import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRollouts } from '../../packages/controller/src/rollout/runner.ts';
import type { Bonds } from '../fakes/fake-bonds.ts';
import { createFakeCluster, type FakeClusterOptions } from '../fakes/fake-cluster.ts';
import { createFakePorts, createMemory } from '../fakes/fake-controller.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { bondsAfter, bondsToDelete, specOf } from './worlds.ts';

const examples = new URL('../../examples/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, examples), 'utf8');

/** The plan of a spec for a fake cluster. */
async function planOf(text: string, options: FakeClusterOptions) {
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, specOf(text), options);
  const rollouts = createRollouts(createFakePorts(clock, cluster, createMemory()));
  const plan = rollouts.plan({ file: 'cluster.yaml', text });
  await clock.run(() => false, clock.nowUnixMs() + 60_000);
  return { plan: await plan, sent: cluster.sent };
}

const bare: Readonly<Record<string, (text: string) => Readonly<Record<string, Bonds>>>> = {
  'absent.yaml': (text) => bondsToDelete(specOf(text)),
};

test.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))(
  'the plan of examples/%s for bare hosts, and then nothing to do',
  async (name) => {
    const text = textOf(name);
    const { plan, sent } = await planOf(text, { bonds: bare[name]?.(text) ?? {} });
    await expect(plan.text).toMatchFileSnapshot(`plan/${name.replace('.yaml', '')}.txt`);
    expect(plan.nothingToDo).toBe(false);
    expect(new Set(sent.map(({ order }) => order.kind))).toEqual(new Set(['plan']));
    const again = await planOf(text, { bonds: bondsAfter(specOf(text)) });
    expect(again.plan.nothingToDo).toBe(true);
    expect(again.plan.text).toMatch(/^nothing to do/);
  },
);

test('a host that refuses and one that is away stand in the plan by name', async () => {
  const text = textOf('labels.yaml');
  const refuses = 'eth3 belongs to NetworkManager; its owner must give it free';
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, specOf(text), { troubles: { alpha: { refuses } } });
  for (const host of cluster.hosts.values()) if (host.host === 'beta') host.kill(null);
  const rollouts = createRollouts(createFakePorts(clock, cluster, createMemory()));
  const plan = rollouts.plan({ file: 'cluster.yaml', text });
  await clock.run(() => false, clock.nowUnixMs() + 60_000);
  await expect((await plan).text).toMatchFileSnapshot('plan/refused.txt');
});
