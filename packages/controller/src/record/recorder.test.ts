import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import { createFeed } from './feed.ts';
import { createRecorder } from './recorder.ts';

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}

const connected = (host: string): Fact => ({
  type: 'hostConnected',
  host: host as HostId,
  agentVersion: '0.1.0',
});

async function recorder() {
  const store = await openStore(await sqliteDialect(':memory:'));
  return createRecorder(store.events, () => 42);
}

test('a fact is recorded with the time and the actor', async () => {
  const { record, list } = await recorder();
  const event = await record('cli:ada', connected('alpha'));
  expect(event).toEqual({ id: 1, atUnixMs: 42, actor: 'cli:ada', fact: connected('alpha') });
  expect(await list({ limit: 5 })).toEqual([event]);
});

test('a follower gets what was and what comes, filtered, and loses nothing however slow it is', async () => {
  const { record, follow } = await recorder();
  await record('controller', connected('alpha'));
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  const reading = (async () => {
    for await (const event of follow({ afterId: 0, host: 'alpha' as HostId }, stop.signal)) {
      seen.push(event);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (seen.length === 301) stop.abort();
    }
  })();
  for (let at = 0; at < 300; at += 1) {
    await record('controller', connected('alpha'));
    await record('controller', connected('beta'));
  }
  await reading;
  expect(seen.map((event) => event.id)).toEqual([1, ...Array.from({ length: 300 }, (_, at) => 2 + 2 * at)]);
});

test('a follower that waits ends when its signal aborts', async () => {
  const { follow } = await recorder();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 5);
  expect(await all(follow({ afterId: 0 }, stop.signal))).toEqual([]);
});

test('a slow listener of a feed loses the oldest values and no more', async () => {
  const feed = createFeed<number>(3);
  const stop = new AbortController();
  const values = feed.values(stop.signal);
  for (let at = 1; at <= 10; at += 1) feed.push(at);
  const seen: number[] = [];
  for await (const value of values) {
    seen.push(value);
    if (value === 10) stop.abort();
  }
  expect(seen).toEqual([8, 9, 10]);
});
