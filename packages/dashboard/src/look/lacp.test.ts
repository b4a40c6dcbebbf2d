import type { BondView, EndView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { lacpSides, stateWords } from './lacp.ts';

test.each([
  [0x3f, ''],
  [0x3d, ''],
  [null, ''],
  [0x47, 'itself not synchronised, not collecting, not distributing, defaulted'],
  [0xbf, 'itself expired'],
])('a state of %s is "%s"', (state, words) => {
  expect(stateWords(state, 'itself')).toBe(words);
});

const bond = (change: object) =>
  ({
    mode: '802.3ad',
    lacp: { sentence: 'partner b', systemMac: 'a', partnerMac: 'b', rate: 'fast', aggregatorId: 1 },
    ports: [
      { name: 'eth0', lacp: { aggregatorId: 1, state: 0x3f, partnerState: 0x3f } },
      { name: 'eth1', lacp: { aggregatorId: 2, state: 0x3f, partnerState: 0x07 } },
    ],
    ...change,
  }) as unknown as BondView;

const ends = (near: BondView | null, far: BondView | null) =>
  [{ bond: near }, { bond: far }] as unknown as readonly [EndView, EndView];

test('both ends stand side by side, port by port', () => {
  const sides = lacpSides(ends(bond({}), bond({ lacp: null, mode: 'balance-rr' })));
  expect(sides).toMatchObject({ kind: 'spoken' });
  const rows = sides.kind === 'spoken' ? sides.rows : [];
  expect(rows.map(({ what }) => what)).toEqual(['stands', 'speaks as', 'hears', 'rate', 'port 1', 'port 2']);
  expect(rows[0]?.ends).toEqual(['partner b', 'no LACP in balance-rr']);
  expect(rows[5]?.ends[0]).toBe(
    'eth1: in aggregator 2, which carries nothing; its partner not synchronised, not collecting, not distributing',
  );
});

test('where none is spoken it says in which mode, and where nothing is known it says that', () => {
  const silent = bond({ lacp: null, mode: 'balance-rr' });
  expect(lacpSides(ends(silent, silent))).toEqual({
    kind: 'none',
    sentence: 'No LACP is spoken in balance-rr.',
  });
  expect(lacpSides(ends(null, null))).toMatchObject({ kind: 'none' });
});
