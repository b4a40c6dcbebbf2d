import type { BondName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { watchedHost as world } from '../../../../test/fakes/watched-host.ts';

test('a host without bonds is reported, and is no failure', async () => {
  const { observer, advance, failures, events } = world();
  observer.start();
  await advance(0);
  expect(observer.latest()).toMatchObject({ bonds: [], unknownLines: [] });
  expect([failures, events]).toEqual([[], []]);
});

test('what was there at the first look is no event; what changes later is, numbered from one', async () => {
  const { observer, advance, show, events } = world();
  show(3);
  observer.start();
  await advance(0);
  expect(observer.latest()?.unknownLines).toEqual(['bond0: Strange: 1']);
  show(5);
  await advance(5250);
  show(6);
  await advance(4750);
  expect(events).toEqual([
    {
      sequence: 1,
      atUnixMs: 1_005_000,
      atMonotonicMs: 5000,
      bond: 'bond0',
      port: 'eth1',
      what: 'link failures',
      before: '3',
      after: '5',
      cause: null,
    },
    {
      sequence: 2,
      atUnixMs: 1_010_000,
      atMonotonicMs: 10_000,
      bond: 'bond0',
      port: 'eth1',
      what: 'link failures',
      before: '5',
      after: '6',
      cause: null,
    },
  ]);
});

test('a storm of kernel messages costs one look at the bonds and one at everything', async () => {
  const { observer, advance, monitors, host } = world();
  observer.start();
  await advance(0);
  const before = { ...host };
  for (let count = 0; count < 1000; count++) monitors[0]?.wake();
  await advance(1000);
  expect([host.looks - before.looks, host.fullLooks - before.fullLooks]).toEqual([2, 1]);
});

test('where reading is slow it rests: a storm that goes on for a minute costs a tenth of it, and every event is told', async () => {
  const { observer, advance, monitors, host, show, events } = world();
  host.readsForMs = 400;
  show(0);
  observer.start();
  await advance(400);
  for (let second = 1; second <= 60; second++) {
    show(second);
    monitors[0]?.wake();
    await advance(1000);
  }
  expect(host.fullLooks).toBeGreaterThan(10);
  expect(host.fullLooks).toBeLessThanOrEqual(18);
  expect(events.at(-1)?.after).toBe('60');
  await advance(5000);
  const bonds = observer.latest()?.bonds;
  expect(bonds?.[0]?.ports[0]?.linkFailureCount).toBe(60);
});

test.each([
  [false, 3],
  [true, 1],
])(
  'in two minutes without a message, measuring: %s, everything is read %d times',
  async (measures, times) => {
    const { observer, advance, host } = world();
    host.measures = measures;
    observer.start();
    for (let second = 0; second <= 121; second++) await advance(1000);
    expect(host.fullLooks).toBe(times);
    expect(host.looks).toBeGreaterThan(20);
  },
);

test('a message of the kernel is heard within ms, long before the slow clock', async () => {
  const { observer, advance, monitors, show, events } = world();
  show(0);
  observer.start();
  await advance(0);
  show(1);
  monitors[0]?.wake();
  await advance(10);
  expect(events).toHaveLength(1);
});

test('a look that fails is told, and the next one comes by itself', async () => {
  const { observer, advance, host, failures, show, events } = world();
  show(0);
  expect(observer.lookedUnixMs()).toBeUndefined();
  observer.start();
  await advance(0);
  const lookedUnixMs = observer.lookedUnixMs() ?? Number.NaN;
  host.broken = true;
  await advance(5000);
  expect(failures).toHaveLength(1);
  expect(observer.lookedUnixMs()).toBe(lookedUnixMs);
  host.broken = false;
  show(2);
  await advance(5000);
  expect(events.map((event) => event.after)).toEqual(['2']);
  expect(observer.lookedUnixMs()).toBeGreaterThan(lookedUnixMs);
});

test('a refresh that fails rejects, and harms no later one', async () => {
  const { observer, host } = world();
  host.broken = true;
  await expect(observer.refresh()).rejects.toThrow('no /proc');
  host.broken = false;
  expect((await observer.refresh()).bonds).toEqual([]);
});

test('reports are told only when they differ', async () => {
  const { observer, advance, show } = world();
  let told = 0;
  observer.onReport(() => {
    told += 1;
  });
  show(0);
  observer.start();
  await advance(300_000);
  expect(told).toBe(1);
  show(1);
  await advance(5250);
  expect(told).toBe(2);
});

test('drift keeps the moment it was seen first, and stands as it was while nothing can be said', async () => {
  const { host, observer, advance } = world();
  const bond = 'bond0' as BondName;
  const departure = (found: string) => [
    { bond, differences: [{ path: 'bond0.mtu', wanted: '9000', found }] },
  ];
  const drift = async (found: typeof host.drift) => {
    host.drift = found;
    await advance(1000);
    return (await observer.refresh()).drift;
  };
  expect(await drift([])).toEqual([]);
  expect(await drift(departure('1500'))).toMatchObject([{ bond, sinceUnixMs: 1_002_000 }]);
  expect(await drift(departure('1400'))).toMatchObject([
    { differences: [{ found: '1400' }], sinceUnixMs: 1_002_000 },
  ]);
  expect(await drift(null)).toMatchObject([{ differences: [{ found: '1400' }], sinceUnixMs: 1_002_000 }]);
  expect(await drift([])).toEqual([]);
  expect(await drift(departure('1500'))).toMatchObject([{ sinceUnixMs: 1_006_000 }]);
});

test('a monitor that ends is started anew, ever later, and at once where it only reached its bound', async () => {
  const { observer, advance, monitors } = world();
  const code = { ending: { kind: 'code', code: 1 }, stdout: '', stderr: '' } as const;
  observer.start();
  for (const delayMs of [200, 400, 800, 1600]) {
    const count = monitors.length;
    monitors.at(-1)?.end(code);
    await advance(delayMs - 1);
    expect(monitors).toHaveLength(count);
    await advance(1);
    expect(monitors).toHaveLength(count + 1);
  }
  const count = monitors.length;
  monitors.at(-1)?.end({ ...code, ending: { kind: 'signal', signal: 'SIGKILL' } });
  await advance(100);
  expect(monitors).toHaveLength(count + 1);
});

test('after stop nothing waits and nothing looks', async () => {
  const { observer, advance, monitors, host, waiting } = world();
  observer.start();
  await advance(0);
  monitors[0]?.wake();
  observer.stop();
  monitors[0]?.end({ ending: { kind: 'signal', signal: 'SIGTERM' }, stdout: '', stderr: '' });
  const { looks } = host;
  await advance(60_000);
  expect([waiting(), host.looks]).toEqual([0, looks]);
});
