import { expect, test } from 'vitest';
import { parseSpec } from './parse.ts';

const spec = (bond: string) => `version: 1
hosts:
  alpha: {}
  beta: {}
bonds:
  sync0: { hosts: [alpha, beta], ports: [eth2, eth3], ${bond} }
`;

test.each<[string, string, RegExp]>([
  [
    'an unknown tuning',
    spec('mode: 0, tuning: { tcp_reorderin: 127 }'),
    /^6:74 bonds.sync0.tuning.tcp_reorderin: "tcp_reorderin" is not a tuning; did you mean "tcp_reordering"\?$/,
  ],
  [
    'a tuning out of range',
    spec('mode: 0, tuning: { tcp_reordering: 0 }'),
    /^6:90 .* "tcp_reordering" must be a whole number from 1 to 2147483647, not "0"$/,
  ],
  [
    'an offload that is neither on nor off',
    spec('mode: 0, tuning: { tso: offf }'),
    /"tso" cannot be "offf"; did you mean "off"\?/,
  ],
  ['a tuning that is a list', spec('mode: 0, tuning: [tso]'), /"tuning" must be a map of names, not a list/],
  [
    'a tuning of a bond that shall be absent',
    spec('state: absent, tuning: { gro: on, tso: off }').replace('ports: [eth2, eth3], ', ''),
    /^6:68 bonds.sync0.tuning.tso: this bond shall be absent, so "tso" says nothing; remove it$/,
  ],
  [
    'two values for one setting of a host',
    `${spec('mode: 0, tuning: { tcp_reordering: 127 }')}  sync1: { hosts: [beta], ports: [eth4], mode: 0, tuning: { tcp_reordering: 3 } }\n`,
    /^7:77 bonds.sync1.tuning.tcp_reordering: "tcp_reordering" has one value on a host, and "sync0" on beta says 127$/,
  ],
])('%s is named at its place', (_title, text, message) => {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (parsed.ok) throw new Error('expected a mistake');
  expect(parsed.error.map((one) => `${one.line}:${one.column} ${one.path}: ${one.message}`)).toEqual([
    expect.stringMatching(message),
  ]);
});

test('a tuning is kept in the words of the kernel and of ethtool, numbers of words too', () => {
  const parsed = parseSpec(spec('mode: 0, tuning: { tcp_reordering: 127, tso: 0, gro: on }'), 'cluster.yaml');
  if (!parsed.ok) throw new Error('expected a spec');
  const tunings = parsed.value.desires.map(
    ({ bonds: [bond] }) => bond.state === 'present' && bond.spec.tuning,
  );
  expect(tunings).toEqual(Array(2).fill({ tcp_reordering: '127', tso: 'off', gro: 'on' }));
});
