import type { HostId, IfName } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  BucketQuery,
  BucketRow,
  HistoryStore,
  StoredLayer,
} from '../../packages/controller/src/store/history-ports.ts';
import type { Store } from '../../packages/controller/src/store/ports.ts';
import type { StorePlace } from './store.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const alpha = 'alpha' as HostId;
const beta = 'beta' as HostId;
const name = (text: string) => text as IfName;

/** A minute in which a port sent `txBytes`, and received a tenth of it. */
const minute = (host: HostId, port: string, at: number, txBytes: number): BucketRow => ({
  host,
  bond: name('sync0'),
  port: name(port),
  atUnixMs: at * minuteMs,
  txBytes,
  rxBytes: txBytes / 10,
  txPeakBps: txBytes,
  rxPeakBps: 7,
  measuredMs: minuteMs,
});

const all = (layer: StoredLayer, host = alpha): BucketQuery => ({
  layer,
  host,
  bond: null,
  port: null,
  fromUnixMs: 0,
  untilUnixMs: Number.MAX_SAFE_INTEGER,
  seriesAtMost: 100,
});

/** Walks through all pages, two ports at a time. */
async function throughout(page: (after: number) => Promise<number | null>): Promise<number> {
  let pages = 0;
  for (let after: number | null = 0; after !== null; pages += 1) after = await page(after);
  return pages;
}

const rollUp = (history: HistoryStore, hour: number) =>
  throughout((after) => history.rollUp(hour * hourMs, after, 2));

/** What every implementation of the history must hold. */
export function historyContract(kind: string, place: () => Promise<StorePlace>): void {
  describe(`store contract of history: ${kind}`, () => {
    let here: StorePlace;
    let store: Store;
    beforeEach(async () => {
      here = await place();
      store = await here.open();
    });
    afterEach(async () => {
      await store.close();
      await here.remove();
    });

    test('minutes come back by port and time, of one host, bond, port and time', async () => {
      const { history } = store;
      const rows = [minute(alpha, 'eth2', 1, 10), minute(alpha, 'eth2', 2, 20), minute(alpha, 'eth3', 1, 30)];
      await history.addMinutes([...rows, minute(beta, 'eth2', 1, 40)]);
      expect(await history.buckets(all('minute'))).toEqual(rows);
      expect(await history.buckets({ ...all('minute'), port: name('eth3') })).toEqual(rows.slice(2));
      expect(await history.buckets({ ...all('minute'), bond: name('sync1') })).toEqual([]);
      const second = { fromUnixMs: 2 * minuteMs, untilUnixMs: 3 * minuteMs };
      expect(await history.buckets({ ...all('minute'), ...second })).toEqual(rows.slice(1, 2));
      expect(await history.buckets({ ...all('minute'), seriesAtMost: 1 })).toEqual(rows.slice(0, 2));
    });

    test('a minute that comes in two parts is their sum, with the higher peaks', async () => {
      const { history } = store;
      await history.addMinutes([minute(alpha, 'eth2', 1, 100)]);
      const rest = { ...minute(alpha, 'eth2', 1, 50), rxPeakBps: 90, measuredMs: 500 };
      await history.addMinutes([rest]);
      expect(await history.buckets(all('minute'))).toEqual([
        {
          ...minute(alpha, 'eth2', 1, 150),
          txPeakBps: 100,
          rxPeakBps: 90,
          measuredMs: minuteMs + 500,
        },
      ]);
    });

    test('an hour is the sum of its minutes, and is rolled up again when one came late', async () => {
      const { history } = store;
      const ports = ['eth2', 'eth3', 'eth4'];
      await history.addMinutes(
        ports.flatMap((port) => [60, 61, 119, 120].map((at) => minute(alpha, port, at, 10))),
      );
      expect(await history.unrolledHours(2 * hourMs, 10)).toEqual([hourMs]);
      expect(await rollUp(history, 1)).toBe(2);
      expect(await history.unrolledHours(2 * hourMs, 10)).toEqual([]);
      expect(await history.unrolledHours(3 * hourMs, 10)).toEqual([2 * hourMs]);
      const [first, ...others] = await history.buckets(all('hour'));
      expect(first).toEqual({ ...minute(alpha, 'eth2', 60, 30), txPeakBps: 10, measuredMs: 3 * minuteMs });
      expect(others.map(({ port }) => port)).toEqual(['eth3', 'eth4']);
      await history.addMinutes([minute(alpha, 'eth2', 70, 1000)]);
      expect(await history.unrolledHours(2 * hourMs, 10)).toEqual([hourMs]);
      await rollUp(history, 1);
      expect((await history.buckets(all('hour')))[0]).toMatchObject({ txBytes: 1030, txPeakBps: 1000 });
    });
    pruningAndRoom(() => store);
  });
}

function pruningAndRoom(store: () => Store): void {
  test('pruning removes what began before, in its layer alone, and the names of what has nothing left', async () => {
    const { history } = store();
    await history.addMinutes([
      minute(alpha, 'gone', 1, 10),
      ...[1, 2, 3].flatMap((at) => ['eth2', 'eth3'].map((port) => minute(alpha, port, at, 10))),
    ]);
    expect(await history.kept('minute')).toEqual({ oldestUnixMs: minuteMs, rows: 7 });
    await rollUp(history, 0);
    await throughout((after) => history.prune('minute', 3 * minuteMs, after, 2));
    expect((await history.buckets(all('minute'))).map(({ port, atUnixMs }) => [port, atUnixMs])).toEqual([
      ['eth2', 3 * minuteMs],
      ['eth3', 3 * minuteMs],
    ]);
    expect(await history.kept('minute')).toEqual({ oldestUnixMs: 3 * minuteMs, rows: 2 });
    expect(await history.buckets(all('hour'))).toHaveLength(3);
    await throughout((after) => history.prune('hour', hourMs, after, 2));
    await throughout((after) => history.forgetEmpty(after, 2));
    expect(await history.kept('hour')).toEqual({ oldestUnixMs: null, rows: 0 });
    // The id that was remembered is not used for a name that is gone.
    await history.addMinutes([minute(alpha, 'gone', 9, 5)]);
    expect(await history.buckets({ ...all('minute'), port: name('gone') })).toEqual([
      minute(alpha, 'gone', 9, 5),
    ]);
  });

  test('a minute that cannot be written leaves nothing behind, and the next one is whole', async () => {
    const { history } = store();
    const bad = { ...minute(alpha, 'eth3', 1, 10), txBytes: null as unknown as number };
    await expect(history.addMinutes([minute(alpha, 'eth2', 1, 10), bad])).rejects.toThrow();
    expect(await history.buckets(all('minute'))).toEqual([]);
    expect(await history.kept('minute')).toEqual({ oldestUnixMs: null, rows: 0 });
    await history.addMinutes([minute(alpha, 'eth3', 1, 10)]);
    expect(await history.buckets(all('minute'))).toEqual([minute(alpha, 'eth3', 1, 10)]);
  });

  test('more ports than fit into one statement are written, and the size grows with them', async () => {
    const { history } = store();
    const before = await history.size();
    const rows = Array.from({ length: 1201 }, (_, at) => minute(alpha, `eth${at}`, 1, 10));
    await history.addMinutes(rows);
    expect((await history.buckets({ ...all('minute'), seriesAtMost: 2000 })).length).toBe(1201);
    expect((await history.size()).usedBytes).toBeGreaterThan(before.usedBytes);
  });

  test('events of one type go when they are old, the oldest first, and no others', async () => {
    const { events } = store();
    const fact = (revision: number) => ({ type: 'revisionAccepted', revision }) as const;
    await events.append(1, 'controller', { type: 'hostRemoved', host: alpha });
    for (const at of [2, 3, 4]) await events.append(at, 'controller', fact(at));
    expect(await events.prune('revisionAccepted', 4, 1)).toBe(1);
    expect(await events.prune('revisionAccepted', 4, 10)).toBe(1);
    expect(await events.prune('revisionAccepted', 4, 10)).toBe(0);
    expect((await events.list({ limit: 10 })).map(({ atUnixMs }) => atUnixMs)).toEqual([1, 4]);
    expect(await events.kept()).toEqual({ oldestUnixMs: 1, rows: 2 });
  });
}
