// Hosts and wishes by chance: every host is built through the fake kernel, so that it can exist.
import type { NamedDesire } from '@bondctl/proto/model/bond';
import { type BondMode, bondModes } from '@bondctl/proto/model/mode';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { Tuning } from '@bondctl/proto/model/tuning';
import fc from 'fast-check';
import { createFakeHost, type FakeHost, type FakeNic } from '../fakes/fake-host.ts';

const name = (text: string) => text as IfName;
const nicNames = ['eth1', 'eth2', 'eth3', 'eth4'];

/** Options that any mode takes, in the kernel's words. */
const anyModeOptions = fc.record(
  {
    miimon: fc.constantFrom('50', '100'),
    updelay: fc.constantFrom('0', '130', '200', '400'),
    downdelay: fc.constantFrom('0', '100', '250'),
    xmit_hash_policy: fc.constantFrom('layer2', 'layer3+4', 'layer2+3'),
    fail_over_mac: fc.constantFrom('none', 'active'),
    primary_reselect: fc.constantFrom('always', 'better', 'failure'),
    min_links: fc.constantFrom('0', '1', '2'),
    ad_select: fc.constantFrom('stable', 'bandwidth'),
    resend_igmp: fc.constantFrom('1', '3'),
  },
  { requiredKeys: [] },
);

const modeOptions: Readonly<Record<BondMode, fc.Arbitrary<OptionValues>>> = {
  'balance-rr': fc.record({ packets_per_slave: fc.constantFrom('1', '8') }, { requiredKeys: [] }),
  'active-backup': fc.constant({}),
  'balance-xor': fc.record({
    arp_interval: fc.constant('200'),
    arp_ip_target: fc.constantFrom('10.9.0.2', '10.9.0.2,10.9.0.3'),
  }),
  broadcast: fc.constant({}),
  '802.3ad': fc.record(
    { lacp_rate: fc.constantFrom('slow', 'fast'), ad_user_port_key: fc.constantFrom('0', '7') },
    { requiredKeys: [] },
  ),
  'balance-tlb': fc.record({ tlb_dynamic_lb: fc.constantFrom('0', '1') }, { requiredKeys: [] }),
  'balance-alb': fc.record({ lp_interval: fc.constantFrom('1', '2') }, { requiredKeys: [] }),
};

/** Settings beside the driver; those of the whole host must agree between bonds, so only one value of each. */
const tunings: fc.Arbitrary<Tuning> = fc.record(
  {
    tcp_reordering: fc.constant('127'),
    tcp_max_reordering: fc.constant('1000'),
    tso: fc.constantFrom('on', 'off'),
    gso: fc.constantFrom('on', 'off'),
    gro: fc.constantFrom('on', 'off'),
  },
  { requiredKeys: [] },
);

interface BondChoice {
  readonly mode: BondMode;
  readonly ports: readonly IfName[];
  readonly options: OptionValues;
  readonly mtu: number | null;
  readonly addresses: readonly string[] | null;
  readonly tuning: Tuning;
}

const addressSets = fc.constantFrom<readonly string[]>(
  [],
  ['10.9.0.1/24'],
  ['10.9.0.3/24', '10.9.0.1/24'],
  ['10.9.0.1/24', '10.9.0.3/24', '10.8.0.1/16'],
  ['10.9.0.1/24', 'fd00::1/64'],
  ['fd00::1/64', 'fd00::2/64'],
);

/** Monitoring by ARP and by MII exclude each other; without a miimon there is nothing to be a multiple of. */
function sensible(options: OptionValues): OptionValues {
  const { miimon, updelay, downdelay, ...rest } = options;
  if (options.arp_interval !== undefined || miimon === undefined) return rest;
  return { miimon, ...(updelay ? { updelay } : {}), ...(downdelay ? { downdelay } : {}), ...rest };
}

const bondChoice = fc.constantFrom(...bondModes).chain((mode) =>
  fc.record({
    mode: fc.constant(mode),
    ports: fc.shuffledSubarray(nicNames.map(name), { minLength: 1, maxLength: 3 }),
    options: fc.tuple(anyModeOptions, modeOptions[mode]).map(([some, own]) => sensible({ ...some, ...own })),
    mtu: fc.constantFrom(null, 1500, 9000),
    addresses: fc.option(addressSets),
    tuning: tunings,
  }),
);

/** The way a host came to be what it is. */
export interface World {
  readonly bonds: readonly (BondChoice | null)[];
  readonly withVlan: boolean;
  readonly withRoutes: boolean;
  readonly portsUp: boolean;
}

/** Two bonds that may or may not exist, with different ports, addresses, routes, a VLAN on the first. */
export const world: fc.Arbitrary<World> = fc.record({
  bonds: fc.tuple(fc.option(bondChoice), fc.option(bondChoice)) as fc.Arbitrary<World['bonds']>,
  withVlan: fc.boolean(),
  withRoutes: fc.boolean(),
  portsUp: fc.boolean(),
});

const bondNames = ['sync0', 'store0'].map(name);

/** Builds the first bond by hand, as a person would with `ip`. */
function build(host: FakeHost, bond: BondName, choice: BondChoice, free: readonly IfName[]): void {
  const ports = choice.ports.filter((port) => free.includes(port));
  host.take({ do: 'createBond', bond, mode: choice.mode, options: choice.options });
  if (choice.mtu !== null) host.take({ do: 'setMtu', device: bond, from: 1500, to: choice.mtu });
  for (const port of ports) {
    host.take({ do: 'linkDown', device: port });
    host.take({ do: 'addPort', bond, port });
  }
  host.take({ do: 'linkUp', device: bond });
  for (const cidr of choice.addresses ?? []) host.take({ do: 'addAddress', device: bond, cidr });
  for (const offload of ['tso', 'gso'] as const) {
    const to = choice.tuning[offload];
    if (to !== undefined) host.take({ do: 'setOffload', device: bond, offload, from: 'on', to });
  }
}

function addRoutes(host: FakeHost, device: IfName): void {
  const addresses = host.state().interfaces.find((one) => one.name === device)?.addresses ?? [];
  host.take({ do: 'addRoute', device, family: 'inet6', route: 'fd99::/64 proto static' });
  if (!addresses.some((one) => one.cidr === '10.9.0.1/24')) return;
  host.take({ do: 'addRoute', device, family: 'inet', route: '172.16.0.0/16 proto static' });
  host.take({ do: 'addRoute', device, family: 'inet', route: '172.17.0.0/16 via 10.9.0.254 src 10.9.0.1' });
}

/** The host of a world. */
export function hostOf({ bonds, withVlan, withRoutes, portsUp }: World): FakeHost {
  const vlan: FakeNic[] =
    withVlan && bonds[0] ? [{ name: 'sync0.5', kind: 'vlan', parent: 'sync0', up: false }] : [];
  const nics = nicNames.map((one): FakeNic => ({ name: one, up: true }));
  const host = createFakeHost([...nics, ...vlan]);
  const taken = new Set<IfName>();
  bonds.forEach((choice, at) => {
    const [bond, free] = [bondNames[at], nicNames.map(name).filter((one) => !taken.has(one))];
    if (choice === null || bond === undefined || !choice.ports.some((port) => free.includes(port))) return;
    build(host, bond, choice, free);
    for (const port of choice.ports) taken.add(port);
    if (withRoutes) addRoutes(host, bond);
  });
  for (const port of nicNames.filter((one) => !taken.has(name(one)))) {
    if (!portsUp) host.take({ do: 'linkDown', device: name(port) });
    else host.take({ do: 'addAddress', device: name(port), cidr: `192.168.${port.slice(3)}.1/24` });
  }
  return host;
}

const wish = (bond: BondName): fc.Arbitrary<readonly NamedDesire[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<Tuning>({}, { tcp_reordering: '127' }, { gro: 'off' })
        .map((tuning) => [{ state: 'absent' as const, name: bond, allowControlPath: false, tuning }]),
    },
    {
      weight: 4,
      arbitrary: bondChoice.map((choice) => {
        const { ports, ...rest } = choice;
        if (!isNonEmpty(ports)) return [];
        return [{ state: 'present' as const, spec: { name: bond, ports, ...rest }, allowControlPath: false }];
      }),
    },
  );

/** What somebody might want of the two bonds. */
export const wishes: fc.Arbitrary<readonly NamedDesire[]> = fc
  .tuple(...bondNames.map(wish))
  .map((lists) => lists.flat());
