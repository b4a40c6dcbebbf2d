import { describe, expect, test } from 'vitest';
import { no, rowOf, senderWorld, yes } from '../../../../../test/fakes/fake-sender.ts';
import type { DeliveryRow } from '../../store/ports.ts';
import { mostAtOnce, mostWaiting } from './queue.ts';

const outcomes = (here: ReturnType<typeof senderWorld>) =>
  here.facts.map((fact) =>
    fact.type === 'alertDelivered' ? [fact.alert, fact.delivered, fact.tries, fact.error] : [],
  );

describe('a delivery', () => {
  test('is tried until it is taken, and what became of it is kept and recorded', async () => {
    let tries = 0;
    const here = senderWorld(() => {
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
    const here = senderWorld(() => no);
    await here.sender.take([rowOf('d')]);
    await here.settled();
    expect(outcomes(here)).toEqual([['alert_d', false, 8, 'it answered 500']]);
    expect(here.nowUnixMs()).toBeLessThan(3_600_000);
    expect(here.sender.counts()).toEqual({ delivered: 0, failed: 1, waiting: 0 });
  });

  test('of an end waits until its receiver was told of the raise', async () => {
    let isBroken = true;
    const here = senderWorld(({ id }) => (id === 'raised' && isBroken ? no : yes));
    await here.sender.take([rowOf('raised', 'pager', 'alert_a')]);
    await here.sender.take([rowOf('ended', 'pager', 'alert_a'), rowOf('other', 'pager', 'alert_b')]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(here.sent).toEqual(['raised', 'other']);
    isBroken = false;
    await here.settled();
    expect(here.sent).toEqual(['raised', 'other', 'raised', 'ended']);
  });

  test('to a route that is gone is recorded as failed', async () => {
    const here = senderWorld(() => yes);
    await here.sender.take([rowOf('d', 'fax')]);
    await here.settled();
    expect(outcomes(here)).toEqual([['alert_d', false, 1, 'there is no route "fax" any more']]);
  });

  test('that cannot even be begun is recorded as failed', async () => {
    const here = senderWorld(() => {
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
    const here = senderWorld(async () => {
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
    const here = senderWorld(() => new Promise(() => {}));
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
    const here = senderWorld(() => yes, [settledRow, { ...rowOf('left'), tries: 2 }]);
    await here.sender.resume();
    await here.settled();
    expect(here.sent).toEqual(['left']);
    expect(outcomes(here)).toEqual([['alert_left', true, 3, null]]);
  });

  test('leaves what was being tried at its end to the next one', async () => {
    const here = senderWorld(
      ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(no))),
    );
    await here.sender.take([rowOf('d')]);
    here.sender.close();
    await here.settled();
    expect([here.rows.get('pager d'), here.facts]).toEqual([undefined, []]);
  });
});

test('a test goes to every route once and is tried no second time', async () => {
  const here = senderWorld(({ body }) => (body.includes('"told":"test"') ? no : yes));
  expect(await here.sender.test('test_1')).toEqual([
    { target: 'pager', delivered: false, error: 'it answered 500' },
    { target: 'mail', delivered: false, error: 'it answered 500' },
  ]);
  expect([here.sent, here.facts]).toEqual([['test_1', 'test_1'], []]);
});
