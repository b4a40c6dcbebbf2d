import { readFileSync } from 'node:fs';
import type { SweepView } from '@bondctl/proto/model/sweep';
import { expect, test } from 'vitest';
import { applied, type Bonds } from '../../../../test/fakes/fake-bonds.ts';
import { createFakeCluster, type FakeClusterOptions } from '../../../../test/fakes/fake-cluster.ts';
import {
  createFakeMeasure,
  createSweepMemory,
  createSweepPorts,
  linkOf,
  namesOf,
  noKnobs,
} from '../../../../test/fakes/fake-sweeps.ts';
import { createVirtualClock } from '../../../../test/fakes/virtual-clock.ts';
import { specOf } from '../../../../test/golden/worlds.ts';
import { keptSpec } from './kept.ts';
import { createSweeps } from './sweeps.ts';

const text = readFileSync(new URL('../../../../examples/two-hosts-direct.yaml', import.meta.url), 'utf8');
const described = specOf(text);
const link = linkOf(described, 'drbd');
/** The hosts have LACP and small packets, and the spec says so. */
const spec = keptSpec(described, link, { mode: '802.3ad', mtu: 1500, options: {}, tuning: {} });
const bonds: Readonly<Record<string, Bonds>> = Object.fromEntries(
  spec.desires.map(({ host, bonds: desired }) => [host, applied(new Map(), desired)]),
);
const rateOf = (mode: string, mtu: number) => (mode === '802.3ad' ? 190e6 : mtu === 9000 ? 390e6 : 150e6);
const knobs = { ...noKnobs, modes: ['802.3ad', 'balance-rr'], mtus: [1500, 9000] } as const;
const wish = { link, knobs, runs: 2, seconds: 5 };

async function world(options: FakeClusterOptions = {}) {
  const clock = createVirtualClock();
  const cluster = createFakeCluster(clock, spec, { bonds, ...options });
  const memory = createSweepMemory();
  const measure = createFakeMeasure(clock, cluster, rateOf);
  const ports = await createSweepPorts(clock, cluster, memory, spec, measure);
  const has = () => [...cluster.hosts.values()].map((host) => host.bonds());
  return { clock, cluster, memory, sweeps: createSweeps(ports), ports, has, before: has() };
}

type World = Awaited<ReturnType<typeof world>>;

async function swept({ sweeps, clock }: World, signal = new AbortController().signal): Promise<SweepView> {
  let over: SweepView | undefined;
  const started = sweeps.start('cli:ada', wish, signal).then(({ ended }) => ended);
  void started.then((view) => {
    over = view;
  });
  await clock.run(() => over !== undefined);
  return started;
}

const phases = ({ cluster }: World) => cluster.sent.map(({ order }) => order.kind);

test('every candidate is tried, ranked and taken back; none is confirmed', async () => {
  const here = await world();
  const view = await swept(here);
  expect(view).toMatchObject({ ending: 'finished', best: 'balance-rr, MTU 9000' });
  expect(namesOf(view)).toEqual([
    'balance-rr, MTU 9000',
    '802.3ad, MTU 1500',
    '802.3ad, MTU 9000',
    'balance-rr, MTU 1500',
  ]);
  expect(here.has()).toEqual(here.before);
  expect(phases(here)).not.toContain('confirm');
  expect(view.besideThePost).toHaveLength(3);
});

test('what is there is measured without a change, and each of the others is one change for all its streams', async () => {
  const here = await world();
  const plan = here.sweeps.plan({ ...wish, knobs: { ...knobs, streams: [1, 4] } });
  await here.clock.run(() => false, here.clock.nowUnixMs() + 1_000);
  expect(await plan).toMatchObject({ streams: [1, 4], rebuilds: 4 });
  expect((await plan).candidates.map(({ name, isThere }) => [name, isThere])).toEqual([
    ['802.3ad, MTU 1500', true],
    ['802.3ad, MTU 9000', false],
    ['balance-rr, MTU 1500', false],
    ['balance-rr, MTU 9000', false],
  ]);
  expect(phases(here)).not.toContain('prepare');
  await swept(here);
  expect(
    here.cluster.sent.filter(({ host, order }) => host === 'alpha' && order.kind === 'prepare'),
  ).toHaveLength(3);
});

test('whoever goes away has what is in hand taken back, and the sweep ends there', async () => {
  const here = await world();
  const gone = new AbortController();
  here.clock.at(here.clock.nowUnixMs() + 20_000, () => gone.abort());
  const view = await swept(here, gone.signal);
  expect(view).toMatchObject({ ending: 'cancelled', why: expect.stringMatching(/broken off after \d of 4/) });
  expect(here.has()).toEqual(here.before);
});

test('a candidate that a host refuses is not tried, and the others are', async () => {
  const here = await world({ troubles: { beta: { stepFails: 'the kernel said EINVAL' } } });
  const view = await swept(here);
  expect(view.ending).toBe('finished');
  const failed = view.ranking.filter(({ rank }) => rank === null);
  expect(failed.map(({ why }) => why)).toEqual(
    Array.from({ length: 3 }, () => expect.stringContaining('the kernel said EINVAL') as string),
  );
  expect(view.best).toBe('802.3ad, MTU 1500');
  expect(here.has()).toEqual(here.before);
});

test('a host that cannot be brought back ends the sweep, and a person is needed', async () => {
  const here = await world({ troubles: { beta: { stuck: 'the port is gone' } } });
  const view = await swept(here);
  expect(view).toMatchObject({ ending: 'needsPerson', why: expect.stringContaining('the port is gone') });
  expect(here.memory.facts.map(({ type }) => type)).toContain('hostStuck');
});

test('an agent that dies and does not come back ends the sweep; its watchdog has taken the change back', async () => {
  const here = await world({
    fate: (host, order) =>
      host === 'beta' && order === 'rollBack'
        ? { kind: 'killBefore', backAfterMs: null }
        : { kind: 'deliver' },
  });
  const view = await swept(here);
  expect(view).toMatchObject({ ending: 'failed', why: expect.stringMatching(/Nothing more was tried/) });
  await here.clock.run(() => false, here.clock.nowUnixMs() + 600_000);
  expect(here.has()).toEqual(here.before);
});

test('a controller that comes back takes back what was in hand, and says that it was interrupted', async () => {
  const here = await world();
  void here.sweeps.start('cli:ada', wish, new AbortController().signal);
  await here.clock.run(
    () =>
      here.cluster.hosts
        .get('alpha' as never)
        ?.bonds()
        .get('sync0' as never)?.mode === 'balance-rr',
  );
  expect(here.has()).not.toEqual(here.before);
  const next = createSweeps(here.ports);
  const [id] = await next.resumeAll();
  await here.clock.run(() => next.running() === null);
  expect(here.has()).toEqual(here.before);
  if (id === undefined) throw new Error('nothing was resumed');
  expect(await next.sweep(id)).toMatchObject({ ending: 'interrupted' });
});

test('one at a time: a second one is told which is running', async () => {
  const here = await world();
  const first = here.sweeps.start('cli:ada', wish, new AbortController().signal);
  await expect(here.sweeps.start('cli:bob', wish, new AbortController().signal)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringMatching(/^Sweep sw_\d+ is changing hosts/),
  });
  await here.clock.run(() => here.sweeps.running() === null);
  await first;
});

test('the best is kept by a spec that has it at both ends', async () => {
  const here = await world();
  const { id } = await swept(here);
  const kept = specOf((await here.sweeps.kept(id, null)).text);
  expect(kept.desires.flatMap(({ bonds: all }) => all)).toMatchObject(
    [1, 2].map(() => ({ spec: { mode: 'balance-rr', mtu: 9000 } })),
  );
  await expect(here.sweeps.kept(id, 'broadcast, MTU 68')).rejects.toMatchObject({ code: 'not-found' });
});
