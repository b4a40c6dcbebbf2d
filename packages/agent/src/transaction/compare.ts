import type { BondConfig, HostState, InterfaceState } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import type { Difference, Snapshot } from '@bondctl/proto/model/transaction';
import { offloadNames } from '@bondctl/proto/model/tuning';
import { bondOf, interfaceOf, lastingRoutes, staticAddresses } from './lookup.ts';
import { spelled, takesOption } from './options.ts';
import { askedOf } from './tuning.ts';

type Facts = Readonly<Record<string, string>>;

/** What is not compared after a restore, and why. Everything else of the snapshot's interfaces must be as it was. */
export const notCompared: Readonly<Record<string, string>> = {
  carrier: 'the cable and the other end decide it, and it takes its time',
  speedMbps: 'negotiated again with the other end',
  duplex: 'negotiated again with the other end',
  permanentMac: 'the kernel tells it of a port only',
  owner: 'whose files name an interface is not changed by a transaction',
  vlanId: 'a VLAN keeps its id for as long as it lives',
  driver: 'a NIC keeps its driver',
  path: 'a NIC stays where it is plugged in',
  'addresses of the kernel': 'link-local and autoconfigured ones come back by themselves, later',
  'routes of the kernel': 'they come back with their address or with the next router advertisement',
  'MAC address of a port': 'the driver gives it the one of the bond, and its own back when it leaves',
  'MAC address of a bond without ports': 'the driver makes one up',
  'MAC address of a bond with fail_over_mac': 'it is the one of the port that is active just now',
  'options that the mode does not have':
    'sysfs may show what an earlier mode left behind; the driver takes and uses none of it',
  'an offload that its device has fixed, or only a part of':
    'it can be set neither way, so a transaction never sets it',
  'order of subnets': 'only which address is the first of its subnet matters, and the restore keeps that',
  'order of ports': 'the driver lists them as they joined; nothing depends on it once a primary is named',
};

const list = (values: readonly string[]): string =>
  values.length === 0 ? 'none' : [...values].sort().join(', ');

const macFollows = (bond: BondConfig): boolean =>
  bond.ports.length === 0 ||
  (bond.mode === 'active-backup' && (bond.options.fail_over_mac ?? 'none') !== 'none');

function hasOwnMac(state: HostState, one: InterfaceState): boolean {
  const bond = bondOf(state, one.name);
  return bond === undefined ? one.master === null && one.parent === null : !macFollows(bond);
}

function linkFacts(state: HostState, one: InterfaceState): Facts {
  return {
    kind: one.kind,
    up: one.up ? 'up' : 'down',
    mtu: String(one.mtu),
    master: one.master ?? 'none',
    parent: one.parent ?? 'none',
    ...(hasOwnMac(state, one) ? { mac: one.mac } : {}),
    addresses: list(staticAddresses(one)),
    routes: list(lastingRoutes(state, one.name).map((route) => route.text)),
  };
}

function bondFacts(bond: BondConfig): Facts {
  const option = (name: OptionName) => [`options.${name}`, spelled(name, bond.options[name] ?? '')] as const;
  const mode = parseMode(bond.mode);
  const isHeld = (name: OptionName) =>
    bond.options[name] !== undefined && (mode === undefined || takesOption(mode, name));
  return {
    mode: bond.mode,
    ports: list(bond.ports),
    ...Object.fromEntries(optionNames.filter(isHeld).map(option)),
  };
}

/** What was asked of a device; it may do otherwise for as long as it has no ports. */
const offloadFacts = ({ tuning }: HostState, name: IfName): Facts => {
  const values = tuning?.offloads.find((one) => one.device === name)?.values ?? {};
  const asked = offloadNames.map(
    (offload) => [`tuning.${offload}`, askedOf(values[offload] ?? '[fixed]')] as const,
  );
  return Object.fromEntries(asked.flatMap(([fact, value]) => (value === null ? [] : [[fact, value]])));
};

function factsOf(state: HostState, name: IfName): Facts {
  const [one, bond] = [interfaceOf(state, name), bondOf(state, name)];
  return {
    exists: one === undefined ? 'no' : 'yes',
    ...(one === undefined ? {} : linkFacts(state, one)),
    ...(bond === undefined ? {} : bondFacts(bond)),
    ...offloadFacts(state, name),
  };
}

const departures = (subject: string, was: Facts, is: Facts): readonly Difference[] =>
  Object.entries(was).flatMap(([fact, wanted]) => {
    const found = is[fact] ?? 'not there';
    return found === wanted ? [] : [{ path: `${subject}.${fact}`, wanted, found }];
  });

/** What differs from the before-image after a restore; empty when the host is as it was, but for `notCompared`. */
export function compare(before: Snapshot, now: HostState): readonly Difference[] {
  const ofDevices = before.scope.flatMap((name) =>
    departures(name, factsOf(before.state, name), factsOf(now, name)),
  );
  return [
    ...ofDevices,
    ...departures('tuning', before.state.tuning?.sysctls ?? {}, now.tuning?.sysctls ?? {}),
  ];
}
