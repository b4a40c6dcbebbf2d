import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptSpec } from '../../packages/controller/src/sweep/kept.ts';
import { createSweeps } from '../../packages/controller/src/sweep/sweeps.ts';
import { type Bonds, applied as made } from '../fakes/fake-bonds.ts';
import { createFakeCluster, type Fate } from '../fakes/fake-cluster.ts';
import {
  createFakeMeasure,
  createSweepMemory,
  createSweepPorts,
  linkOf,
  noKnobs,
} from '../fakes/fake-sweeps.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { specOf } from '../golden/worlds.ts';

const text = readFileSync(new URL('../../examples/two-hosts-direct.yaml', import.meta.url), 'utf8');
const described = specOf(text);
const link = linkOf(described, 'drbd');
const spec = keptSpec(described, link, { mode: '802.3ad', mtu: 1500, options: {}, tuning: {} });
const bonds: Readonly<Record<string, Bonds>> = Object.fromEntries(
  spec.desires.map(({ host, bonds: desired }) => [host, made(new Map(), desired)]),
);
const wish = {
  link,
  knobs: { ...noKnobs, modes: ['802.3ad', 'balance-rr'], mtus: [1500, 9000] },
  runs: 1,
  seconds: 5,
} as const;
/** Longer than any deadline of a candidate and everybody's patience. */
const longMs = 3_600_000;

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fate>({ kind: 'deliver' }) },
  { weight: 1, arbitrary: fc.constantFrom<Fate>({ kind: 'loseOrder' }, { kind: 'loseAnswer' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('killBefore' as const, 'killAfter' as const),
      backAfterMs: fc.option(fc.integer({ min: 100, max: 120_000 })),
    }),
  },
);

interface Story {
  readonly fates: readonly Fate[];
  /** When whoever asked goes away; null: never. */
  readonly goneAfterMs: number | null;
  /** When the controller dies, and for how long; null: never. */
  readonly crash: { readonly afterMs: number; readonly forMs: number } | null;
}

const story: fc.Arbitrary<Story> = fc.record({
  fates: fc.array(fate, { minLength: 20, maxLength: 20 }),
  goneAfterMs: fc.option(fc.integer({ min: 500, max: 90_000 })),
  crash: fc.option(
    fc.record({
      afterMs: fc.integer({ min: 500, max: 90_000 }),
      forMs: fc.integer({ min: 0, max: 300_000 }),
    }),
  ),
});

async function told({ fates, goneAfterMs, crash }: Story) {
  const clock = createVirtualClock();
  let orders = 0;
  let isCrashed = false;
  const cluster = createFakeCluster(clock, spec, {
    bonds,
    fate: (_host, order) => {
      // A host that does not answer its plan is simply not swept; that is told elsewhere.
      if (order === 'plan') return { kind: 'deliver' };
      orders += 1;
      return fates[orders % fates.length] ?? { kind: 'deliver' };
    },
  });
  const memory = createSweepMemory();
  const measure = createFakeMeasure(clock, cluster, () => 1e8);
  const ports = await createSweepPorts(clock, cluster, memory, spec, measure);
  const before = [...cluster.hosts.values()].map((host) => host.bonds());
  const never = new Promise<never>(() => undefined);
  // A controller that is gone asks nothing more and stores nothing more.
  const first = createSweeps({
    ...ports,
    agents: { ...ports.agents, ask: (...asked) => (isCrashed ? never : ports.agents.ask(...asked)) },
    store: { ...ports.store, saveSweep: (row) => (isCrashed ? never : ports.store.saveSweep(row)) },
  });
  const gone = new AbortController();
  const beganMs = clock.nowUnixMs();
  if (goneAfterMs !== null) clock.at(beganMs + goneAfterMs, () => gone.abort());
  if (crash !== null) {
    clock.at(beganMs + crash.afterMs, () => {
      isCrashed = true;
    });
    clock.at(beganMs + crash.afterMs + crash.forMs, () => void createSweeps(ports).resumeAll());
  }
  // Whether it could begin at all is not asked here.
  first
    .start('cli:ada', wish, gone.signal)
    .then(({ ended }) => ended)
    .catch(() => undefined);
  await clock.run(() => false, beganMs + longMs);
  return { cluster, memory, before };
}

test('whatever dies and whenever, no candidate outlives its deadline, and none is ever confirmed', async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(story, async (what) => {
      const { cluster, before } = await told(what);
      const orders = cluster.sent.map(({ order }) => order.kind);
      applied += orders.filter((kind) => kind === 'apply').length;
      expect(orders).not.toContain('confirm');
      expect([...cluster.hosts.values()].map((host) => host.bonds())).toEqual(before);
    }),
    { numRuns: 150 },
  );
  // Stories in which nothing is tried would prove nothing.
  expect(applied).toBeGreaterThan(150);
});

test('a sweep comes to its end, and says how', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (what) => {
      const { memory } = await told(what);
      const [row] = await memory.sweeps.sweeps(1);
      if (row === undefined) return;
      expect(row).toMatchObject({ ended: true, state: { inHand: null } });
      expect(memory.facts.filter(({ type }) => type === 'sweepEnded')).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});
