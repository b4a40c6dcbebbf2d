import type { TxId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { Timers } from '../kernel/ports.ts';
import type { Watchdogs } from './watchdog.ts';
import { backedByTimers, timerOf } from './watchdog-timer.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
const child = { pid: 77, startTicks: 7 };

/** Watchdogs whose parts write down what happens to them; the named one fails. */
function rig(fails?: 'child' | 'timer' | 'stop', present = true) {
  const done: string[] = [];
  const act = async (what: string, failing: boolean): Promise<void> => {
    done.push(what);
    if (failing) throw new Error(`${what} failed`);
    await Promise.resolve();
  };
  const children: Watchdogs = {
    async arm(_tx, inMs) {
      await act(`child in ${inMs}`, fails === 'child');
      return child;
    },
    disarm: ({ pid }) => act(`child ${pid} ended`, false),
  };
  const timers: Timers = {
    present: async () => await Promise.resolve(present),
    start: (_label, name, argv, { inMs }) => act(`${name} in ${inMs}: ${argv.join(' ')}`, fails === 'timer'),
    stop: (_label, name) => act(`${name} stopped`, fails === 'stop'),
  };
  return { watchdogs: backedByTimers(children, { timers, command: ['agent', 'restore'] }), done };
}

const name = timerOf(tx);

test('both are armed: the timer ten seconds after the child, with the same watch and no time left', async () => {
  const { watchdogs, done } = rig();
  expect(await watchdogs.arm(tx, 60_000)).toBe(child);
  expect(done).toEqual(['child in 60000', `${name} in 70000: agent restore --watch --tx ${tx} --in-ms 0`]);
});

test('without systemd there is the child alone', async () => {
  const { watchdogs, done } = rig(undefined, false);
  await watchdogs.arm(tx, 60_000);
  await watchdogs.disarm(child, tx);
  expect(done).toEqual(['child in 60000', 'child 77 ended']);
});

test('a timer that cannot be armed takes the child with it: neither is left behind', async () => {
  const { watchdogs, done } = rig('timer');
  await expect(watchdogs.arm(tx, 60_000)).rejects.toThrow(`${name} in 70000`);
  expect(done.at(-1)).toBe('child 77 ended');
});

test('without a child no timer is asked for', async () => {
  const { watchdogs, done } = rig('child');
  await expect(watchdogs.arm(tx, 60_000)).rejects.toThrow('child in 60000 failed');
  expect(done).toEqual(['child in 60000']);
});

test('the timer is stopped first, for the child may be who asks; the child is ended whatever becomes of the timer', async () => {
  const [well, badly] = [rig(), rig('stop')];
  await well.watchdogs.disarm(child, tx);
  await expect(badly.watchdogs.disarm(child, tx)).rejects.toThrow(`${name} stopped failed`);
  for (const { done } of [well, badly]) expect(done).toEqual([`${name} stopped`, 'child 77 ended']);
});
