import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import type { PortChoice } from '@bondctl/proto/model/port-choice';
import type { NonEmpty } from '@bondctl/proto/model/result';
import { expect, test } from 'vitest';
import { createFakeHost } from '../../../../test/fakes/fake-host.ts';
import { choosePorts } from '../transaction/ports-chosen.ts';
import { keptOf } from './kept-of.ts';

const host = createFakeHost([
  { name: 'eth0', driver: 'igb', path: 'pci-0000:00:19.0' },
  { name: 'eth1', driver: 'e1000e', path: 'pci-0000:03:00.0' },
  { name: 'eth2', driver: 'e1000e', path: 'pci-0000:04:00.0' },
]);

/** By what files know the ports of a bond with these choices. */
function identities(...ports: readonly (PortChoice | string)[]) {
  const desire: BondDesire = {
    state: 'present',
    allowControlPath: false,
    spec: {
      name: 'sync0' as IfName,
      mode: 'balance-rr',
      ports: ports as unknown as NonEmpty<PortChoice>,
      options: {},
      mtu: null,
      addresses: null,
    },
  };
  const state = host.state();
  const [found] = choosePorts([desire], state).desired;
  if (found?.state !== 'present') throw new Error('the ports were not found');
  return keptOf(state, found).ports.map(({ name, identity }) => ({ name, ...identity }));
}

test('files know a NIC as people chose it, and those of a driver by their addresses', () => {
  expect(identities('eth1', { mac: 'aa:00:00:00:00:03' }, { path: 'pci-*:19.0' })).toEqual([
    { name: 'eth1', by: 'name' },
    { name: 'eth2', by: 'mac', mac: 'aa:00:00:00:00:03' },
    { name: 'eth0', by: 'path', path: 'pci-0000:00:19.0' },
  ]);
  expect(identities({ path: '*03:00.0' }, { driver: 'e1000e', count: 1 })).toEqual([
    { name: 'eth1', by: 'path', path: 'pci-0000:03:00.0' },
    { name: 'eth2', by: 'mac', mac: 'aa:00:00:00:00:03' },
  ]);
});
