import type { FindingSubject } from '@bondctl/proto/model/finding';
import type { BondEvidence, Evidence } from '../evidence.ts';
import { distinct, firstOf, sources } from '../facts.ts';
import { grouped } from '../grouped.ts';
import { type Held, heldBy, heldFact, networkOf } from '../held.ts';
import { bondSubject, type Found, type Rule } from '../rule.ts';
import { shareSymptoms, testSymptoms, trafficSymptoms } from '../symptoms.ts';

/** Addresses that two hosts have, and networks that two bonds of one host share. */
export const addresses = [
  {
    id: 'ip-on-two-hosts',
    severity: 'fault',
    source: 'https://www.rfc-editor.org/rfc/rfc5227',
    explains: trafficSymptoms,
    find: ({ hosts }) => {
      const held = hosts.flatMap(heldBy);
      const byAddress = grouped(held, ({ cidr }) => `${cidr.family} ${cidr.address}`);
      return onTwoHosts(byAddress).flatMap(sameIp);
    },
  },
  {
    id: 'mac-on-two-hosts',
    severity: 'fault',
    source: sources.bonding,
    explains: trafficSymptoms,
    find: ({ bonds }) => {
      const byMac = grouped(bonds.flatMap(macsOf), ({ mac }) => mac);
      return onTwoHosts(byMac).flatMap(sameMac);
    },
  },
  {
    id: 'bonds-share-network',
    severity: 'warning',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
    explains: [...shareSymptoms, ...testSymptoms],
    find: sharedNetworks,
  },
] as const satisfies readonly Rule[];

const onTwoHosts = <T extends { readonly host: string }>(
  groups: ReadonlyMap<string, readonly T[]>,
): readonly (readonly T[])[] =>
  [...groups.values()].filter((group) => distinct(group.map(({ host }) => host)).length > 1);

const hostsIn = (group: readonly { readonly host: string }[]): string =>
  firstOf(distinct(group.map(({ host }) => host))).join(', ');

function sameIp(group: readonly Held[]): readonly Found[] {
  const [address = ''] = group[0]?.cidr.text.split('/') ?? [];
  const cause = `${address} is on more than one host (${hostsIn(group)}): its traffic goes to whoever answered last.`;
  const evidence = firstOf(group.map(heldFact));
  const advice = 'Take the address away from all hosts but one.';
  return group.map(({ subject }) => ({ subject, cause, evidence, advice }));
}

interface HeldMac {
  readonly host: string;
  readonly subject: FindingSubject;
  readonly mac: string;
  readonly fact: string;
}

/** Whole addresses only: a masked one may be anybody's. */
const wholeMac = /^[0-9a-f]{2}(:[0-9a-f]{2})+$/;
const isWhole = (mac: string): boolean => wholeMac.test(mac) && /[^0:]/.test(mac);

/** The MAC addresses that a bond brings into its network, each once. */
function macsOf(bond: BondEvidence): readonly HeldMac[] {
  const { host, device, ports, state } = bond;
  const own = device === undefined ? [] : [[device.mac, state.name] as const];
  const burnt = ports.flatMap((port) => {
    const mac = port.state.permanentMac;
    return mac === null ? [] : [[mac, port.state.name] as const];
  });
  const names = new Map([...burnt, ...own].filter(([mac]) => isWhole(mac)));
  const subject = bondSubject(bond);
  return [...names].map(([mac, name]) => ({ host, subject, mac, fact: `${name} on ${host}: MAC ${mac}` }));
}

function sameMac(group: readonly HeldMac[]): readonly Found[] {
  const cause = `The MAC address ${group[0]?.mac ?? ''} is on more than one host (${hostsIn(group)}): a switch sends to one of them only.`;
  const evidence = firstOf(group.map(({ fact }) => fact));
  const advice =
    'Give all but one another address; machines that were copied keep the MAC address in their configuration.';
  return group.map(({ subject }) => ({ subject, cause, evidence, advice }));
}

function sharedNetworks({ hosts }: Evidence): readonly Found[] {
  return hosts.flatMap((host) => {
    const onBonds = heldBy(host).filter(({ subject, cidr }) => subject.kind === 'bond' && isShareable(cidr));
    const groups = [...grouped(onBonds, ({ cidr }) => networkOf(cidr)).values()];
    return groups
      .filter((group) => distinct(group.map(({ device }) => device.name)).length > 1)
      .map((group) => ({
        subject: { kind: 'host', host: host.host } as const,
        cause: `${distinct(group.map(({ device }) => device.name)).join(' and ')} of ${host.host} are in one network, so traffic for one may come and go through the other.`,
        evidence: firstOf(group.map(heldFact)),
        advice:
          'Give each bond a network of its own, or set arp_ignore=1, arp_announce=2 and routes by source.',
      }));
  });
}

/** A network of one address is shared by nobody. */
const isShareable = ({ family, prefix }: Held['cidr']): boolean => prefix < (family === 4 ? 32 : 128);
