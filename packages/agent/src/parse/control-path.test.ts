import type { InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { controlPath } from './control-path.ts';

type Part = Pick<InterfaceState, 'name' | 'master' | 'parent' | 'addresses'>;

const part = (name: string, over: { master?: string; parent?: string; address?: string } = {}): Part => ({
  name: name as IfName,
  master: (over.master ?? null) as IfName | null,
  parent: (over.parent ?? null) as IfName | null,
  addresses: over.address === undefined ? [] : [{ cidr: over.address, origin: 'static' }],
});

const host = [
  part('mgmt0', { address: '10.99.0.2/16' }),
  part('eth1', { master: 'bond0' }),
  part('eth2', { master: 'bond0' }),
  part('bond0'),
  part('bond0.5', { parent: 'bond0', address: '10.5.0.1/24' }),
  part('br0', { address: '2001:db8::5/64' }),
  part('bond1', { master: 'br0' }),
  part('eth3', { master: 'bond1' }),
  part('tap0', { master: 'br0' }),
  part('eth4', { master: 'bond9', address: '10.4.0.1/24' }),
];

test.each([
  ['10.99.0.2', ['mgmt0']],
  ['::ffff:10.99.0.2', ['mgmt0']],
  ['10.5.0.1', ['bond0.5', 'bond0', 'eth1', 'eth2']],
  ['2001:DB8::5', ['br0', 'bond1', 'tap0', 'eth3']],
  ['2001:db8::5%br0', ['br0', 'bond1', 'tap0', 'eth3']],
  ['10.4.0.1', ['bond9', 'eth4']],
  ['10.5.0.11', []],
])('%s is carried by %j', (address, path) => expect(controlPath(address, host)).toEqual(path));

test('without a connection there is no control path', () => expect(controlPath(null, host)).toEqual([]));

test('interfaces that name each other in a ring end', () => {
  const ring = [part('a0', { parent: 'b0', address: '10.0.0.1/8' }), part('b0', { parent: 'a0' })];
  expect(controlPath('10.0.0.1', ring)).toEqual(['a0', 'b0']);
});
