import { readFileSync } from 'node:fs';
import type { Order } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import type { Verification } from '@bondctl/proto/model/transaction';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredRollout } from '../../packages/controller/src/rollout/keeper.ts';
import type { RolloutPorts } from '../../packages/controller/src/rollout/ports.ts';
import { createRollouts } from '../../packages/controller/src/rollout/runner.ts';
import type { Troubles } from '../fakes/fake-agent.ts';
import { createFakeCluster, type FakeCluster, type Fate } from '../fakes/fake-cluster.ts';
import {
  createFakePorts,
  createFakeProver,
  createMemory,
  type Memory,
  type Proof,
} from '../fakes/fake-controller.ts';
import { createVirtualClock, type VirtualClock } from '../fakes/virtual-clock.ts';
import { specOf } from '../golden/worlds.ts';

const textOf = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
const specs = ['two-hosts-direct.yaml', 'mesh.yaml', 'absent.yaml', 'lacp.yaml'].map(textOf);

interface World {
  readonly text: string;
  readonly fates: readonly {
    readonly host: string;
    readonly order: Order['kind'];
    readonly nth: number;
    readonly fate: Fate;
  }[];
  readonly troubles: Readonly<Record<string, Troubles>>;
  readonly proof: Proof;
  /** The controller dies at its nth store, before or after the row is there, and comes back later. */
  readonly crashes: readonly { readonly nth: number; readonly kept: boolean; readonly forMs: number }[];
}

const awayMs = fc.constantFrom(null, 500, 5_000, 30_000, 200_000);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constantFrom<Fate>({ kind: 'loseOrder' }, { kind: 'loseAnswer' }),
  fc.record({ kind: fc.constantFrom('killBefore' as const, 'killAfter' as const), backAfterMs: awayMs }),
);
const host = fc.constantFrom('alpha', 'beta', 'gamma');
const troubles: fc.Arbitrary<Troubles> = fc.constantFrom(
  { stepFails: 'eth3 cannot be enslaved' },
  { stuck: 'the address could not be taken away' },
  { applyMs: 60_000 },
  {
    misreads: (read: Verification) => ({
      ...read,
      differences: [{ path: 'sync0.mtu', wanted: '9000', found: '1500' }],
    }),
  },
);
const world: fc.Arbitrary<World> = fc.record({
  text: fc.constantFrom(...specs),
  fates: fc.array(
    fc.record({
      host,
      order: fc.constantFrom<Order['kind']>(
        'prepare',
        'apply',
        'confirm',
        'confirm',
        'confirm',
        'rollBack',
        'forget',
      ),
      nth: fc.integer({ min: 0, max: 2 }),
      fate,
    }),
    { maxLength: 4 },
  ),
  troubles: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.dictionary(host, troubles, { maxKeys: 1 }),
  ),
  proof: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Proof>({ kind: 'passes' }) },
    fc.constantFrom<Proof>({ kind: 'breaks' }, { kind: 'misses', sentence: 'too slow' }),
  ),
  crashes: fc.array(
    fc.record({
      nth: fc.integer({ min: 1, max: 9 }),
      kept: fc.boolean(),
      forMs: fc.constantFrom(100, 10_000, 300_000),
    }),
    { maxLength: 2 },
  ),
});

interface Outcome {
  readonly cluster: FakeCluster;
  readonly memory: Memory;
  readonly rows: readonly { readonly ended: boolean; readonly state: unknown }[];
  /** Confirmations that reached a host although one of the participants had not read back, or no proof had passed. */
  readonly early: readonly string[];
  readonly tookMs: number;
}

async function live(one: World): Promise<Outcome> {
  const clock = createVirtualClock();
  const startMs = clock.nowUnixMs();
  const memory = createMemory();
  const early: string[] = [];
  const cluster: FakeCluster = createFakeCluster(clock, specOf(one.text), {
    troubles: one.troubles,
    fate: (id, order, nth) =>
      one.fates.find((it) => it.host === id && it.order === order && it.nth === nth)?.fate ?? {
        kind: 'deliver',
      },
    onDelivered: (id, order) => {
      if (order.kind === 'confirm' && !decided(memory, order.tx)) early.push(id);
    },
  });
  const prover = createFakeProver(clock, () => one.proof);
  const ports = () => createFakePorts(clock, cluster, memory, prover);
  let endMs = startMs;
  for (const [life, crash] of [...one.crashes, undefined].entries()) {
    const world = mortal(ports(), crash);
    const rollouts = createRollouts(world.ports);
    let over = false;
    const first =
      life === 0
        ? startRollout(rollouts, one.text)
        : rollouts.resumeAll().then((ids) => Promise.all(ids.map(rollouts.settled)));
    void first.then(() => {
      over = true;
    });
    await clock.run(() => over || world.dead());
    endMs = clock.nowUnixMs();
    if (crash !== undefined) await pass(clock, crash.forMs);
  }
  await clock.run(() => false, clock.nowUnixMs() + 1_000_000);
  return { cluster, memory, rows: await memory.store.rollouts(10), early, tookMs: endMs - startMs };
}

const decided = (memory: Memory, tx: TxId): boolean =>
  memory.facts.some(
    (fact) => fact.type === 'decisionStored' && fact.tx === tx && fact.decision === 'confirm',
  );

async function startRollout(rollouts: ReturnType<typeof createRollouts>, text: string): Promise<void> {
  const { rollout } = await rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
  if (rollout !== null) await rollouts.settled(rollout);
}

async function pass(clock: VirtualClock, ms: number): Promise<void> {
  let over = false;
  clock.at(clock.nowUnixMs() + ms, () => {
    over = true;
  });
  await clock.run(() => over);
}

/** Ports that fall silent at the nth store. */
function mortal(
  ports: RolloutPorts,
  crash: World['crashes'][number] | undefined,
): { ports: RolloutPorts; dead: () => boolean } {
  let stores = 0;
  let dead = false;
  const silence = new Promise<never>(() => undefined);
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    dead ? silence : work().then((value) => (dead ? silence : value));
  return {
    dead: () => dead,
    ports: {
      ...ports,
      agents: { ...ports.agents, ask: (...order) => alive(() => ports.agents.ask(...order)) },
      prover: { prove: (...question) => alive(() => ports.prover.prove(...question)) },
      record: (...fact) => alive(() => ports.record(...fact)),
      store: {
        ...ports.store,
        saveRollout: async (row) => {
          if (dead) return silence;
          stores += 1;
          const dies = crash !== undefined && stores === crash.nth;
          if (!dies || crash.kept) await ports.store.saveRollout(row);
          if (!dies) return;
          dead = true;
          return silence;
        },
      },
    },
  };
}

const phasesOf = ({ cluster }: Outcome, tx: TxId) =>
  [...cluster.hosts.values()].map((one) => one.phaseOf(tx));
const txsOf = ({ memory }: Outcome): readonly TxId[] => [
  ...new Set(memory.facts.flatMap((fact) => ('tx' in fact ? [fact.tx] : []))),
];

/** Counts what happened, so that a world in which nothing happens cannot pass for a good one. */
const met = new Map<string, number>();

test('whatever dies or gets lost: no early confirmation, no silent split, no unconfirmed change, and an end', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const outcome = await live(one);
      expect(outcome.early).toEqual([]);
      for (const row of outcome.rows) {
        const { rollout } = row.state as StoredRollout;
        met.set(rollout.phase, (met.get(rollout.phase) ?? 0) + 1);
        expect(row.ended).toBe(true);
        expect(['finished', 'failed', 'needsPerson']).toContain(rollout.phase);
      }
      for (const tx of txsOf(outcome)) expectWhole(outcome, tx);
      for (const agent of outcome.cluster.hosts.values())
        for (const [command, times] of agent.executions) if (!/plan/.test(command)) expect(times).toBe(1);
      expect(outcome.tookMs).toBeLessThan(
        20 * 60_000 + one.crashes.reduce((sum, crash) => sum + crash.forMs, 0),
      );
    }),
    { numRuns: 400 },
  );
  expect([...met.keys()].toSorted()).toEqual(['failed', 'finished', 'needsPerson']);
}, 120_000);

/** All committed, all back, or a person was told; and nothing is left unconfirmed. */
function expectWhole(outcome: Outcome, tx: TxId): void {
  const phases = phasesOf(outcome, tx);
  expect(phases).not.toContain('awaitingConfirm');
  expect(phases).not.toContain('prepared');
  const split = phases.includes('committed') && (phases.includes('rolledBack') || phases.includes('stuck'));
  const told = outcome.memory.facts.some((fact) => fact.type === 'personNeeded' && fact.tx === tx);
  // A host that was never heard of again is said to be so, and shows its stuck watchdog when it is back.
  if (split || (phases.includes('stuck') && !isUnheard(outcome, tx))) expect(told).toBe(true);
}

const isUnheard = ({ rows }: Outcome, tx: TxId): boolean =>
  rows
    .flatMap((row) => (row.state as StoredRollout).rollout.ended)
    .some((rest) => rest.change.tx === tx && rest.phase === 'rolledBack' && rest.unheard.length > 0);
