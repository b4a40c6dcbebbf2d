import type { IfName } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alpha, dayMs, rules, startMs, sync0, World } from '../../../../test/fakes/history-world.ts';
import type { Store } from '../store/ports.ts';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import { everyMs } from './layers.ts';

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
