import { backends } from '../model/backend.ts';
import type {
  AddressState,
  BondConfig,
  Difference,
  Drift,
  HostReport,
  HostState,
  InterfaceState,
  Owner,
  RouteState,
} from '../model/host.ts';
import type { BondKept } from '../model/kept.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { bondState, duplex } from './bond.ts';
import { nullable, optional, text, truth, whole, word } from './field.ts';
import { nameOf } from './named.ts';
import { ifName } from './names.ts';
import { optionValues } from './options.ts';
import { items, list, record, union } from './record.ts';
import { hostTuning } from './tuning.ts';

const owner = word<Owner, bondctl.v1.Owner>({
  none: 1,
  NetworkManager: 2,
  'systemd-networkd': 3,
  ifupdown: 4,
  ifupdown2: 5,
});

/** IPv4 or IPv6. */
export const family = word<'inet' | 'inet6', bondctl.v1.Family>({ inet: 1, inet6: 2 });

const addressState = record<AddressState, bondctl.v1.AddressState.$Properties>({
  cidr: text,
  origin: word<AddressState['origin'], bondctl.v1.AddressOrigin>({ static: 1, kernel: 2, dynamic: 3 }),
});

const interfaceState = record<InterfaceState, bondctl.v1.InterfaceState.$Properties>({
  name: ifName,
  kind: text,
  mac: text,
  permanentMac: nullable(text),
  mtu: whole(),
  up: truth,
  carrier: truth,
  speedMbps: nullable(whole()),
  duplex: nullable(duplex),
  master: nullable(ifName),
  parent: nullable(ifName),
  addresses: list(addressState),
  owner,
  vlanId: optional(whole(0, 4095)),
  driver: optional(text),
  path: optional(text),
});

const routeState = record<RouteState, bondctl.v1.RouteState.$Properties>({
  device: ifName,
  family,
  text,
  madeByKernel: truth,
});

const bondConfig = record<BondConfig, bondctl.v1.BondConfig.$Properties>({
  name: ifName,
  mode: text,
  options: optionValues,
  ports: list(ifName),
});

/** One host's network at one moment. */
export const hostState = record<HostState, bondctl.v1.HostState.$Properties>({
  interfaces: list(interfaceState),
  bonds: list(bondConfig),
  routes: list(routeState),
  controlPath: list(ifName),
  tuning: optional(hostTuning),
});

/** Wanted against found. */
export const difference = record<Difference, bondctl.v1.Difference.$Properties>({
  path: text,
  wanted: text,
  found: text,
});

const drift = record<Drift, bondctl.v1.Drift.$Properties>({
  bond: ifName,
  differences: list(difference),
  sinceUnixMs: whole(),
});

const bondKept = union<'kind', BondKept, bondctl.v1.BondKept.$Properties>('kind', {
  inFiles: record({
    bond: ifName,
    backend: nameOf(backends, 'a backend'),
    files: list(text),
    untilReboot: list(text),
    unread: nullable(text),
  }),
  notKept: record({ bond: ifName, why: text }),
});

/** What a host tells of itself. */
export const hostReport = record<HostReport, bondctl.v1.HostReport.$Properties>({
  kernel: text,
  agentVersion: text,
  iperf3Version: nullable(text),
  bootId: text,
  state: hostState,
  bonds: list(bondState),
  unknownLines: list(text),
  transaction: nullable(
    record<NonNullable<HostReport['transaction']>, bondctl.v1.TransactionInHand.$Properties>({
      id: text,
      phase: text,
    }),
  ),
  drift: list(drift),
  kept: optional(items(bondKept)),
  lastEvent: optional(whole()),
});
