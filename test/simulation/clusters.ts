import type { BondMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts';
import type { Chance } from './chance.ts';

/** A bond as a host boots it. */
interface BootedBond {
  readonly name: string;
  readonly ports: readonly string[];
  readonly mode: BondMode;
  readonly options: OptionValues;
  readonly address: string;
}

/** Hosts as they boot, and the specs that are applied to them one after the other. */
export interface Cluster {
  readonly name: string;
  readonly hosts: Readonly<Record<string, readonly BootedBond[]>>;
  readonly specs: readonly string[];
}

const nics = ['eth2', 'eth3', 'eth4', 'eth5'];
const name = (text: string) => text as IfName;

/** A host as it is after booting. */
export function boot(bonds: readonly BootedBond[]): FakeHost {
  const host = createFakeHost(nics.map((one) => ({ name: one, up: false })));
  for (const { name: bond, ports, mode, options, address } of bonds) {
    host.take({ do: 'createBond', bond: name(bond), mode, options });
    for (const port of ports) host.take({ do: 'addPort', bond: name(bond), port: name(port) });
    host.take({ do: 'linkUp', device: name(bond) });
    host.take({ do: 'addAddress', device: name(bond), cidr: address });
    host.take({ do: 'addRoute', device: name(bond), family: 'inet', route: `172.16.${bond.length}.0/24` });
  }
  return host;
}

/** A bond of two hosts, how it boots and what may be wanted of it. */
interface Kind {
  readonly bond: string;
  readonly ports: readonly [string, string];
  readonly hosts: readonly [string, string];
  readonly addresses: readonly [string, string];
}

const sync: Kind = {
  bond: 'sync0',
  ports: ['eth2', 'eth3'],
  hosts: ['alpha', 'beta'],
  addresses: ['10.9.0.1/24', '10.9.0.2/24'],
};
const store: Kind = {
  bond: 'store0',
  ports: ['eth4', 'eth5'],
  hosts: ['gamma', 'delta'],
  addresses: ['10.8.0.1/24', '10.8.0.2/24'],
};

const booted = (kind: Kind, at: 0 | 1, mode: BondMode, options: OptionValues = {}): BootedBond => ({
  name: kind.bond,
  ports: kind.ports,
  mode,
  options: { miimon: '100', ...options },
  address: kind.addresses[at],
});

const wishes = {
  roundRobin:
    'mode: balance-rr, options: { miimon: 100 }, mtu: 9000, tuning: { tcp_reordering: 127, tso: off, gro: off }',
  backup: 'mode: active-backup, options: { miimon: 50 }',
  lacp: 'mode: 802.3ad, options: { miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }',
  option: 'mode: active-backup, options: { miimon: 100, resend_igmp: 3 }',
} as const;

const wanted = ({ bond, ports, hosts, addresses }: Kind, wish: keyof typeof wishes) =>
  `  ${bond}: { hosts: [${hosts.join(', ')}], ports: [${ports.join(', ')}], ${wishes[wish]}, ` +
  `addresses: { ${hosts.map((host, at) => `${host}: [${addresses[at]}]`).join(', ')} } }`;

const absent = ({ bond, hosts }: Kind) => `  ${bond}: { hosts: [${hosts.join(', ')}], state: absent }`;

const link = ({ bond, hosts }: Kind, medium: 'direct' | 'switched') =>
  `  over-${bond}: { ends: [${hosts.map((host) => `${host}/${bond}`).join(', ')}], medium: ${medium}, ` +
  'expect: { throughput: { streams: 1, seconds: 5, atLeast: 90% }, pathMtu: true } }';

const spec = (
  hosts: readonly string[],
  bonds: readonly string[],
  links: readonly string[] = [],
  rules = '{}',
) =>
  [
    'version: 1',
    `hosts: { ${hosts.map((host) => `${host}: {}`).join(', ')} }`,
    'bonds:',
    ...bonds,
    ...(links.length === 0 ? [] : ['links:', ...links]),
    `rollout: ${rules}`,
  ].join('\n');

const four = [...sync.hosts, ...store.hosts];
const bothPairs = [link(sync, 'direct'), link(store, 'direct')];

const clusters: readonly [Cluster, ...Cluster[]] = [
  {
    name: 'a pair on cables, by mode and back',
    hosts: { alpha: [booted(sync, 0, 'active-backup')], beta: [booted(sync, 1, 'active-backup')] },
    specs: [
      spec(sync.hosts, [wanted(sync, 'roundRobin')], [link(sync, 'direct')]),
      spec(sync.hosts, [wanted(sync, 'backup')], [link(sync, 'direct')]),
    ],
  },
  {
    name: 'a pair on cables that has no bond yet, then LACP',
    hosts: { alpha: [], beta: [] },
    specs: [
      spec(sync.hosts, [wanted(sync, 'roundRobin')], [link(sync, 'direct')]),
      spec(sync.hosts, [wanted(sync, 'lacp')], [link(sync, 'direct')]),
    ],
  },
  {
    name: 'a pair on cables that loses its bond',
    hosts: { alpha: [booted(sync, 0, 'balance-rr')], beta: [booted(sync, 1, 'balance-rr')] },
    specs: [
      spec(sync.hosts, [absent(sync)]),
      spec(sync.hosts, [wanted(sync, 'backup')], [link(sync, 'direct')]),
    ],
  },
  {
    name: 'one host behind a switch and a witness that does not change',
    hosts: {
      gamma: [booted(store, 0, 'active-backup')],
      delta: [booted(store, 1, 'active-backup', { resend_igmp: '3' })],
    },
    specs: [spec(store.hosts, [wanted(store, 'option')], [link(store, 'switched')])],
  },
  {
    name: 'a pair on cables and two hosts alone',
    hosts: {
      alpha: [booted(sync, 0, 'active-backup')],
      beta: [],
      gamma: [booted(store, 0, 'balance-xor')],
      delta: [],
    },
    specs: [
      spec(four, [wanted(sync, 'roundRobin'), wanted(store, 'backup')], [link(sync, 'direct')]),
      spec(four, [wanted(sync, 'backup'), wanted(store, 'option')], [link(sync, 'direct')]),
    ],
  },
  {
    name: 'two pairs, one after the other',
    hosts: {
      alpha: [booted(sync, 0, '802.3ad')],
      beta: [booted(sync, 1, '802.3ad')],
      gamma: [booted(store, 0, 'active-backup')],
      delta: [booted(store, 1, 'active-backup')],
    },
    specs: [spec(four, [wanted(sync, 'roundRobin'), wanted(store, 'roundRobin')], bothPairs)],
  },
  {
    name: 'two pairs at the same time, and back after a canary that is watched',
    hosts: {
      alpha: [booted(sync, 0, '802.3ad')],
      beta: [booted(sync, 1, '802.3ad')],
      gamma: [booted(store, 0, 'active-backup')],
      delta: [booted(store, 1, 'active-backup')],
    },
    specs: [
      spec(four, [wanted(sync, 'roundRobin'), wanted(store, 'roundRobin')], bothPairs, '{ pairsAtOnce: 2 }'),
      spec(
        four,
        [wanted(sync, 'backup'), wanted(store, 'backup')],
        bothPairs,
        '{ canary: [over-sync0], soak: 20s, onFailure: pause }',
      ),
    ],
  },
];

/** One of the clusters; every other world applies its first spec alone. */
export function drawCluster(chance: Chance): Cluster {
  const cluster = chance.pick(clusters);
  return chance.happens(1 / 2) ? { ...cluster, specs: cluster.specs.slice(0, 1) } : cluster;
}
