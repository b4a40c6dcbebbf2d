import type { Fact } from '@bondctl/proto/model/event';
import type { AlertId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { DeliveryRow } from '../../store/ports.ts';
import type { Route } from '../routes.ts';
import { mostAtOnce, mostWaiting, type Tried } from './queue.ts';
import { createSender } from './sender.ts';
import type { Post } from './webhook.ts';

const routeOf = (target: string): Route => ({
  target,
  severities: ['warning', 'critical'],
  rules: ['bondDown'],
  way: { kind: 'webhook', url: `http://${target}.example`, secret: null },
});
const rowOf = (id: string, target = 'pager', alert = `alert_${id}`): DeliveryRow => ({
  ...{
    id,
    target,
    alert: alert as AlertId,
    told: 'raised',
    body: `body of ${id}`,
    createdUnixMs: 0,
    atUnixMs: 0,
  },
  ...{ tries: 0, outcome: 'waiting', error: null },
});
const no: Tried = { ok: false, why: 'it answered 500', isFinal: false };
const yes: Tried = { ok: true };

/** A sender whose receivers answer as they are told, and whose clock jumps to whatever is waited for. */
function world(answer: (post: Post) => Tried | Promise<Tried>, stored: readonly DeliveryRow[] = []) {
  let nowUnixMs = 0;
  const rows = new Map(stored.map((row) => [`${row.target} ${row.id}`, row]));
  const facts: Fact[] = [];
  const sent: string[] = [];
  let alarm: (() => void) | null = null;
  const sender = createSender({
    routes: [routeOf('pager'), routeOf('mail')],
    store: {
      waiting: async () => [...rows.values()].filter(({ outcome }) => outcome === 'waiting'),
      saveDelivery: async (row) => void rows.set(`${row.target} ${row.id}`, row),
    },
    record: async (fact) => facts.push(fact),
    clock: {
      nowUnixMs: () => nowUnixMs,
      after(delayMs, callback) {
        alarm = () => {
          nowUnixMs += delayMs;
          callback();
        };
        return () => {
          alarm = null;
        };
      },
    },
    send: async (_way, post) => {
      sent.push(post.id);
      return answer(post);
    },
    random: () => 1,
    deadlineMs: 10_000,
    log: { error: () => undefined },
  });
  /** Lets everything happen that waits for nobody. */
  const settled = async () => {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      const ring = alarm;
      if (ring === null) continue;
      alarm = null;
      ring();
      quiet = -1;
    }
  };
  return { sender, rows, facts, sent, settled, nowUnixMs: () => nowUnixMs };
}

const outcomes = (here: ReturnType<typeof world>) =>
  here.facts.map((fact) =>
    fact.type === 'alertDelivered' ? [fact.alert, fact.delivered, fact.tries, fact.error] : [],
  );

describe('a delivery', () => {
  test('is tried until it is taken, and what became of it is kept and recorded', async () => {
    let tries = 0;
    const here = world(() => {
      tries += 1;
      return tries < 3 ? no : yes;
    });
    await here.sender.take([rowOf('d')]);
    await here.settled();
    expect(here.sent).toEqual(['d', 'd', 'd']);
    expect(here.rows.get('pager d')).toMatchObject({ outcome: 'delivered', tries: 3, error: null });
    expect(outcomes(here)).toEqual([['alert_d', true, 3, null]]);
    expect(here.sender.counts()).toEqual({ delivered: 1, failed: 0, waiting: 0 });
  });

  test('that nobody takes is given up within the hour, with its reason', async () => {
    const here = world(() => no);
    await here.sender.take([rowOf('d')]);
    await here.settled();
    expect(outcomes(here)).toEqual([['alert_d', false, 8, 'it answered 500']]);
    expect(here.nowUnixMs()).toBeLessThan(3_600_000);
    expect(here.sender.counts()).toEqual({ delivered: 0, failed: 1, waiting: 0 });
  });

  test('of an end waits until its receiver was told of the raise', async () => {
    let isBroken = true;
    const here = world(({ id }) => (id === 'raised' && isBroken ? no : yes));
    await here.sender.take([rowOf('raised', 'pager', 'alert_a')]);
    await here.sender.take([rowOf('ended', 'pager', 'alert_a'), rowOf('other', 'pager', 'alert_b')]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(here.sent).toEqual(['raised', 'other']);
    isBroken = false;
    await here.settled();
    expect(here.sent).toEqual(['raised', 'other', 'raised', 'ended']);
  });

  test('to a route that is gone is recorded as failed', async () => {
    const here = world(() => yes);
    await here.sender.take([rowOf('d', 'fax')]);
    await here.settled();
    expect(outcomes(here)).toEqual([['alert_d', false, 1, 'there is no route "fax" any more']]);
  });

  test('that cannot even be begun is recorded as failed', async () => {
    const here = world(() => {
      throw new Error('bad argument');
    });
    await here.sender.take([rowOf('d')]);
    await here.settled();
    expect(outcomes(here)).toEqual([['alert_d', false, 1, 'Error: bad argument']]);
  });
});

describe('many deliveries', () => {
  test('are tried a few at a time', async () => {
    let now = 0;
    let most = 0;
    const here = world(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return yes;
    });
    await here.sender.take(Array.from({ length: 30 }, (_, at) => rowOf(`d${at}`)));
    await here.settled();
    await here.settled();
    await here.settled();
    expect(most).toBe(mostAtOnce);
    expect(here.facts).toHaveLength(30);
  });

  test('beyond what may wait are recorded as failed, none is lost', async () => {
    const here = world(() => new Promise(() => {}));
    const all = Array.from({ length: mostWaiting + 7 }, (_, at) => rowOf(`d${at}`));
    const admitted = here.sender.admit(all);
    await here.sender.take(admitted);
    expect(here.facts).toHaveLength(7);
    expect(outcomes(here)[0]).toEqual([
      `alert_d${mostWaiting}`,
      false,
      0,
      '1000 deliveries wait already; it was not tried',
    ]);
    expect(here.sender.counts()).toEqual({ delivered: 0, failed: 7, waiting: mostWaiting });
  });
});

describe('a sender that is started anew', () => {
  test('sends what the one before left waiting, by the same id, and nothing that was settled', async () => {
    const settledRow: DeliveryRow = { ...rowOf('old'), outcome: 'delivered', tries: 1 };
    const here = world(() => yes, [settledRow, { ...rowOf('left'), tries: 2 }]);
    await here.sender.resume();
    await here.settled();
    expect(here.sent).toEqual(['left']);
    expect(outcomes(here)).toEqual([['alert_left', true, 3, null]]);
  });

  test('leaves what was being tried at its end to the next one', async () => {
    const here = world(
      ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(no))),
    );
    await here.sender.take([rowOf('d')]);
    here.sender.close();
    await here.settled();
    expect([here.rows.get('pager d'), here.facts]).toEqual([undefined, []]);
  });
});

test('a test goes to every route once and is tried no second time', async () => {
  const here = world(({ body }) => (body.includes('"told":"test"') ? no : yes));
  expect(await here.sender.test('test_1')).toEqual([
    { target: 'pager', delivered: false, error: 'it answered 500' },
    { target: 'mail', delivered: false, error: 'it answered 500' },
  ]);
  expect([here.sent, here.facts]).toEqual([['test_1', 'test_1'], []]);
});
