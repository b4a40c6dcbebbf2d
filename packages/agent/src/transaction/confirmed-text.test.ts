import type { NamedDesire } from '@bondctl/proto/model/bond';
import type { BondName, TxId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedDesire } from '../../../../test/properties/words.ts';
import { formatConfirmed, parseConfirmed, withConfirmed } from './confirmed-text.ts';

const absent = (name: string): NamedDesire => ({
  state: 'absent',
  name: name as BondName,
  allowControlPath: false,
});
const tx = (id: string, ...names: readonly string[]) => ({
  id: id as TxId,
  desired: names.map(absent),
  deadlineInMs: 1000,
});
const shown = (bonds: ReturnType<typeof withConfirmed>) =>
  bonds.map(({ desire: one, tx: id }) => `${one.state === 'absent' ? one.name : one.spec.name} ${id}`);

test('the last transaction that confirmed a bond is the one that counts', () => {
  const first = withConfirmed([], tx('tx_first', 'bond0', 'bond1'), 1);
  expect(shown(withConfirmed(first, tx('tx_second', 'bond0'), 2))).toEqual([
    'bond1 tx_first',
    'bond0 tx_second',
  ]);
});

test('more bonds than any host has are not kept', () => {
  const names = Array.from({ length: 300 }, (_, at) => `bond${at}`);
  const kept = names.reduce<ReturnType<typeof withConfirmed>>(
    (bonds, name, at) => withConfirmed(bonds, tx('tx_many', name), at),
    [],
  );
  expect(kept).toHaveLength(256);
  expect(shown(kept).at(-1)).toBe('bond299 tx_many');
});

test('what was written is read again, and nothing is read from a damaged text', () => {
  fc.assert(
    fc.property(fc.array(namedDesire, { maxLength: 4 }), fc.nat(), fc.nat(255), (desired, at, byte) => {
      const bonds = withConfirmed([], { id: 'tx_words' as TxId, desired, deadlineInMs: 1000 }, 5);
      const text = formatConfirmed(bonds);
      expect(parseConfirmed(text)).toEqual(bonds);
      const place = at % (text.length - 1);
      const damaged = text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
      if (damaged !== text) expect(parseConfirmed(damaged)).toBeNull();
      expect(parseConfirmed(text.slice(0, place))).toBeNull();
    }),
  );
});
