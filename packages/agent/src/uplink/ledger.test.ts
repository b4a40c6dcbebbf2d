import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { CommandId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { Files } from '../kernel/ports.ts';
import { openLedger } from './ledger.ts';

/** Files in memory; `fail` makes the next append with that label leave half of its text behind. */
function memoryFiles(texts = new Map<string, string>()) {
  let failing = '';
  const files: Files = {
    read: async (_, path) => texts.get(path),
    writeAtomic: async (_, path, text) => void texts.set(path, text),
    async append(label, path, text) {
      const half = label === failing;
      texts.set(path, `${texts.get(path) ?? ''}${half ? text.slice(0, text.length / 2) : text}`);
      failing = '';
      if (half) throw new Error('ENOSPC');
    },
    list: async (_, folder) => [...texts.keys()].filter((path) => path.startsWith(folder)),
    linkTargets: async () => [],
    remove: async (_, path) => void texts.delete(path),
  };
  const fail = (label: string) => {
    failing = label;
  };
  return { files, texts, fail };
}

const id = (text: string) => `cmd_${text.padEnd(8, '0')}` as CommandId;
const done: CommandOutcome = { kind: 'failed', message: 'why' };
const path = '/state/ledger.jsonl';

test('an accepted command is on disk before the promise resolves, and its outcome comes back after a restart', async () => {
  const { files, texts } = memoryFiles();
  const ledger = await openLedger(files, '/state');
  await ledger.accept(id('a'), 'digest');
  expect(texts.get(path)).toContain('"state":"accepted"');
  await ledger.finish(id('a'), done);
  const again = await openLedger(files, '/state');
  expect(again.entry(id('a'))).toMatchObject({ digest: 'digest', state: 'done' });
  expect(await again.outcome(id('a'))).toEqual(done);
  expect(again.unacknowledged()).toEqual([id('a')]);
  await again.acknowledge(id('a'));
  expect((await openLedger(files, '/state')).unacknowledged()).toEqual([]);
});

test('a command that was open at the restart ends as interrupted, once', async () => {
  const { files } = memoryFiles();
  await (await openLedger(files, '/state')).accept(id('a'), 'digest');
  for (let restart = 0; restart < 2; restart += 1) {
    const ledger = await openLedger(files, '/state');
    expect(await ledger.outcome(id('a'))).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/^interrupted/),
    });
  }
});

test('a torn last line is forgotten, and nothing is glued to it', async () => {
  const { files, texts } = memoryFiles();
  const first = await openLedger(files, '/state');
  await first.accept(id('a'), 'digest');
  texts.set(path, `${texts.get(path)}{"state":"accepted","id":"cmd_b`);
  const ledger = await openLedger(files, '/state');
  await ledger.accept(id('c'), 'digest');
  const again = await openLedger(files, '/state');
  expect([again.entry(id('a'))?.state, again.entry(id('c'))?.state]).toEqual(['done', 'done']);
});

test('an append that failed half way does not swallow the next line', async () => {
  const { files, fail } = memoryFiles();
  const ledger = await openLedger(files, '/state');
  fail('ledger.accepted');
  await expect(ledger.accept(id('a'), 'digest')).rejects.toThrow('ENOSPC');
  expect(ledger.entry(id('a'))).toBeUndefined();
  await ledger.accept(id('b'), 'digest');
  expect((await openLedger(files, '/state')).entry(id('b'))?.state).toBe('done');
});

test('the oldest acknowledged commands go, open and unacknowledged ones never', async () => {
  const { files, texts } = memoryFiles();
  const ledger = await openLedger(files, '/state', { entries: 10, bytes: 1_000_000 });
  await ledger.accept(id('open'), 'digest');
  await ledger.accept(id('waits'), 'digest');
  await ledger.finish(id('waits'), done);
  for (let at = 0; at < 30; at += 1) {
    await ledger.accept(id(`n${at}x`), 'digest');
    await ledger.finish(id(`n${at}x`), done);
    await ledger.acknowledge(id(`n${at}x`));
  }
  expect(ledger.entry(id('open'))?.state).toBe('accepted');
  expect(ledger.unacknowledged()).toEqual([id('waits')]);
  expect(ledger.entry(id('n0x'))).toBeUndefined();
  expect(ledger.entry(id('n29x'))?.state).toBe('acknowledged');
  expect([...texts.keys()].filter((one) => one.includes('/outcomes/')).length).toBeLessThan(15);
});

test('an outcome that cannot be written as a message is stored as what is wrong with it', async () => {
  const { files } = memoryFiles();
  const ledger = await openLedger(files, '/state');
  await ledger.accept(id('a'), 'digest');
  await ledger.finish(id('a'), { kind: 'serving', port: Number.NaN, version: '3' });
  expect(await ledger.outcome(id('a'))).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('outcome.serving.port'),
  });
});
