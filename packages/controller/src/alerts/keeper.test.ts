import type { Fact } from '@bondctl/proto/model/event';
import type { AlertId, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { bondView, failuresOf, pairSight } from '../../../../test/fakes/fake-alerts.ts';
import { fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { createRecorder } from '../record/recorder.ts';
import type { DeliveryRow, Store } from '../store/ports.ts';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import type { Sender } from './delivery/sender.ts';
import { createKeeper, type KeeperParts } from './keeper.ts';
import type { AlertSettings } from './routes.ts';
import { openAlerts } from './state.ts';
import { usualThresholds } from './thresholds.ts';

const settings: AlertSettings = {
  thresholds: usualThresholds,
  routes: [
    {
      target: 'pager',
      severities: ['critical'],
      rules: ['bondDown'],
      way: { kind: 'webhook', url: 'http://pager.example', secret: null },
    },
  ],
};
const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });
const well = pairSight();

/** A store that outlives its controllers, and the clock; `start` is one controller. */
async function world() {
  const store = await openStore(await sqliteDialect(':memory:'));
  let nowUnixMs = 1_000_000;
  const taken: DeliveryRow[] = [];
  const facts: Fact[] = [];
  const recorder = createRecorder(store.events, () => nowUnixMs);
  const sender: Sender = {
    admit: (rows) => rows,
    take: async (rows) => void taken.push(...rows),
    resume: async () => undefined,
    test: async () => [],
    counts: () => ({ delivered: 0, failed: 0, waiting: 0 }),
    close: () => undefined,
  };
  const parts: KeeperParts = {
    settings,
    store,
    events: recorder,
    record: async (actor, fact) => {
      facts.push(fact);
      return recorder.record(actor, fact);
    },
    sender,
    nowUnixMs: () => nowUnixMs,
    prefix: () => 'world123',
    log: { error: () => undefined },
  };
  return {
    store,
    recorder,
    facts,
    taken,
    start: (over: Partial<KeeperParts> = {}) => createKeeper({ ...parts, ...over }),
    pass: (seconds: number) => {
      nowUnixMs += seconds * 1_000;
    },
    types: () => facts.map(({ type }) => type),
  };
}

const looked = (sight: typeof well) => ({ type: 'looked', sight }) as const;

test('what is raised is stored with what is to be told, recorded, and only then told', async () => {
  const here = await world();
  const keeper = await here.start();
  await keeper.take(looked(down));
  here.pass(6);
  await keeper.take(looked(down));
  expect(here.types()).toEqual(['alertRaised']);
  expect(here.taken).toMatchObject([
    { id: 'alert_world123-1.raised.1', target: 'pager', told: 'raised', tries: 0 },
  ]);
  expect(await here.store.alerts.waiting()).toEqual(here.taken);
  expect(JSON.parse(here.taken[0]?.body ?? '')).toMatchObject({
    version: 1,
    delivery: 'alert_world123-1.raised.1',
    told: 'raised',
    alert: {
      id: 'alert_world123-1',
      rule: 'bondDown',
      subject: 'drbd',
      state: 'firing',
      members: ['alpha/sync0'],
    },
  });
  expect(await here.store.alerts.open()).toMatchObject([{ id: 'alert_world123-1', endedUnixMs: null }]);
});

describe('a controller that is started anew', () => {
  test('raises nothing twice, and ends what it did not raise itself', async () => {
    const here = await world();
    const first = await here.start();
    await first.take(looked(down));
    here.pass(6);
    await first.take(looked(down));
    const second = await here.start();
    expect(openAlerts(second.state())).toEqual(openAlerts(first.state()));
    here.pass(600);
    await second.take(looked(down));
    expect([here.types(), here.taken.length]).toEqual([['alertRaised'], 1]);
    await second.take(looked(well));
    here.pass(60);
    await second.take(looked(well));
    expect(here.types()).toEqual(['alertRaised', 'alertEnded']);
    expect(here.taken.map(({ id }) => id)).toEqual(['alert_world123-1.raised.1', 'alert_world123-1.ended.1']);
    expect(await here.store.alerts.open()).toEqual([]);
    expect(await here.store.alerts.ended(9)).toMatchObject([{ id: 'alert_world123-1' }]);
  });

  test('goes on waiting where the one before began to', async () => {
    const here = await world();
    await (await here.start()).take(looked(down));
    here.pass(6);
    await (await here.start()).take(looked(down));
    expect(here.types()).toEqual(['alertRaised']);
  });

  test('has heard every fact once, also those that came while nobody looked', async () => {
    const here = await world();
    const first = await here.start();
    const event = async (before: number) =>
      here.recorder.record('agent:alpha', failuresOf('eth2', before, before + 2));
    await first.hear(await event(0));
    await first.take(looked(well));
    const missed = await event(2);
    const second = await here.start();
    expect(second.state().lastEventId).toBe(missed.id - 1);
    await second.hear(missed);
    await second.take(looked(well));
    expect(here.facts).toMatchObject([
      { type: 'alertRaised', rule: 'flapping', sentence: '4 link failures within 600 s' },
    ]);
  });

  test('records the facts that the one before could not, before it goes on', async () => {
    const here = await world();
    const first = await here.start({ record: () => Promise.reject(new Error('no room')) });
    await first.take(looked(down));
    here.pass(6);
    // Receivers hear of it all the same.
    await expect(first.take(looked(down))).rejects.toThrow('no room');
    expect([here.types(), here.taken.length]).toEqual([[], 1]);
    const second = await here.start();
    await second.take(looked(down));
    await second.take(looked(down));
    expect([here.types(), here.taken.length]).toEqual([['alertRaised'], 1]);
  });

  test('knows which links missed what is expected of them before there were alerts', async () => {
    const here = await world();
    const judged = async (id: string, held: 'yes' | 'no') => {
      const test = id as TestId;
      const verdicts = [{ expectation: 'throughput', held, sentence: `throughput: ${held}` } as const];
      const judgement = { ...fakeTest.judgement, verdicts, passed: held === 'yes' };
      await here.store.tests.addTest({ ...fakeTest, id: test, judgement });
      const { link } = fakeTest.result;
      await here.recorder.record('cli:ada', {
        type: 'linkTested',
        test,
        link,
        passed: held === 'yes',
        sentence: '',
      });
    };
    await judged('test_older123', 'yes');
    await judged('test_newer123', 'no');
    const keeper = await here.start();
    await keeper.take(looked(well));
    expect(here.facts).toMatchObject([{ rule: 'belowExpectation', sentence: 'throughput: no' }]);
  });
});

describe('a store that takes nothing', () => {
  test('lets nothing happen, and the next look does it', async () => {
    const here = await world();
    let isFull = false;
    const alerts: Store['alerts'] = {
      ...here.store.alerts,
      save: (change) => (isFull ? Promise.reject(new Error('disk full')) : here.store.alerts.save(change)),
    };
    const keeper = await here.start({ store: { ...here.store, alerts } });
    await keeper.take(looked(down));
    here.pass(6);
    isFull = true;
    await expect(keeper.take(looked(down))).rejects.toThrow('disk full');
    expect([here.types(), here.taken, openAlerts(keeper.state())]).toEqual([[], [], []]);
    isFull = false;
    await keeper.take(looked(down));
    expect([here.types(), here.taken.length]).toEqual([['alertRaised'], 1]);
  });
});

test('a test that could not be carried out missed nothing', async () => {
  const here = await world();
  const keeper = await here.start();
  const judgement = { ...fakeTest.judgement, passed: false };
  await here.store.tests.addTest({ ...fakeTest, judgement });
  const { link } = fakeTest.result;
  await keeper.hear(
    await here.recorder.record('cli:ada', {
      type: 'linkTested',
      test: fakeTest.id,
      link,
      passed: false,
      sentence: '',
    }),
  );
  await keeper.take(looked(well));
  expect(here.facts).toEqual([]);
});

test('looks that show nothing new write nothing', async () => {
  const here = await world();
  let saves = 0;
  const alerts: Store['alerts'] = {
    ...here.store.alerts,
    save: (change) => {
      saves += 1;
      return here.store.alerts.save(change);
    },
  };
  const keeper = await here.start({ store: { ...here.store, alerts } });
  await keeper.take(looked(down));
  here.pass(6);
  await keeper.take(looked(down));
  const before = saves;
  for (let at = 0; at < 5; at += 1) {
    here.pass(2);
    await keeper.take(looked(down));
  }
  expect(saves).toBe(before);
});

test('an alert is silenced by its id in the name of who asked; what is over or unknown is not', async () => {
  const here = await world();
  const keeper = await here.start();
  await keeper.take(looked(down));
  here.pass(6);
  await keeper.take(looked(down));
  const id = 'alert_world123-1' as AlertId;
  await keeper.take({ type: 'silenced', alert: id, untilUnixMs: 5_000_000, by: 'cli:ada' });
  expect((await here.recorder.list({ limit: 1, newestFirst: true }))[0]).toMatchObject({
    actor: 'cli:ada',
    fact: { type: 'alertSilenced', alert: id, untilUnixMs: 5_000_000 },
  });
  expect(openAlerts((await here.start()).state())).toMatchObject([{ silencedUntilUnixMs: 5_000_000 }]);
  await keeper.take(looked(well));
  here.pass(60);
  await keeper.take(looked(well));
  await expect(keeper.alert(id)).rejects.toMatchObject({ code: 'refused' });
  await expect(keeper.alert('alert_nobody12' as AlertId)).rejects.toMatchObject({ code: 'not-found' });
});
