import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TxId } from '@bondctl/proto/model/names';
import { afterAll, describe, expect, test } from 'vitest';
import { restoreByHand, type WatchParts, watch } from '../../packages/agent/src/transaction/watch.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import type { FakeHost } from '../fakes/fake-host.ts';
import { type Accident, aloneProcesses, journalOf, live } from '../fakes/transaction-rig.ts';
import { bondedHost, present, sync0 } from './transaction-scenes.ts';
import { watchParts } from './watch-parts.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-watch-'));
afterAll(() => rmSync(top, { recursive: true }));

const desired = present({ mode: 'balance-rr', options: {} });

/** A host whose agent has applied a change and then died, or lives on and does nothing. */
async function applied(accident: Accident = { kind: 'none' }): Promise<{ host: FakeHost; dir: string }> {
  const [host, dir] = [bondedHost(), mkdtempSync(join(top, 'state-'))];
  const { transactions, died } = live(host, dir, accident);
  const work = async () => {
    await transactions.resume();
    await transactions.prepare({ kind: 'prepare', tx, desired, deadlineInMs: 60_000 });
    await transactions.apply({ kind: 'apply', tx, settleMs: 1_000 });
    await transactions.confirm({ kind: 'confirm', tx });
  };
  await Promise.race([work(), died]);
  return { host, dir };
}

/** `holder` is who has the lock; killing it frees the lock. */
interface Holder {
  has: boolean;
  killed: number[];
}

function partsOf(
  host: FakeHost,
  dir: string,
  clock: FakeClock,
  holder: Holder = { has: false, killed: [] },
): WatchParts {
  return {
    ...watchParts(host, dir, clock),
    processes: {
      ...aloneProcesses,
      async signal({ pid }, signal) {
        if (signal === 'SIGKILL') {
          holder.killed.push(pid);
          holder.has = false;
        }
        return await Promise.resolve(true);
      },
    },
    tryLock: async () =>
      await Promise.resolve(holder.has ? null : { release: async () => await Promise.resolve() }),
  };
}

const atConfirm: Accident = { kind: 'die', label: 'journal:18:committed' };
const old = bondedHost().print();

/** Runs a watch while time passes. */
async function watched(parts: WatchParts, clock: FakeClock, ms: number): Promise<string> {
  let ready: () => void = () => undefined;
  const armed = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ending = watch(parts, tx, 10_000, ready);
  await armed;
  let told = 'still watching';
  void ending.then((word) => {
    told = word;
  });
  for (let passed = 0; passed < ms && told === 'still watching'; passed += 500) await clock.pass(500);
  return told;
}

describe('the watchdog', () => {
  test('of an agent that died does nothing before the deadline, and brings back the old state at it', async () => {
    const { host, dir } = await applied(atConfirm);
    const clock = createFakeClock();
    const parts = partsOf(host, dir, clock);
    expect(journalOf(dir, tx).at(-1)?.state.phase).toBe('awaitingConfirm');
    const ending = watch(parts, tx, 10_000, () => undefined);
    await clock.pass(9_900);
    expect(host.print()).not.toBe(old);
    await clock.pass(5_000);
    expect(await ending).toBe('restored');
    expect(host.print()).toBe(old);
    expect(journalOf(dir, tx).at(-1)?.state.phase).toBe('rolledBack');
  });

  test('of a change that was committed does nothing', async () => {
    const { host, dir } = await applied();
    const renewed = host.print();
    const clock = createFakeClock();
    expect(await watched(partsOf(host, dir, clock), clock, 30_000)).toBe('nothing to do');
    expect(host.print()).toBe(renewed);
  });

  test('ends a living agent that does nothing, exactly that one, after the grace', async () => {
    const { host, dir } = await applied(atConfirm);
    const [clock, holder] = [createFakeClock(), { has: true, killed: [] as number[] }];
    expect(await watched(partsOf(host, dir, clock, holder), clock, 30_000)).toBe('restored');
    expect(holder.killed).toEqual([journalOf(dir, tx)[0]?.by.pid]);
    expect(host.print()).toBe(old);
  });

  test('lets a living agent commit while it waits: the journal is read again with the lock in hand', async () => {
    const { host, dir } = await applied();
    const path = `${dir}/transactions/${tx}.jsonl`;
    const whole = readFileSync(path, 'utf8');
    const renewed = host.print();
    writeFileSync(
      path,
      whole
        .split(/(?<=\n)/)
        .slice(0, -1)
        .join(''),
    );
    const [clock, holder] = [createFakeClock(), { has: true, killed: [] as number[] }];
    const parts = partsOf(host, dir, clock, holder);
    const late = {
      ...parts,
      processes: {
        ...parts.processes,
        signal: async () => {
          // Its last act before the signal reached it.
          writeFileSync(path, whole);
          holder.has = false;
          return await Promise.resolve(true);
        },
      },
    };
    expect(await watched(late, clock, 30_000)).toBe('nothing to do');
    expect(host.print()).toBe(renewed);
  });

  test('touches nothing when the journal is damaged', async () => {
    const { host, dir } = await applied(atConfirm);
    const path = `${dir}/transactions/${tx}.jsonl`;
    writeFileSync(path, readFileSync(path, 'utf8').replace('"phase":"applying"', '"phase":"apply1ng"'));
    const before = host.print();
    const clock = createFakeClock();
    await expect(watch(partsOf(host, dir, clock), tx, 10_000, () => undefined)).rejects.toThrow(
      /Line \d+ of .* is damaged/,
    );
    await expect(live(host, dir).transactions.resume()).rejects.toThrow(/nothing is touched/);
    expect(host.print()).toBe(before);
  });
});

describe('the restore by hand', () => {
  test('takes an open change back at once', async () => {
    const { host, dir } = await applied(atConfirm);
    expect(await restoreByHand(partsOf(host, dir, createFakeClock()), 'restore')).toBe('restored');
    expect(host.print()).toBe(old);
    expect(await restoreByHand(partsOf(host, dir, createFakeClock()), 'restore')).toBe('nothing to do');
  });

  test('is the only way out of stuck: once more when the cause is gone, or the host as it is', async () => {
    for (const wish of ['restore', 'accept'] as const) {
      const { host, dir } = await applied(atConfirm);
      const perform = host.writer.perform;
      const broken = { ...host, writer: { perform: () => Promise.reject(new Error('ENODEV')) } };
      const parts = partsOf(host, dir, createFakeClock());
      expect(await restoreByHand({ ...parts, writer: broken.writer }, 'restore')).toBe('stuck');
      const half = host.print();
      const blocked = live(host, dir).transactions;
      await blocked.resume();
      expect(host.print()).toBe(half);
      expect(
        await blocked.prepare({
          kind: 'prepare',
          tx: 'tx_another000' as TxId,
          desired,
          deadlineInMs: 60_000,
        }),
      ).toMatchObject({ kind: 'refused', code: 'busy' });
      expect(await restoreByHand({ ...parts, writer: { perform } }, wish)).toBe(
        wish === 'restore' ? 'restored' : 'accepted',
      );
      expect(host.print()).toBe(wish === 'restore' ? old : half);
      const free = live(host, dir).transactions;
      await free.resume();
      expect(
        await free.prepare({
          kind: 'prepare',
          tx: 'tx_another000' as TxId,
          desired: present({ options: { miimon: '200' } }),
          deadlineInMs: 60_000,
        }),
      ).toMatchObject({ kind: 'transaction' });
    }
  });
});

describe('the journals of a host', () => {
  test('a rebooted host is taken as it booted: nothing is restored', async () => {
    const { host, dir } = await applied(atConfirm);
    const booted = host.print();
    const { transactions } = live(host, dir, { kind: 'none' }, 'boot-2');
    await transactions.resume();
    expect(host.print()).toBe(booted);
    expect(journalOf(dir, tx).at(-1)?.state).toMatchObject({
      phase: 'rolledBack',
      why: { kind: 'interrupted' },
    });
  });

  test('the last hundred are kept', async () => {
    const [host, dir] = [bondedHost(), mkdtempSync(join(top, 'state-'))];
    mkdirSync(`${dir}/transactions`);
    const { transactions } = live(host, dir);
    await transactions.resume();
    const ids = Array.from({ length: 103 }, (_, at) => `tx_number${String(at).padStart(4, '0')}` as TxId);
    for (const id of ids) {
      await transactions.prepare({ kind: 'prepare', tx: id, desired, deadlineInMs: 60_000 });
      await transactions.rollBack({ kind: 'rollBack', tx: id, why: 'enough' });
    }
    const found = ids.filter((id) => existsSync(`${dir}/transactions/${id}.jsonl`));
    expect(found).toEqual(ids.slice(-100));
  });

  test('an answer is found again by its id, and an id is used once', async () => {
    const { host, dir } = await applied();
    const { transactions } = live(host, dir);
    await transactions.resume();
    const committed = { kind: 'transaction', tx, outcome: { phase: 'committed' } };
    expect(await transactions.confirm({ kind: 'confirm', tx })).toEqual(committed);
    expect(await transactions.prepare({ kind: 'prepare', tx, desired, deadlineInMs: 60_000 })).toEqual(
      committed,
    );
    await transactions.forget({ kind: 'forget', tx });
    expect(await transactions.prepare({ kind: 'prepare', tx, desired, deadlineInMs: 60_000 })).toMatchObject({
      code: 'conflict',
    });
    expect(await transactions.confirm({ kind: 'confirm', tx: 'tx_nobody0000' as TxId })).toMatchObject({
      code: 'conflict',
    });
    expect(host.state().bonds.map((bond) => bond.name)).toEqual([sync0]);
  });

  test('a second transaction is told who holds the host', async () => {
    const [host, dir] = [bondedHost(), mkdtempSync(join(top, 'state-'))];
    const { transactions } = live(host, dir);
    await transactions.resume();
    await transactions.prepare({ kind: 'prepare', tx, desired, deadlineInMs: 60_000 });
    const other = await transactions.prepare({
      kind: 'prepare',
      tx: 'tx_another000' as TxId,
      desired,
      deadlineInMs: 60_000,
    });
    expect(other).toMatchObject({
      kind: 'refused',
      code: 'busy',
      refusals: [{ message: `Transaction ${tx} holds this host and is prepared.` }],
    });
  });
});
