import type { BondName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { watchedHost as world } from '../../../../test/fakes/watched-host.ts';

test('an event is dated by the message that woke the look, and caused by what the message says', async () => {
  const { observer, advance, monitors, show, events } = world();
  const message = (flags: string) => `2: eth1: <${flags}> mtu 1500 master bond0`;
  show(0);
  observer.start();
  await advance(0);
  monitors[0]?.wake(message('UP,LOWER_UP'));
  await advance(1000);
  monitors[0]?.wake(message('NO-CARRIER,UP'));
  show(1);
  await advance(500);
  expect(events).toMatchObject([{ atMonotonicMs: 1000, atUnixMs: 1_001_000, cause: 'carrier' }]);
});

test('while a transaction of ours changes the bond, what happens to it is our own change', async () => {
  const { observer, advance, host, monitors, show, events } = world();
  show(0);
  observer.start();
  await advance(0);
  host.touching = ['bond0' as BondName];
  show(1);
  monitors[0]?.wake();
  await advance(500);
  expect(events.map(({ cause }) => cause)).toEqual(['ownChange']);
});

test('a report says which events are in it', async () => {
  const { observer, advance, show } = world();
  show(0);
  observer.start();
  await advance(0);
  expect(observer.latest()?.lastEvent).toBe(0);
  show(2);
  expect((await observer.refresh()).lastEvent).toBe(1);
});

test('while things go on happening the bonds are reported all the same, and the whole state is read only every five seconds', async () => {
  const { observer, advance, host, monitors, show } = world();
  const told: (number | undefined)[] = [];
  observer.onReport(({ lastEvent }) => told.push(lastEvent));
  show(0);
  observer.start();
  await advance(0);
  const before = host.fullLooks;
  for (let flap = 1; flap <= 60; flap++) {
    show(flap);
    monitors[0]?.wake();
    await advance(100);
    expect(observer.latest()?.bonds[0]?.ports[0]?.linkFailureCount).toBeGreaterThan(flap - 4);
  }
  expect(host.fullLooks - before).toBe(1);
  await advance(250);
  expect(host.fullLooks - before).toBe(2);
  expect(told.at(-1)).toBe(60);
  expect(told.length).toBeLessThan(25);
});
