import type { BondState } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { BondName, End, IfName } from '@bondctl/proto/model/names';
import { formatEnd } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import { type Cidr, parseCidr, sameNetwork } from '../spec/addresses.ts';

/** One end of a link as its host shows it: all that a ceiling and a test need to know. */
export interface EndFacts {
  readonly end: End;
  readonly mode: BondMode;
  readonly mtu: number;
  readonly xmitHashPolicy: string | null;
  /** Ports of the bond, whatever their state. */
  readonly ports: number;
  /** Ports that carry traffic, in the order in which they joined: up, and in mode 802.3ad in the active aggregator. */
  readonly usable: readonly IfName[];
  /** The slowest usable port by the kernel's word; null when the kernel cannot say it of one of them. */
  readonly slowestMbps: number | null;
  /** CIDR addresses of the bond, as the host has them. */
  readonly addresses: readonly string[];
  /** The bond's hardware address. */
  readonly mac: string;
}

/** An end from its host's report, or one sentence on what is missing. */
export function endFacts(end: End, report: HostReport | undefined): Result<EndFacts, string> {
  const name = formatEnd(end);
  if (report === undefined) return failure(`${end.host} has not reported yet; wait until its agent connects`);
  const device = report.state.interfaces.find((one) => one.name === end.bond);
  const bond = report.bonds.find((one) => one.name === end.bond);
  if (device === undefined || bond === undefined) return failure(`${name} is not there`);
  if (bond.mode === null) return failure(`${name} is in a mode that is not known here: ${bond.modeText}`);
  const usable = usablePorts(bond);
  if (usable.length === 0) return failure(`${name} has no port that is up`);
  const speeds = usable.map((port) => port.speedMbps);
  return success({
    end,
    mode: bond.mode,
    mtu: device.mtu,
    xmitHashPolicy: bond.xmitHashPolicy,
    ports: bond.ports.length,
    usable: usable.map((port) => port.name),
    slowestMbps: speeds.some((speed) => speed === null) ? null : Math.min(...speeds.map(Number)),
    addresses: device.addresses.map((address) => address.cidr),
    mac: device.mac,
  });
}

function usablePorts(bond: BondState): BondState['ports'] {
  const up = bond.ports.filter((port) => port.miiStatus === 'up');
  const aggregator = bond.mode === '802.3ad' ? bond.lacp?.aggregator : undefined;
  return aggregator == null ? up : up.filter((port) => port.lacp?.aggregatorId === aggregator.id);
}

/** Two addresses that reach each other over the bonds and nothing else; `address` of an end is also its peer's target. */
export interface Path {
  readonly family: 4 | 6;
  /** Our own address at each end, with its scope where it is link-local. */
  readonly from: string;
  readonly to: string;
  /** The far end's address as seen from each end. */
  readonly toSeenFrom: string;
  readonly fromSeenTo: string;
}

interface Reachable {
  readonly cidr: Cidr;
  readonly host: string;
}

/** A pair of addresses in one network, IPv4 first; else IPv6 link-local, which every interface that is up has. */
export function pathBetween(from: EndFacts, to: EndFacts): Result<Path, string> {
  const pairs = reachable(from).flatMap((a) =>
    reachable(to).flatMap((b) => (sameNetwork(a.cidr, b.cidr) ? [{ a, b }] : [])),
  );
  const global = pairs.filter(({ a }) => !isLinkLocal(a.cidr));
  const pair = global.find(({ a }) => a.cidr.family === 4) ?? global[0] ?? pairs[0];
  if (pair === undefined)
    return failure(
      `${formatEnd(from.end)} and ${formatEnd(to.end)} have no addresses in one network and no IPv6 link-local ones, so the link cannot be tested`,
    );
  const { a, b } = pair;
  const scope = (bond: BondName) => (isLinkLocal(a.cidr) ? `%${bond}` : '');
  return success({
    family: a.cidr.family,
    from: a.host + scope(from.end.bond),
    to: b.host + scope(to.end.bond),
    toSeenFrom: b.host + scope(from.end.bond),
    fromSeenTo: a.host + scope(to.end.bond),
  });
}

const reachable = (facts: EndFacts): readonly Reachable[] =>
  facts.addresses.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [{ cidr: cidr.value, host: text.split('/')[0] ?? '' }] : [];
  });

/** fe80::/10 */
const isLinkLocal = ({ family, address }: Cidr): boolean => family === 6 && address >> 118n === 0x3fan;
