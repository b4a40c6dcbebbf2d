import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../packages/controller/src/store/sql.ts';
import { sqliteDialect } from '../../packages/controller/src/store/sqlite.ts';

const tsx = createRequire(import.meta.url).resolve('tsx');
const writer = new URL('store-writer.ts', import.meta.url).pathname;
const enough = 200;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-killed-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Kills the writer -9 in the middle of its work; the ids it had printed by then. */
async function acknowledgedUntilKilled(file: string): Promise<readonly number[]> {
  const child = spawn(process.execPath, ['--import', tsx, writer, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const ids: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(Number(line));
    if (ids.length === enough) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return ids;
}

test('a kill -9 in the middle of writing keeps every acknowledged row', async () => {
  const file = join(folder, 'bondctl.sqlite');
  const acknowledged = await acknowledgedUntilKilled(file);
  const store = await openStore(await sqliteDialect(file));
  const kept = await store.events.list({ limit: 1_000_000 });
  await store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
  expect(kept.slice(0, acknowledged.length).map((event) => event.id)).toEqual(acknowledged);
  expect(
    kept.every((event) => event.fact.type === 'revisionAccepted' && event.fact.revision === event.id),
  ).toBe(true);
}, 30_000);
