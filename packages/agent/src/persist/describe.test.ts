import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { createFakeHost } from '../../../../test/fakes/fake-host.ts';
import { describe } from './describe.ts';
import type { Format } from './format.ts';
import type { KeptBond } from './kept.ts';

const name = (text: string) => text as IfName;

/** A host whose sync0 has eth2 and eth3, MTU 9000 and an address. */
function hostState(): HostState {
  const host = createFakeHost([{ name: 'eth2' }, { name: 'eth3' }]);
  const bond = name('sync0');
  host.take({ do: 'createBond', bond, mode: 'balance-rr', options: { miimon: '100' } });
  for (const port of ['eth2', 'eth3']) host.take({ do: 'linkDown', device: name(port) });
  for (const port of ['eth2', 'eth3']) host.take({ do: 'addPort', bond, port: name(port) });
  host.take({ do: 'setMtu', device: bond, from: 1500, to: 9000 });
  host.take({ do: 'linkUp', device: bond });
  host.take({ do: 'addAddress', device: bond, cidr: 'fd00::1/64' });
  return host.state();
}

const kept: KeptBond = {
  name: name('sync0'),
  mode: 'balance-rr',
  options: { miimon: '100' },
  ports: [
    { name: name('eth2'), identity: { by: 'name' }, infiniband: false },
    { name: name('lan9'), identity: { by: 'mac', mac: 'aa:00:00:00:00:02' }, infiniband: false },
  ],
  mtu: 9000,
  mac: null,
  addresses: { cidrs: ['FD00:0::1/64'], named: false },
  routes: [],
  vlans: [],
  bridge: null,
};

const path = '/etc/netplan/60.yaml';
const problem = { path, line: 3, message: 'this is not YAML' };

/** A format whose one file says these bonds. */
const saying = (...bonds: readonly KeptBond[]): Format => ({
  backend: 'netplan',
  mode: 0o600,
  places: [],
  makesMacs: false,
  described: () => new Set(bonds.map((bond) => bond.name)),
  render: () => ({ files: [], removed: [], untilReboot: [] }),
  withdraw: () => ({ files: [], removed: [], untilReboot: [] }),
  adopt: () => ({ bonds: bonds.map((bond) => ({ bond, path })), problems: [problem] }),
});

const described = (format: Format, read: readonly 'netplan'[] = ['netplan']) =>
  describe({ state: hostState(), formats: [{ format, texts: [] }], read: new Set(read) });

const file = { backend: 'netplan', path };

test('a file that says what the kernel holds does not differ, however it finds a port and spells an address', () => {
  expect(described(saying(kept))).toEqual({
    bonds: [{ bond: 'sync0', file, differences: [] }],
    problems: [problem],
  });
});

test('what a file says differently is told with both words', () => {
  const said: KeptBond = { ...kept, mtu: null, options: { miimon: '50', resend_igmp: '3' } };
  expect(
    described(saying({ ...said, addresses: { cidrs: [], named: false } })).bonds[0]?.differences,
  ).toEqual([
    { path: 'sync0.options.miimon', wanted: '50', found: '100' },
    { path: 'sync0.options.resend_igmp', wanted: '3', found: '1' },
    { path: 'sync0.mtu', wanted: '1500', found: '9000' },
    { path: 'sync0.addresses', wanted: 'none', found: 'fd00::1/64' },
  ]);
});

test('another mode is told without the options that come with it', () => {
  expect(described(saying({ ...kept, mode: 'active-backup' })).bonds[0]?.differences).toEqual([
    { path: 'sync0.mode', wanted: 'active-backup', found: 'balance-rr' },
  ]);
});

test('a bond that only a file has, and one that no file has', () => {
  expect(described(saying({ ...kept, name: name('bond7') })).bonds).toEqual([
    { bond: 'bond7', file, differences: [{ path: 'bond7', wanted: 'there', found: 'not there' }] },
    { bond: 'sync0', file: null, differences: [] },
  ]);
});

test('a file that nothing on the host reads says nothing', () => {
  expect(described(saying(kept), [])).toEqual({
    bonds: [{ bond: 'sync0', file: null, differences: [] }],
    problems: [],
  });
});
