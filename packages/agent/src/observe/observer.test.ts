import type { BondState } from '@bondctl/proto/model/bond';
import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Drift, HostState } from '@bondctl/proto/model/host';
import type { BondName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import { expect, test } from 'vitest';
import type { Clock, CommandResult, Processes } from '../kernel/ports.ts';
import { parseProcBonding } from '../parse/proc-bonding.ts';
import { createObserver } from './observer.ts';

/** A clock whose timers fire when the test says so. */
function handClock() {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  const clock: Clock = {
    monotonicMs: () => nowMs,
    unixMs: () => 1_000_000 + nowMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  async function advance(byMs: number): Promise<void> {
    const endMs = nowMs + byMs;
    await settle();
    for (;;) {
      const next = [...timers].filter((one) => one.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      timers.delete(next);
      nowMs = next.atMs;
      next.callback();
      await settle();
    }
    nowMs = endMs;
  }
  return { clock, advance, waiting: () => timers.size };
}

const empty: HostState = { interfaces: [], bonds: [], routes: [], controlPath: [] };
const bondText = (failures: number) =>
  `Bonding Mode: load balancing (round-robin)\nMII Status: up\n\nSlave Interface: eth1\nMII Status: up\nLink Failure Count: ${failures}\nStrange: 1\n`;

/** An observer of a host that the test changes by hand. */
function world() {
  const host = {
    bonds: [] as readonly Parsed<BondState>[],
    broken: false,
    looks: 0,
    fullLooks: 0,
    measures: false,
    touching: [] as readonly BondName[],
    /** How long reading the whole state takes. */
    readsForMs: 0,
    drift: [] as readonly Omit<Drift, 'sinceUnixMs'>[] | null,
  };
  const hand = handClock();
  const monitors: { wake: (line?: string) => void; end: (result: CommandResult) => void }[] = [];
  const processes: Processes = {
    start() {
      const monitor = {
        wake: () => undefined,
        end: (_: CommandResult) => undefined,
      } as (typeof monitors)[number];
      monitors.push(monitor);
      return {
        pid: 1,
        ended: new Promise((resolve) => {
          monitor.end = resolve;
        }),
        onLine: (listener) => {
          monitor.wake = (line = '2: eth1: ...') => listener(line);
        },
        signal: () => undefined,
      };
    },
    signalGroup: () => false,
  };
  const failures: unknown[] = [];
  const observer = createObserver({
    reader: {
      bonds() {
        host.looks += 1;
        return host.broken ? Promise.reject(new Error('no /proc')) : Promise.resolve(host.bonds);
      },
      state() {
        host.fullLooks += 1;
        if (host.readsForMs === 0) return Promise.resolve(empty);
        return new Promise((resolve) => hand.clock.after(host.readsForMs, () => resolve(empty)));
      },
      offloads: () => Promise.reject(new Error('a report asks for no offloads')),
    },
    processes,
    clock: hand.clock,
    surroundings: () => ({
      kernel: '6',
      agentVersion: '1',
      iperf3Version: null,
      bootId: 'b',
      transaction: null,
    }),
    touching: () => host.touching,
    comparison: () => () => Promise.resolve(host.drift),
    isMeasuring: () => host.measures,
    observeEveryMs: 5000,
    onFailure: (thrown) => failures.push(thrown),
  });
  const events: LinkEvent[] = [];
  observer.onEvent((event) => events.push(event));
  const show = (failuresOfPort: number) => {
    host.bonds = [parseProcBonding('bond0' as BondName, bondText(failuresOfPort))];
  };
  return { host, observer, monitors, events, failures, show, ...hand };
}

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
  await advance(5000);
  show(6);
  await advance(5000);
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
  await advance(5000);
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
