import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TxId } from '@bondctl/proto/model/names';
import { afterAll, expect, test } from 'vitest';
import type { Timers } from '../../packages/agent/src/kernel/ports.ts';
import { watch } from '../../packages/agent/src/transaction/watch.ts';
import { timerOf } from '../../packages/agent/src/transaction/watchdog-timer.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { journalOf, live } from '../fakes/transaction-rig.ts';
import { bondedHost, present } from './transaction-scenes.ts';
import { watchParts } from './watch-parts.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-timer-'));
afterAll(() => rmSync(top, { recursive: true }));

const desired = present({ mode: 'balance-rr', options: {} });

/** A service manager that keeps its timers in a set. */
function serviceManager(refuses = false): { readonly timers: Timers; readonly armed: Set<string> } {
  const armed = new Set<string>();
  const timers: Timers = {
    present: async () => await Promise.resolve(true),
    start: async (_label, name) => {
      if (refuses) throw new Error('Access denied');
      armed.add(name);
      await Promise.resolve();
    },
    stop: async (_label, name) => {
      armed.delete(name);
      await Promise.resolve();
    },
  };
  return { timers, armed };
}

const begin = (
  manager: ReturnType<typeof serviceManager>,
  host = bondedHost(),
  dir = mkdtempSync(`${top}/s-`),
) => ({
  host,
  dir,
  ...live(host, dir, { kind: 'none' }, 'boot-1', manager.timers),
});

const prepare = { kind: 'prepare', tx, desired, deadlineInMs: 60_000 } as const;

test('a timer that systemd refuses: the change is not prepared, nothing is touched, no watchdog is left', async () => {
  const manager = serviceManager(true);
  const { host, dir, transactions, labels } = begin(manager);
  const old = host.print();
  await transactions.resume();
  const outcome = await transactions.prepare(prepare);
  expect(outcome).toMatchObject({ outcome: { phase: 'rolledBack', why: { kind: 'watchdog' } } });
  expect(host.print()).toBe(old);
  expect(journalOf(dir, tx).map(({ state }) => state.phase)).toEqual([
    'snapshotting',
    'arming',
    'rolledBack',
  ]);
  expect([labels.includes('watchdog:ended'), [...manager.armed]]).toEqual([true, []]);
});

test('an agent that is started again finds the timer of the one before by the transaction alone', async () => {
  const manager = serviceManager();
  const first = begin(manager);
  await first.transactions.resume();
  await first.transactions.prepare(prepare);
  await first.transactions.apply({ kind: 'apply', tx, settleMs: 1_000 });
  expect([...manager.armed]).toEqual([timerOf(tx)]);
  const second = begin(manager, first.host, first.dir);
  await second.transactions.resume();
  expect(journalOf(first.dir, tx).at(-1)?.state.phase).toBe('rolledBack');
  expect([...manager.armed]).toEqual([]);
});

test('child and timer at once: one restores, the other finds nothing to do', async () => {
  const { host, dir, transactions } = begin(serviceManager());
  const old = host.print();
  await transactions.resume();
  await transactions.prepare(prepare);
  await transactions.apply({ kind: 'apply', tx, settleMs: 1_000 });
  expect(host.print()).not.toBe(old);
  const clock = createFakeClock();
  // Patient, so that a slow disk does not make the second one end anybody.
  const parts = { ...watchParts(host, dir, clock), graceMs: 3_600_000, stallMs: 3_600_000 };
  let isOver = false;
  const endings = Promise.all([watch(parts, tx, 0, () => undefined), watch(parts, tx, 0, () => undefined)]);
  const over = endings.finally(() => {
    isOver = true;
  });
  while (!isOver) await clock.pass(200);
  await over;
  expect((await endings).sort()).toEqual(['nothing to do', 'restored']);
  expect(host.print()).toBe(old);
  expect(journalOf(dir, tx).filter(({ state }) => state.phase === 'rolledBack')).toHaveLength(1);
});
