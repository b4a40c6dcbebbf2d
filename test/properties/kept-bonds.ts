// Arbitrary bonds as configuration files keep them: every mode, every option that the mode takes, in the kernel's spelling.
import { type BondMode, bondModes } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import {
  bondOptions,
  type OptionName,
  type OptionRow,
  type OptionValue,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';
import type { NonEmpty } from '@bondctl/proto/model/result';
import fc from 'fast-check';
import type { KeptBond, KeptPort, KeptRoute, PortIdentity } from '../../packages/agent/src/persist/kept.ts';
import { heldByKernel, optionsFor } from '../../packages/agent/src/transaction/options.ts';
import { ifName, orNull } from './words.ts';

const byte = fc.integer({ min: 0, max: 255 });
const host = fc.integer({ min: 1, max: 254 });
const hex = (value: number) => value.toString(16).padStart(2, '0');

/** A unicast address of 6 bytes. */
export const mac = fc.tuple(byte, byte, host).map(([a, b, c]) => `02:00:5e:${hex(a)}:${hex(b)}:${hex(c)}`);
const infinibandMac = fc
  .array(byte, { minLength: 20, maxLength: 20 })
  .map((bytes) => bytes.map(hex).join(':'));
const ipv4 = fc.tuple(byte, byte, host).map((parts) => `10.${parts.join('.')}`);
const ipv6 = fc.tuple(host, host).map(([a, b]) => `fd00:${a.toString(16)}::${b.toString(16)}`);
const path = fc.tuple(host, byte).map(([bus, slot]) => `pci-0000:${hex(bus)}:${hex(slot)}.0`);
const mtu = fc.integer({ min: 1280, max: 65_535 });

/** Addresses of both families as an interface has them. */
export const cidrs = fc.uniqueArray(
  fc.oneof(
    fc.tuple(ipv4, fc.integer({ min: 8, max: 32 })).map(([address, length]) => `${address}/${length}`),
    fc.tuple(ipv6, fc.constantFrom(48, 64, 128)).map(([address, length]) => `${address}/${length}`),
  ),
  { maxLength: 4 },
);

const listOf = (address: fc.Arbitrary<string>) =>
  fc.uniqueArray(address, { minLength: 1, maxLength: 4 }).map((list) => list.sort().join(','));

function valueFor(rule: OptionValue, ports: readonly IfName[]): fc.Arbitrary<string> {
  switch (rule.kind) {
    case 'integer':
      return fc.integer({ min: rule.min, max: rule.max }).map(String);
    case 'word':
      return fc.constantFrom(...rule.words);
    case 'ipv4-list':
      return listOf(ipv4);
    case 'ipv6-list':
      return listOf(ipv6);
    case 'mac':
      return mac;
    case 'port':
      return fc.constantFrom(...ports);
    default:
      return rule satisfies never;
  }
}

const milliseconds: readonly OptionName[] = ['miimon', 'updelay', 'downdelay', 'peer_notif_delay'];

/** What the driver would refuse together: ARP monitoring and delays of the other, delays and targets of nothing. */
function agreeing(options: OptionValues): OptionValues {
  const { miimon, ...rest } = options;
  const arp = Number(options.arp_interval ?? '0') > 0;
  const without = (names: readonly OptionName[]) =>
    Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name as OptionName)));
  if (arp) return { ...without(milliseconds), arp_ip_target: options.arp_ip_target ?? '10.0.0.1' };
  if (miimon === '0') return { ...without([...milliseconds, 'arp_validate']), miimon };
  const every = Number(miimon ?? '100');
  const delayed = milliseconds.flatMap((name) =>
    options[name] === undefined || name === 'miimon'
      ? []
      : [[name, heldByKernel(name, options[name], every)] as const],
  );
  return { ...rest, miimon: miimon ?? '100', ...Object.fromEntries(delayed) };
}

/** Options that a mode takes. */
export const optionsOf = (mode: BondMode, ports: readonly IfName[]): fc.Arbitrary<OptionValues> =>
  fc
    .subarray([...optionNames])
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          valueFor((bondOptions[name] as OptionRow).value, ports).map((value) => [name, value] as const),
        ),
      ),
    )
    .map((pairs) => optionsFor(mode, agreeing(optionsFor(mode, Object.fromEntries(pairs)))));

const identity = (infiniband: boolean): fc.Arbitrary<PortIdentity> =>
  fc.oneof(
    fc.constant({ by: 'name' as const }),
    fc.record({ by: fc.constant('mac' as const), mac: infiniband ? infinibandMac : mac }),
    fc.record({ by: fc.constant('path' as const), path }),
  );

const portsOf = (names: readonly IfName[], infiniband: boolean) =>
  fc
    .tuple(...names.map(() => identity(infiniband)))
    .map((list) =>
      list.map((one, index): KeptPort => ({ name: names[index] as IfName, identity: one, infiniband })),
    )
    // A file that knows its NIC by what another file knows too would be about both.
    .filter(
      (ports) =>
        new Set(
          ports.map((one) => JSON.stringify([one.identity, one.identity.by === 'name' ? one.name : ''])),
        ).size === ports.length,
    )
    .map((ports) => ports as unknown as NonEmpty<KeptPort>);

/** Routes in plain words: those of several ways, of tables and of metrics are in the golden cases. */
const route = (family: KeptRoute['family']): fc.Arbitrary<KeptRoute> => {
  const address = family === 'inet' ? ipv4 : ipv6;
  const network =
    family === 'inet' ? host.map((net) => `10.${net}.0.0/16`) : host.map((net) => `fd01:${hex(net)}::/48`);
  const metric = fc.integer({ min: 1, max: 9999 }).map((value) => ` metric ${value}`);
  const via = address.map((gateway) => ` via ${gateway}`);
  return fc
    .oneof(
      fc.tuple(fc.constantFrom('default'), via, fc.oneof(fc.constant(''), metric)),
      fc.tuple(network, fc.oneof(via, fc.constant('')), fc.oneof(fc.constant(''), metric)),
    )
    .map((words) => ({ family, text: words.join('') }));
};

/** Routes of both families. */
export const routes = fc.uniqueArray(fc.oneof(route('inet'), route('inet6')), {
  maxLength: 3,
  selector: (one) => one.text.split(' ')[0],
});

const vlan = fc.record({
  id: fc.integer({ min: 1, max: 4094 }),
  mtu: orNull(mtu),
  addresses: cidrs,
  routes,
  /** A name of its own, or that of the bond with the number. */
  own: fc.boolean(),
});

const names = fc.uniqueArray(
  ifName.filter((name) => !/^\d+$/.test(name)),
  { minLength: 12, maxLength: 12 },
);

function bondOf(all: readonly IfName[], mode: BondMode, infiniband: boolean): fc.Arbitrary<KeptBond> {
  const [name, bridge, ...rest] = all as readonly [IfName, IfName, ...IfName[]];
  const tags = fc.uniqueArray(vlan, { maxLength: 2, selector: (one) => one.id });
  return fc.integer({ min: 1, max: 4 }).chain((count) => {
    const ports = rest.slice(0, count);
    return fc.record({
      name: fc.constant(name),
      mode: fc.constant(mode),
      options: optionsOf(mode, ports),
      ports: portsOf(ports, infiniband),
      mtu: orNull(mtu),
      mac: infiniband ? fc.constant(null) : orNull(mac),
      addresses: fc.record({ cidrs, named: fc.boolean() }),
      routes,
      vlans: infiniband
        ? fc.constant([])
        : tags.map((list) =>
            list.map(({ own, ...one }, index) => ({
              ...one,
              name: (own ? rest[4 + index] : `${name.slice(0, 10)}.${one.id}`) as IfName,
            })),
          ),
      bridge: infiniband
        ? fc.constant(null)
        : orNull(
            fc.record({
              name: fc.constant(bridge),
              addresses: cidrs,
              routes,
              otherPorts: fc.subarray(rest.slice(6, 8)),
            }),
          ),
    });
  });
}

/** One route stands on one interface: what cannot be kept is named by the route alone. */
function hasTwins({ routes: own, vlans, bridge }: KeptBond): boolean {
  const texts = [own, ...vlans.map((one) => one.routes), bridge?.routes ?? []].flat().map((one) => one.text);
  return new Set(texts).size < texts.length;
}

/** A bond with one to four ports; one of InfiniBand ports is an active backup, and nothing stands on it. */
export const keptBond: fc.Arbitrary<KeptBond> = fc
  .tuple(names, fc.constantFrom(...bondModes), fc.nat({ max: 5 }))
  .chain(([all, mode, kind]) => (kind === 0 ? bondOf(all, 'active-backup', true) : bondOf(all, mode, false)))
  .filter((bond) => !hasTwins(bond));

const sorted = <T>(list: readonly T[], by: (one: T) => string = String): readonly T[] =>
  [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1));
const sortedRoutes = (list: readonly KeptRoute[]) => sorted(list, (one) => `${one.family} ${one.text}`);

/** A bond as files can hold it: in no order of families, and not telling addresses that are named from those that were found. */
export const asRead = (bond: KeptBond): KeptBond => ({
  ...bond,
  ports: sorted(bond.ports, (one) => one.name) as unknown as NonEmpty<KeptPort>,
  addresses: { cidrs: sorted(bond.addresses.cidrs), named: bond.addresses.cidrs.length > 0 },
  routes: sortedRoutes(bond.routes),
  vlans: sorted(
    bond.vlans.map((one) => ({ ...one, addresses: sorted(one.addresses), routes: sortedRoutes(one.routes) })),
    (one) => one.name,
  ),
  bridge: bond.bridge && {
    ...bond.bridge,
    addresses: sorted(bond.bridge.addresses),
    routes: sortedRoutes(bond.bridge.routes),
    otherPorts: sorted(bond.bridge.otherPorts),
  },
});
