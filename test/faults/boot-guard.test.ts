import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName, TxId } from '@bondctl/proto/model/names';
import { afterAll, expect, test } from 'vitest';
import type { Faults } from '../../packages/agent/src/kernel/ports.ts';
import {
  type GuardEnding,
  type GuardParts,
  guardBoot,
} from '../../packages/agent/src/transaction/boot-guard.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts';
import { journalOf, live } from '../fakes/transaction-rig.ts';
import { bondedHost, present, sync0 } from './transaction-scenes.ts';
import { watchParts } from './watch-parts.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-boot-'));
afterAll(() => rmSync(top, { recursive: true }));

const desired = present({ mode: 'balance-rr', options: {} });

/** A state folder as a host leaves it that is reset while a change of `host` waits for its confirmation. */
async function resetWhileWaiting(host: FakeHost, wish: readonly BondDesire[] = desired): Promise<string> {
  const dir = mkdtempSync(join(top, 'state-'));
  const { transactions } = live(host, dir);
  await transactions.resume();
  await transactions.prepare({ kind: 'prepare', tx, desired: wish, deadlineInMs: 60_000 });
  await transactions.apply({ kind: 'apply', tx, settleMs: 1_000 });
  expect(journalOf(dir, tx).at(-1)?.state.phase).toBe('awaitingConfirm');
  return dir;
}

/** What a boot finds: NICs alone. */
const bare = (...names: readonly string[]): FakeHost => createFakeHost(names.map((name) => ({ name })));

const partsOf = (host: FakeHost, dir: string, clock: FakeClock, faults?: Faults): GuardParts => ({
  ...watchParts(host, dir, clock, faults),
  portsTimeoutMs: 20_000,
});

/** One boot's guard, with time passing for it. */
async function guard(
  host: FakeHost,
  dir: string,
  bootId = 'boot-2',
  faults?: Faults,
): Promise<GuardEnding | null> {
  const clock = createFakeClock(bootId);
  let isOver = false;
  const ending = guardBoot(partsOf(host, dir, clock, faults)).finally(() => {
    isOver = true;
  });
  const over = ending.catch(() => undefined);
  while (!isOver) await clock.pass(500);
  await over;
  return await ending;
}

const old = bondedHost().print();
const lastOf = (dir: string) => journalOf(dir, tx).at(-1)?.state;

test('a bond in nobody’s files is made again whole, and the transaction is rolled back', async () => {
  const dir = await resetWhileWaiting(bondedHost());
  const host = bare('eth1', 'eth2', 'eth3');
  expect(await guard(host, dir)).toEqual({ tx, phase: 'rolledBack', why: expect.stringMatching(/: sync0$/) });
  expect(host.print()).toBe(old);
  expect(lastOf(dir)).toMatchObject({ phase: 'rolledBack', why: { kind: 'interrupted' } });
});

test('what configuration files describe is left to its owner: the transaction is closed and nothing is touched', async () => {
  const owned = bondedHost();
  for (const name of ['sync0', 'eth1', 'eth2']) owned.own(name, 'ifupdown');
  const dir = await resetWhileWaiting(owned);
  const host = bare('eth1', 'eth2', 'eth3');
  const before = host.print();
  expect(await guard(host, dir)).toMatchObject({ phase: 'rolledBack' });
  expect(host.print()).toBe(before);
  expect(lastOf(dir)).toMatchObject({ why: { message: expect.stringMatching(/came up with its own/) } });
});

test('ports that appear late are waited for', async () => {
  const dir = await resetWhileWaiting(bondedHost());
  const [early, late] = [bare('eth1'), bare('eth1', 'eth2', 'eth3')];
  const [clock, startMs] = [createFakeClock('boot-2'), createFakeClock().monotonicMs()];
  const now = () => (clock.monotonicMs() - startMs < 5_000 ? early : late);
  const reader = { ...late.reader, state: (label: string) => now().reader.state(label) };
  let isOver = false;
  const ending = guardBoot({ ...partsOf(late, dir, clock), reader }).finally(() => {
    isOver = true;
  });
  while (!isOver) await clock.pass(500);
  expect(await ending).toMatchObject({ phase: 'rolledBack' });
  expect(late.print()).toBe(old);
});

test('a port that never appears is said: the bond comes back without it, and a person is needed', async () => {
  const dir = await resetWhileWaiting(bondedHost());
  const host = bare('eth1', 'eth3');
  const ending = await guard(host, dir);
  expect(ending).toMatchObject({
    phase: 'stuck',
    why: expect.stringContaining('eth2.exists is no, not yes'),
  });
  expect(host.state().bonds.map(({ name, ports }) => [name, ports])).toEqual([[sync0, ['eth1']]]);
});

test('a NIC that has only the name of a port is not taken for it', async () => {
  const dir = await resetWhileWaiting(bondedHost());
  // NIC n of a fake host has the MAC address of place n: here eth2 is another one.
  const host = bare('eth1', 'eth3', 'eth2');
  expect(await guard(host, dir)).toMatchObject({ phase: 'stuck' });
  expect(host.state().bonds.map(({ ports }) => ports)).toEqual([['eth1' as IfName]]);
});

test('an attempt is made once: whatever ends it, the next boot only closes, and the one after finds nothing', async () => {
  const labels: string[] = [];
  const listening: Faults = { reached: (label) => void labels.push(label) };
  await guard(bare('eth1', 'eth2', 'eth3'), await resetWhileWaiting(bondedHost()), 'boot-2', listening);
  const attempts = [...new Set(labels)].filter((label) => /^(boot|restore):/.test(label));
  expect(attempts.length).toBeGreaterThan(8);
  for (const label of attempts.filter((one) => one !== 'boot:attempt')) {
    const dir = await resetWhileWaiting(bondedHost());
    // The power goes at the label: nothing more is said or done, and what was in the kernel is gone.
    let isDead = false;
    const cut: Faults = {
      reached(reached) {
        isDead ||= reached === label;
        if (isDead) throw new Error('the power is cut');
      },
    };
    await guard(bare('eth1', 'eth2', 'eth3'), dir, 'boot-2', cut).catch(() => undefined);
    const next = bare('eth1', 'eth2', 'eth3');
    const untouched = next.print();
    const ending = await guard(next, dir, 'boot-3');
    expect(ending?.why ?? '', label).toMatch(/once more while the boot guard brought bonds back/);
    expect(next.print(), label).toBe(untouched);
    expect(await guard(next, dir, 'boot-4'), label).toBeNull();
  }
});

test('a change of this very boot is none of its business', async () => {
  const host = bondedHost();
  const dir = await resetWhileWaiting(host);
  const waiting = host.print();
  expect(await guard(host, dir, 'boot-1')).toBeNull();
  expect([host.print(), lastOf(dir)?.phase]).toEqual([waiting, 'awaitingConfirm']);
});

test('while an agent holds the host it does nothing and says so', async () => {
  const host = bondedHost();
  const dir = await resetWhileWaiting(host);
  const parts = { ...partsOf(host, dir, createFakeClock('boot-2')), tryLock: () => Promise.resolve(null) };
  await expect(guardBoot(parts)).rejects.toThrow('comes too late');
});
