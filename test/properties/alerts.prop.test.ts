import type { Fact } from '@bondctl/proto/model/event';
import type { HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tried } from '../../packages/controller/src/alerts/delivery/queue.ts';
import { usualThresholds } from '../../packages/controller/src/alerts/thresholds.ts';
import {
  alertWorld,
  bondView,
  failuresOf,
  pairSight,
  partnerOf,
  type Standing,
} from '../fakes/fake-alerts.ts';
import { no, rowOf, senderWorld, yes } from '../fakes/fake-sender.ts';

const runs = { numRuns: 200 };

type World = ReturnType<typeof alertWorld>;

const standing: fc.Arbitrary<Standing> = fc.record({
  presence: fc.constantFrom('connected', 'connected', 'connected', 'suspect', 'lost', 'unknown'),
  bonds: fc.constantFrom([], [bondView()], [bondView(['eth2'])], [bondView(['eth2', 'eth3'])]),
  drift: fc.constantFrom([], [{ bond: bondView().name, sinceUnixMs: 1, differences: [], sentence: 'drift' }]),
});

const rollout = 'ro_world1234' as RolloutId;
const tx = 'tx_world1234' as TxId;
const hosts = fc.constantFrom('alpha', 'beta').map((host) => host as HostId);
const macs = fc.constantFrom('02:00:00:00:00:0a', '02:00:00:00:00:0b', '00:00:00:00:00:00', 'none');

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(fc.constantFrom('eth2', 'eth3'), fc.integer({ min: 0, max: 5 }), hosts)
    .map(([port, count, host]) => failuresOf(port, 10, 10 + count, host)),
  fc.tuple(macs, macs).map(([before, after]) => partnerOf(before, after)),
  hosts.map((host): Fact => ({ type: 'hostPrepared', rollout, host, tx })),
  hosts.map((host): Fact => ({ type: 'hostCommitted', rollout, host, tx })),
  hosts.map((host): Fact => ({ type: 'hostRolledBack', rollout, host, tx, why: '' })),
);

/** One thing that happens in a world. */
const happening: fc.Arbitrary<(world: World) => void> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(standing, standing, fc.integer({ min: 1, max: 90 })).map(
      ([alpha, beta, seconds]) =>
        (world: World) =>
          void world.during(seconds, pairSight(alpha, beta)),
    ),
  },
  { weight: 3, arbitrary: fact.map((one) => (world: World) => void world.hear(one)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, 'too slow').map((missed) => (world: World) => {
      world.give({ type: 'judged', test: { link: 'drbd', hosts: ['alpha', 'beta'], missed } });
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 600 }).map((seconds) => (world: World) => {
      const [alert] = world.open();
      if (alert === undefined) return;
      const untilUnixMs = world.nowUnixMs() + seconds * 1_000;
      world.give({ type: 'silenced', alert: alert.id, untilUnixMs, by: 'cli:ada' });
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -30, max: 900 }).map((seconds) => (world: World) => world.pass(seconds)),
  },
);

/** The facts of each subject and rule, in their order. */
function courses({ log }: World): ReadonlyMap<string, readonly Fact[]> {
  const all = new Map<string, Fact[]>();
  for (const effect of log) {
    if (effect.do !== 'record' || !('rule' in effect.fact)) continue;
    const key = `${effect.fact.rule} ${effect.fact.subject}`;
    all.set(key, [...(all.get(key) ?? []), effect.fact]);
  }
  return all;
}

const walked = (happenings: readonly ((world: World) => void)[]): World => {
  const world = alertWorld();
  for (const happen of happenings) happen(world);
  return world;
};

test('every alert is raised once and ends before the next one of its subject and rule', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      for (const facts of courses(walked(happenings)).values())
        for (const [at, one] of facts.entries()) {
          expect(one.type).toBe(at % 2 === 0 ? 'alertRaised' : 'alertEnded');
          if (at % 2 === 1) expect(one).toMatchObject({ alert: (facts[at - 1] as { alert: string }).alert });
        }
    }),
    runs,
  );
});

test('once all is well and nothing happens, every alert has its end, and whoever was told of one was told that', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const world = walked(happenings);
      world.give({ type: 'judged', test: { link: 'drbd', hosts: [], missed: null } });
      world.pass(1_900);
      world.during(200, pairSight());
      world.pass(700);
      world.during(200, pairSight());
      expect(world.open()).toEqual([]);
      const told = world.log.flatMap((effect) =>
        effect.do === 'tell' ? [`${effect.told} ${effect.alert.id}`] : [],
      );
      for (const line of told.filter((one) => one.startsWith('raised')))
        expect(told.filter((one) => one === line.replace('raised', 'ended'))).toHaveLength(1);
      const raised = world.log.filter(
        (effect) => effect.do === 'record' && effect.fact.type === 'alertRaised',
      );
      expect(world.log.filter((effect) => effect.do === 'close')).toHaveLength(raised.length);
    }),
    runs,
  );
});

test('nothing is told of an alert that was not raised, is over, or is silenced', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const world = walked(happenings);
      const open = new Set<string>();
      for (const effect of world.log) {
        if (effect.do === 'record' && effect.fact.type === 'alertRaised') open.add(effect.fact.alert);
        if (effect.do === 'tell' && effect.told === 'raised') {
          expect(open.has(effect.alert.id)).toBe(true);
          expect(effect.alert.silencedUntilUnixMs).toBeNull();
        }
        if (effect.do === 'close') open.delete(effect.alert.id);
      }
    }),
    runs,
  );
});

test('however ports flap, it is raised at most once within a window', () => {
  const { withinMs } = usualThresholds.flapping;
  const flap = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(flap, { maxLength: 80 }), (flaps) => {
      const world = alertWorld();
      for (const [seconds, count] of flaps) {
        world.pass(seconds);
        world.hear(failuresOf('eth2', 0, count));
        world.during(4, pairSight());
      }
      const raisedAt = world.log.flatMap((one) =>
        one.do === 'tell' && one.told === 'raised' ? [one.alert.sinceUnixMs] : [],
      );
      for (const [at, one] of raisedAt.entries())
        if (at > 0) expect(one - (raisedAt[at - 1] ?? 0)).toBeGreaterThanOrEqual(withinMs);
    }),
    runs,
  );
});

test('whatever receivers answer and however often the controller starts anew: every delivery is taken or recorded as failed', async () => {
  const answer: fc.Arbitrary<Tried> = fc.constantFrom(yes, no, no, no, { ...no, isFinal: true });
  const lives = fc.array(fc.array(answer, { maxLength: 12 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lives, fc.integer({ min: 1, max: 6 }), async (all, count) => {
      let rows = Array.from({ length: count }, (_, at) => rowOf(`d${at}`));
      const recorded: string[] = [];
      const taken = new Set<string>();
      for (const [life, answers] of [...all, null].entries()) {
        let at = 0;
        const here = senderWorld(({ id }) => {
          // What an earlier life left unanswered hangs until that controller stops; the last life lets all come to an end.
          const tried = answers === null ? yes : answers[at];
          at += 1;
          if (tried?.ok === true) taken.add(id);
          return tried ?? new Promise<Tried>(() => {});
        }, rows);
        await (life === 0 ? here.sender.take(rows) : here.sender.resume());
        await here.settled();
        here.sender.close();
        rows = rows.map((row) => here.rows.get(`${row.target} ${row.id}`) ?? row);
        recorded.push(...here.facts.map((fact) => (fact.type === 'alertDelivered' ? fact.alert : '')));
      }
      expect(rows.filter(({ outcome }) => outcome === 'waiting')).toEqual([]);
      expect(recorded.toSorted()).toEqual(rows.map(({ alert }) => alert).toSorted());
      for (const { id, outcome } of rows) if (outcome === 'delivered') expect(taken.has(id)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
