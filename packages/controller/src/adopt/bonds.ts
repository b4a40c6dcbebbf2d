import type { BondSpec } from '@bondctl/proto/model/bond';
import { defaultOption } from '@bondctl/proto/model/driver';
import type { AddressState, BondConfig, InterfaceState } from '@bondctl/proto/model/host';
import { type BondMode, parseMode } from '@bondctl/proto/model/mode';
import { formatEnd } from '@bondctl/proto/model/names';
import type { OptionName, OptionValues } from '@bondctl/proto/model/options';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import { namedOptions } from '../spec/named-options.ts';
import type { Remark } from '../spec/remarks.ts';
import type { BondSeen, HostSeen } from './seen.ts';
import { sourceRemarks } from './sources.ts';

/** What of a host can be written, and in sentences what cannot. */
export interface Taken {
  readonly bonds: readonly BondSeen[];
  readonly remarks: readonly Remark[];
  readonly leftOut: readonly { readonly bond: BondConfig['name']; readonly why: string }[];
}

/** The bonds that a host has now, as a spec would say them. */
export function takeBonds(seen: HostSeen): Taken {
  const all = seen.report.state.bonds.map((config) => takeBond(seen, config));
  return {
    bonds: all.flatMap((one) => one.bonds),
    remarks: all.flatMap((one) => one.remarks),
    leftOut: all.flatMap((one) => one.leftOut),
  };
}

function takeBond(seen: HostSeen, config: BondConfig): Taken {
  const { name, ports } = config;
  const { host, report } = seen;
  const mode = parseMode(config.mode);
  const leave = (why: string): Taken => ({ bonds: [], remarks: [], leftOut: [{ bond: name, why }] });
  if (mode === undefined) return leave(`its mode ${config.mode} is not known here`);
  if (!isNonEmpty(ports)) return leave('it has no ports, and a spec cannot say a bond without');
  const end = { host, bond: name };
  const device = report.state.interfaces.find((one) => one.name === name);
  if (device === undefined) return leave(`${formatEnd(end)} is no interface that was reported`);
  const bond: BondSeen = {
    end,
    spec: specOf(config, mode, ports, device),
    state: report.bonds.find((one) => one.name === name),
    mac: device.mac,
    mtu: device.mtu,
    addresses: device.addresses.filter(isGiven).map(({ cidr }) => cidr),
    isConnected: seen.isConnected,
  };
  return { bonds: [bond], remarks: [...sourceRemarks(seen, name), ...given(bond, device)], leftOut: [] };
}

const isGiven = ({ origin, cidr }: AddressState): boolean => origin !== 'kernel' && !cidr.startsWith('fe80:');

const specOf = (
  { name, options }: BondConfig,
  mode: BondMode,
  ports: NonEmpty<BondConfig['name']>,
  device: InterfaceState,
): BondSpec => ({
  name,
  mode,
  ports,
  options: specialOptions(mode, options),
  mtu: device.mtu === 1500 ? null : device.mtu,
  addresses: staticOf(device),
});

/** Options that say something else than a new bond of this mode has anyway. */
function specialOptions(mode: BondMode, options: OptionValues): OptionValues {
  const named = Object.entries(namedOptions(mode, options));
  return Object.fromEntries(
    named.filter(([name, value]) => value !== defaultOption(mode, name as OptionName)),
  );
}

/** Without static ones nothing is said of addresses, and none is ever taken away. */
function staticOf({ addresses }: InterfaceState): readonly string[] | null {
  const own = addresses.filter(({ origin }) => origin === 'static').map(({ cidr }) => cidr);
  return own.length === 0 ? null : own;
}

/** Addresses that somebody gives anew each time are nobody's intent. */
function given({ end }: BondSeen, { addresses }: InterfaceState): readonly Remark[] {
  const dynamic = addresses.filter(({ origin }) => origin === 'dynamic').map(({ cidr }) => cidr);
  if (dynamic.length === 0) return [];
  const sentence = `left out: ${dynamic.join(', ')}, given by DHCP or a router, stays as it is`;
  return [{ ...end, at: 'addresses', sentence }];
}
