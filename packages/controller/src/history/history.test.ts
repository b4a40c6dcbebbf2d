import type { PortCounters } from '@bondctl/proto/model/command';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/ports.ts';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import { createHistory, type HistoryKeeping } from './history.ts';
import { everyMs, type HistoryRules } from './layers.ts';

const alpha = 'alpha' as HostId;
const sync0 = 'sync0' as IfName;
const dayMs = 24 * everyMs.hour;
/** Where an hour begins. */
const startMs = 400 * dayMs;
const rules: HistoryRules = {
  keptMs: { second: everyMs.hour, minute: 7 * dayMs, hour: 365 * dayMs, events: 365 * dayMs },
  memoryBytes: 2 ** 20,
  databaseBytes: 2 ** 30,
};

/** A history whose time passes when a test says so: each sleep ends when its moment has come. */
class World {
  nowMs = startMs;
  readonly warnings: string[] = [];
  readonly store: Store;
  readonly history: HistoryKeeping;
  readonly stopping = new AbortController();
  readonly running: Promise<void>;
  #sleepers: { atMs: number; wake: () => void }[] = [];
  #bytes = 0;

  constructor(store: Store, over: Partial<HistoryRules> = {}) {
    this.store = store;
    this.history = createHistory({
      rules: { ...rules, ...over },
      store,
      clock: {
        nowUnixMs: () => this.nowMs,
        sleep: (ms) =>
          new Promise((resolve) => this.#sleepers.push({ atMs: this.nowMs + ms, wake: resolve })),
      },
      log: { info: () => undefined, warn: (_fields, message) => void this.warnings.push(message) },
    });
    this.running = this.history.run(this.stopping.signal);
  }

  /** Counters as they are now; the port has sent `bytes` more. */
  sample(bytes: number, host = alpha): void {
    this.#bytes += bytes;
    const port: PortCounters = {
      ...{ bond: sync0, port: 'eth2' as IfName, txBytes: this.#bytes, rxBytes: 0 },
      ...{ txPackets: 0, rxPackets: 0, errors: 0, drops: 0 },
    };
    this.history.heard(host, { kind: 'counters', atMs: this.nowMs, ports: [port] }, this.nowMs);
  }

  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (await settled(); ; await settled()) {
      const next = this.#sleepers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#sleepers = this.#sleepers.filter((one) => one !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.wake();
    }
    this.nowMs = untilMs;
  }

  /** Samples of `bytes`, so far apart. */
  async traffic(ms: number, bytes: number, apartMs = 10_000): Promise<void> {
    for (let passed = 0; passed < ms; passed += apartMs) {
      await this.pass(apartMs);
      this.sample(bytes);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const { wake } of this.#sleepers) wake();
    await this.running;
  }

  minutes() {
    return this.store.history.buckets({ ...everything, layer: 'minute' });
  }

  hours() {
    return this.store.history.buckets({ ...everything, layer: 'hour' });
  }
}

const everything = {
  host: alpha,
  bond: null,
  port: null,
  fromUnixMs: 0,
  untilUnixMs: Number.MAX_SAFE_INTEGER,
  seriesAtMost: 10,
};

/** The store answers within some turns of the loop. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 25; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

let store: Store;
let world: World;

beforeEach(async () => {
  store = await openStore(await sqliteDialect(':memory:'));
});

afterEach(async () => {
  await world.stop();
  await store.close();
});

describe('in the background', () => {
  test('minutes are written when they are over, and hours a while after they ended', async () => {
    world = new World(store);
    world.sample(0);
    await world.traffic(120_000, 1000);
    expect((await world.minutes()).map(({ atUnixMs }) => atUnixMs)).toEqual([startMs]);
    await world.traffic(everyMs.hour, 3000, 30_000);
    expect((await world.minutes()).length).toBe(61);
    expect(await world.hours()).toEqual([]);
    await world.traffic(120_000, 1000);
    expect((await world.hours()).map(({ atUnixMs, txBytes }) => [atUnixMs, txBytes])).toEqual([
      [startMs, 360_000],
    ]);
    expect(world.warnings).toEqual([]);
  });

  test('what is past its layer is removed, and events that nothing depends on', async () => {
    world = new World(store, { keptMs: { ...rules.keptMs, minute: 3 * everyMs.hour, events: dayMs } });
    await store.events.append(startMs - 2 * dayMs, 'agent:alpha', {
      type: 'eventsLost',
      ...{ host: alpha, from: 1, to: 2, reason: '' },
    });
    await store.events.append(startMs - 2 * dayMs, 'cli:ada', { type: 'revisionAccepted', revision: 1 });
    world.sample(0);
    await world.traffic(120_000, 1000);
    await world.pass(3 * everyMs.hour);
    expect((await world.minutes()).length).toBe(2);
    await world.pass(everyMs.hour);
    expect(await world.minutes()).toEqual([]);
    expect((await world.hours()).map(({ txBytes }) => txBytes)).toEqual([12_000]);
    expect((await store.events.list({ limit: 9 })).map(({ fact }) => fact.type)).toEqual([
      'revisionAccepted',
    ]);
  });

  test('what is not over yet is written at the end, and the next controller adds to it', async () => {
    world = new World(store);
    world.sample(0);
    await world.traffic(20_000, 1000);
    await world.stop();
    expect((await world.minutes()).map(({ txBytes }) => txBytes)).toEqual([2000]);
    world = new World(store);
    world.nowMs += 20_000;
    world.sample(0);
    await world.traffic(20_000, 1000);
    await world.pass(60_000);
    expect((await world.minutes()).map(({ txBytes, measuredMs }) => [txBytes, measuredMs])).toEqual([
      [4000, 40_000],
    ]);
  });
});

describe('a disk that is full', () => {
  const failing = (): { readonly store: Store; isFull: boolean } => {
    const disk = {
      isFull: true,
      store: {
        ...store,
        history: {
          ...store.history,
          addMinutes: async (rows: Parameters<Store['history']['addMinutes']>[0]) => {
            if (disk.isFull) throw new Error('database or disk is full');
            return store.history.addMinutes(rows);
          },
        },
      },
    };
    return disk;
  };

  test('costs no sample while there is room to wait, and is said once', async () => {
    const disk = failing();
    world = new World(disk.store);
    world.sample(0);
    await world.traffic(200_000, 1000);
    expect(world.warnings).toEqual(['samples could not be written; they wait in memory']);
    expect((await world.history.series({ ...wish(), fromUnixMs: startMs - dayMs })).series).toHaveLength(1);
    disk.isFull = false;
    await world.traffic(60_000, 1000);
    expect((await world.minutes()).map(({ txBytes }) => txBytes)).toEqual([6000, 6000, 6000, 6000]);
    expect((await world.history.view()).gaps).toEqual([]);
  });

  test('a database at its bound gives up its oldest minutes, which hours sum up', async () => {
    const at = (hours: number) => ({
      ...{ host: alpha, bond: sync0, port: 'eth2' as IfName, atUnixMs: startMs - hours * everyMs.hour },
      ...{ txBytes: 1, rxBytes: 1, txPeakBps: 1, rxPeakBps: 1, measuredMs: 60_000 },
    });
    await store.history.addMinutes([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(at));
    const size = async () => {
      const [minute, hour] = [await store.history.kept('minute'), await store.history.kept('hour')];
      return { fileBytes: 0, usedBytes: minute.rows + hour.rows };
    };
    const sized = { ...store, history: { ...store.history, size } };
    world = new World(sized, { databaseBytes: 14 });
    await world.pass(5 * 60_000);
    expect(await size()).toEqual({ fileBytes: 0, usedBytes: 14 });
    expect((await world.hours()).length).toBe(10);
    expect((await world.minutes()).map(({ atUnixMs }) => (startMs - atUnixMs) / everyMs.hour)).toEqual([
      4, 3, 2, 1,
    ]);
    expect((await world.history.view()).gaps).toEqual([]);
  });

  test('a database at its bound that has nothing left to give says what it does not take', async () => {
    world = new World(store, { databaseBytes: 1 });
    world.sample(0);
    await world.traffic(180_000, 1000);
    const { gaps, lostRows } = await world.history.view();
    expect(gaps).toEqual([
      {
        fromUnixMs: startMs,
        untilUnixMs: startMs + 120_000,
        why: 'the database is as large as it may be, and there was nothing left to remove for room',
      },
    ]);
    expect(lostRows).toBe(2);
    expect(await world.minutes()).toEqual([]);
  });
});

const wish = () => ({ host: alpha, bond: null, port: null, fromUnixMs: 0, untilUnixMs: world.nowMs });

describe('series', () => {
  test('come from seconds where these reach back, else from minutes or hours', async () => {
    world = new World(store);
    world.sample(0);
    await world.traffic(everyMs.hour + 300_000, 3750, 30_000);
    const recent = await world.history.series({ ...wish(), fromUnixMs: world.nowMs - 60_000 });
    expect(recent).toMatchObject({ everyMs: 1000, series: [{ host: alpha, bond: 'sync0', port: 'eth2' }] });
    expect(recent.series[0]?.points).toHaveLength(60);
    expect(recent.series[0]?.points.at(-1)).toEqual([world.nowMs, 1000, 0]);
    await world.traffic(2 * everyMs.hour, 3750, 30_000);
    const older = await world.history.series({ ...wish(), fromUnixMs: startMs });
    expect([older.everyMs, older.series[0]?.points.length]).toEqual([60_000, 185]);
    expect(older.series[0]?.points.at(-1)?.[0]).toBe(world.nowMs);
    expect(await world.history.series({ ...wish(), port: 'eth9' as IfName })).toMatchObject({ series: [] });
  });

  test('have no point where nothing was heard', async () => {
    world = new World(store);
    world.sample(0);
    await world.traffic(30_000, 1000);
    await world.pass(120_000);
    world.sample(5_000_000);
    await world.traffic(30_000, 1000);
    const { series } = await world.history.series({ ...wish(), fromUnixMs: startMs });
    expect(series[0]?.points.map(([at]) => (at - startMs) / 1000)).toEqual([
      ...Array.from({ length: 30 }, (_, at) => at + 1),
      ...Array.from({ length: 30 }, (_, at) => at + 151),
    ]);
  });
});

test('rates are told as they come, and the last ones are remembered', async () => {
  world = new World(store);
  const heard: unknown[] = [];
  const end = world.history.rates.on((rates) => heard.push(rates));
  expect(world.history.rates.latest(alpha)).toBeUndefined();
  world.sample(0);
  await world.traffic(20_000, 1250);
  end();
  await world.traffic(10_000, 2500);
  const ports = (txBps: number) => [{ bond: 'sync0', port: 'eth2', txBps, rxBps: 0 }];
  expect(heard).toEqual([
    { host: alpha, atUnixMs: startMs + 10_000, ports: ports(1000) },
    { host: alpha, atUnixMs: startMs + 20_000, ports: ports(1000) },
  ]);
  expect(world.history.rates.latest(alpha)?.ports).toEqual(ports(2000));
});

test('a listener that throws costs no other one its rates', () => {
  world = new World(store);
  const heard: number[] = [];
  world.history.rates.on(() => {
    throw new Error('no');
  });
  world.history.rates.on(({ atUnixMs }) => heard.push(atUnixMs));
  world.sample(0);
  world.nowMs += 1000;
  world.sample(5);
  expect(heard).toEqual([startMs + 1000]);
  expect(world.warnings).toEqual(['a listener of rates failed']);
});
