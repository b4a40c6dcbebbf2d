// The changes every fault is tried on: each a host, a wish, and a name.
import type { NamedDesire, NamedSpec } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts';

const name = (text: string) => text as IfName;
export const sync0 = name('sync0');

const spec = (more: Partial<NamedSpec>): NamedSpec => ({
  name: sync0,
  mode: 'active-backup',
  ports: [name('eth1'), name('eth2')],
  options: { miimon: '100' },
  mtu: null,
  addresses: null,
  ...more,
});

export const present = (more: Partial<NamedSpec>): readonly NamedDesire[] => [
  { state: 'present', spec: spec(more), allowControlPath: false },
];

/** Two free NICs, one with an address of its own. */
export function bareHost(): FakeHost {
  const host = createFakeHost([{ name: 'eth1' }, { name: 'eth2' }, { name: 'eth3' }]);
  host.take({ do: 'addAddress', device: name('eth1'), cidr: '192.168.1.1/24' });
  return host;
}

/** A bond with addresses, routes and a jumbo MTU. */
export function bondedHost(): FakeHost {
  const host = createFakeHost([{ name: 'eth1' }, { name: 'eth2' }, { name: 'eth3' }]);
  host.take({ do: 'createBond', bond: sync0, mode: 'active-backup', options: { miimon: '100' } });
  host.take({ do: 'setMtu', device: sync0, from: 1500, to: 9000 });
  for (const port of ['eth1', 'eth2'].map(name)) {
    host.take({ do: 'linkDown', device: port });
    host.take({ do: 'addPort', bond: sync0, port });
  }
  host.take({ do: 'linkUp', device: sync0 });
  host.take({ do: 'addAddress', device: sync0, cidr: '10.9.0.1/24' });
  host.take({ do: 'addAddress', device: sync0, cidr: 'fd00::1/64' });
  host.take({ do: 'addRoute', device: sync0, family: 'inet', route: '172.16.0.0/16 via 10.9.0.254' });
  return host;
}

/** The same, with settings beside the driver. */
export function tunedHost(): FakeHost {
  const host = bondedHost();
  host.take({ do: 'setOffload', device: sync0, offload: 'tso', from: 'on', to: 'off' });
  host.take({ do: 'setOffload', device: name('eth2'), offload: 'gro', from: 'on', to: 'off' });
  host.take({ do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '9' });
  return host;
}

/** A change to try. */
export interface Scene {
  readonly title: string;
  readonly host: () => FakeHost;
  readonly desired: readonly NamedDesire[];
}

export const scenes: readonly Scene[] = [
  {
    title: 'create',
    host: bareHost,
    desired: present({
      mode: '802.3ad',
      options: { miimon: '100', lacp_rate: 'fast' },
      mtu: 9000,
      addresses: ['10.9.0.1/24'],
    }),
  },
  {
    title: 'change by delta',
    host: bondedHost,
    desired: present({ options: { miimon: '50', updelay: '200', primary: 'eth2' } }),
  },
  { title: 'change the mode', host: bondedHost, desired: present({ mode: 'balance-rr', options: {} }) },
  { title: 'change the MTU', host: bondedHost, desired: present({ mtu: 1500 }) },
  {
    title: 'change addresses',
    host: bondedHost,
    desired: present({ addresses: ['10.9.0.2/24', '10.8.0.2/16'] }),
  },
  { title: 'change the ports', host: bondedHost, desired: present({ ports: [name('eth2'), name('eth3')] }) },
  {
    title: 'tune',
    host: tunedHost,
    desired: present({ tuning: { tcp_reordering: '127', tso: 'on', gso: 'off', gro: 'off' } }),
  },
  {
    title: 'delete what is tuned',
    host: tunedHost,
    desired: [
      { state: 'absent', name: sync0, allowControlPath: false, tuning: { tcp_reordering: '3', gro: 'on' } },
    ],
  },
  { title: 'delete', host: bondedHost, desired: [{ state: 'absent', name: sync0, allowControlPath: false }] },
];
