import { type HostId, parseId, type TxId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { createIds } from './ids.ts';

const ids = createIds();
const [tx, alpha] = ['tx_00000001' as TxId, 'alpha' as HostId];

test('every id has the form of its kind', () => {
  expect(parseId('tx', ids.tx()).ok).toBe(true);
  expect(parseId('ro', ids.rollout()).ok).toBe(true);
  expect(parseId('cmd', ids.command()).ok).toBe(true);
  expect(parseId('cmd', ids.commandFor(tx, alpha, 'confirm', 0)).ok).toBe(true);
});

test('a command of a change has the same id after a restart, and another for each host, order and attempt', () => {
  expect(createIds().commandFor(tx, alpha, 'confirm', 0)).toBe(ids.commandFor(tx, alpha, 'confirm', 0));
  const all = ['alpha', 'beta'].flatMap((host) =>
    ['confirm', 'rollBack'].flatMap((order) =>
      [0, 1].map((attempt) => ids.commandFor(tx, host as HostId, order, attempt)),
    ),
  );
  expect(new Set(all).size).toBe(all.length);
});
