import type { BondDesire, BondSpec } from '@bondctl/proto/model/bond';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { endFactsOf, portsNamed } from '../../../../test/fakes/fake-test.ts';
import type { EndFacts } from './ends.ts';
import { freshEnd } from './fresh.ts';

const [first, second] = portsNamed(2);
const spec: BondSpec = {
  name: 'sync0' as BondName,
  mode: '802.3ad',
  ports: [first ?? ('' as never), second ?? ('' as never)],
  options: { xmit_hash_policy: 'layer3+4' },
  mtu: 9000,
  addresses: ['10.9.0.1/24'],
};
const desired: readonly BondDesire[] = [{ state: 'present', spec, allowControlPath: false }];
const changed: Partial<EndFacts> = {
  mode: '802.3ad',
  mtu: 9000,
  xmitHashPolicy: 'layer3+4 (1)',
  addresses: ['10.9.0.1/24', 'fe80::1/64'],
};
const read = (facts: Partial<EndFacts>, host = 'alpha') =>
  freshEnd(endFactsOf(host, { ...changed, ...facts }), [{ host: 'alpha' as HostId, desired }]);

test('an end that is reported as it was changed is fresh, and so is one that was not changed', () => {
  expect(read({})).toMatchObject({ ok: true });
  expect(read({ mode: 'balance-rr' }, 'beta')).toMatchObject({ ok: true });
});

test.each<[Partial<EndFacts>, string]>([
  [{ mode: 'balance-rr' }, 'mode balance-rr for 802.3ad'],
  [{ mtu: 1500 }, 'MTU 1500 for 9000'],
  [{ ports: 1 }, '1 ports for 2'],
  [{ usable: portsNamed(1) }, '1 of 2 ports up'],
  [{ xmitHashPolicy: 'layer2 (0)' }, 'layer2 for layer3+4'],
  [{ addresses: [] }, 'without 10.9.0.1/24'],
])('an older report says what it lacks: %j', (facts, sentence) => {
  expect(read(facts)).toMatchObject({ ok: false, error: expect.stringContaining(sentence) });
});
