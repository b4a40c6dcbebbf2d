import { readFileSync } from 'node:fs';
import type { SweepKnobs } from '@bondctl/proto/model/sweep';
import { describe, expect, test } from 'vitest';
import { linkOf, noKnobs } from '../../../../test/fakes/fake-sweeps.ts';
import { specOf } from '../../../../test/golden/worlds.ts';
import { candidatesOf } from './candidates.ts';

const text = readFileSync(new URL('../../../../examples/two-hosts-direct.yaml', import.meta.url), 'utf8');
const spec = specOf(text);
const link = linkOf(spec, 'drbd');
const of = (knobs: Partial<SweepKnobs>) => candidatesOf(link, spec, { ...noKnobs, ...knobs });

function namesOf(knobs: Partial<SweepKnobs>): readonly string[] {
  const found = of(knobs);
  return found.ok ? found.value.map(({ name }) => name) : [found.error];
}

describe('candidates', () => {
  test.each<[string, Partial<SweepKnobs>, readonly string[]]>([
    ['what the spec has', {}, ['balance-rr, MTU 9000']],
    [
      'every combination, in the order of the values',
      { modes: ['802.3ad', 'balance-rr'], mtus: [1500, 9000] },
      ['802.3ad, MTU 1500', '802.3ad, MTU 9000', 'balance-rr, MTU 1500', 'balance-rr, MTU 9000'],
    ],
    [
      'no second one where an option means nothing',
      { modes: ['802.3ad', 'balance-rr'], options: { xmit_hash_policy: ['layer2', 'layer3+4'] } },
      ['802.3ad, MTU 9000, layer2', '802.3ad, MTU 9000, layer3+4', 'balance-rr, MTU 9000'],
    ],
    [
      'settings beside the driver, after its options',
      { options: { packets_per_slave: ['8'] }, tuning: { tcp_reordering: ['3', '127'], tso: ['off'] } },
      [
        'balance-rr, MTU 9000, packets_per_slave 8, tcp_reordering 3, tso off',
        'balance-rr, MTU 9000, packets_per_slave 8, tcp_reordering 127, tso off',
      ],
    ],
    [
      'an option by its name',
      { options: { packets_per_slave: ['1', '8'] } },
      ['balance-rr, MTU 9000, packets_per_slave 1', 'balance-rr, MTU 9000, packets_per_slave 8'],
    ],
  ])('are %s', (_what, knobs, names) => {
    expect(namesOf(knobs)).toEqual(names);
  });

  test('set both ends, and leave behind what the new mode refuses', () => {
    const found = of({ modes: ['802.3ad'], mtus: [1500], options: { packets_per_slave: [] } });
    const desires = found.ok ? found.value[0].desires : [];
    expect(desires.map(({ host }) => host)).toEqual(['alpha', 'beta']);
    expect(desires.flatMap(({ bonds }) => bonds)).toMatchObject([
      { state: 'present', spec: { name: 'sync0', mode: '802.3ad', mtu: 1500, options: { miimon: '100' } } },
      { state: 'present', spec: { name: 'sync0', mode: '802.3ad', mtu: 1500 } },
    ]);
  });

  test.each<[string, Partial<SweepKnobs>, RegExp]>([
    [
      'an option that no mode hears',
      { options: { lacp_rate: ['fast'] } },
      /lacp_rate means nothing in balance-rr/,
    ],
    ['a hash without a mode that hashes', { options: { xmit_hash_policy: ['layer2'] } }, /--mode/],
    [
      'too many',
      { options: { packets_per_slave: Array.from({ length: 65 }, (_, nth) => String(nth)) } },
      /65 candidates.*at most 64/,
    ],
  ])('say so of %s', (_what, knobs, sentence) => {
    expect(of(knobs)).toMatchObject({ ok: false, error: expect.stringMatching(sentence) });
  });

  test('need a spec that describes both ends', () => {
    const bare = { ...spec, desires: spec.desires.slice(0, 1) };
    expect(candidatesOf(link, bare, noKnobs)).toMatchObject({
      ok: false,
      error: expect.stringContaining('beta/sync0'),
    });
  });
});
