import { BondctlError } from '@bondctl/proto/model/error';
import type { Failure, Tx } from '@bondctl/proto/model/transaction';
import { expect, test } from 'vitest';
import type { Clock, Files } from '../kernel/ports.ts';
import { createJournal } from './journal.ts';
import { replay } from './journal-lines.ts';

const folder = '/state/transactions';
const clock: Clock = { monotonicMs: () => 1, unixMs: () => 1, after: () => () => undefined };
const why: Failure = { kind: 'asked', message: 'it was asked for' };
const one = (id: string): Tx => ({ id: id as Tx['id'], desired: [], deadlineInMs: 60_000 });
const [first, second] = [one('tx_aaaaaaaaaa'), one('tx_bbbbbbbbbb')];

/** Files in memory on a disk that can be full. */
function memory() {
  const texts = new Map<string, string>();
  const disk = { texts, isFull: false };
  const write = async (path: string, text: string) => {
    if (disk.isFull) throw new BondctlError('failed', 'ENOSPC');
    texts.set(path, text);
    return await Promise.resolve();
  };
  const files: Files = {
    read: async (_label, path) => await Promise.resolve(texts.get(path)),
    writeAtomic: (_label, path, text) => write(path, text),
    append: (_label, path, text) => write(path, (texts.get(path) ?? '') + text),
    list: async () => await Promise.resolve([...texts.keys()].map((path) => path.slice(folder.length + 1))),
    remove: async (_label, path) => await Promise.resolve(void texts.delete(path)),
    linkTargets: async () => await Promise.resolve([]),
  };
  return { disk, files };
}

const begun = (tx: Tx) => ({ phase: 'snapshotting', tx, deadlineMs: 1000 }) as const;

/** The phases that the journal of a transaction has. */
function phasesIn(texts: ReadonlyMap<string, string>, { id }: Tx): readonly string[] {
  const read = replay(texts.get(`${folder}/${id}.jsonl`) ?? '');
  return read.ok ? read.value.entries.map(({ state }) => state.phase) : [];
}

test('how a transaction ended is on disk before the next one begins, though the disk was full then', async () => {
  const { disk, files } = memory();
  const journal = createJournal(
    { files, clock, stateDir: '/state' },
    { by: { pid: 1, startTicks: 1 }, boot: 'b' },
  );
  await journal.append(begun(first));
  disk.isFull = true;
  await expect(journal.append({ phase: 'rolledBack', tx: first, why })).rejects.toThrow('ENOSPC');
  await expect(journal.append(begun(second))).rejects.toThrow('ENOSPC');
  disk.isFull = false;
  await journal.append(begun(second));
  expect(phasesIn(disk.texts, first)).toEqual(['snapshotting', 'rolledBack']);
  expect(phasesIn(disk.texts, second)).toEqual(['snapshotting']);
});
