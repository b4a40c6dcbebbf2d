import type { BondDesire } from '@bondctl/proto/model/bond';
import type { HostId } from '@bondctl/proto/model/names';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';

/** One host of the fleet: its name, what the spec wants of it, and the host at the other end of its link. */
export interface Member {
  readonly host: HostId;
  readonly desired: readonly BondDesire[];
  /** null: it has no link, for the hosts are odd in number. */
  readonly peer: HostId | null;
  /** Whether cables lead straight to the peer; else both hang on a switch. */
  readonly isDirect: boolean;
}

/** Kinds of pairs in turn, each with its medium and its bond. */
const kinds = [
  {
    name: 'sync',
    medium: 'direct',
    bond: 'mode: balance-rr, options: { miimon: 100 }, mtu: 9000',
  },
  {
    name: 'lacp',
    medium: 'direct',
    bond: 'mode: 802.3ad, options: { miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }',
  },
  {
    name: 'trunk',
    medium: 'switched',
    bond: 'mode: 802.3ad, options: { miimon: 100, lacp_rate: slow }, mtu: 9000',
  },
  {
    name: 'backup',
    medium: 'switched',
    bond: 'mode: active-backup, options: { miimon: 100 }',
  },
] as const;

const hostsPerRack = 20;

const padded = (at: number, digits: number): string => String(at).padStart(digits, '0');
const nameOf = (at: number): string => `h${padded(at + 1, 4)}`;
const kindOf = (at: number) => kinds[Math.floor(at / 2) % kinds.length] ?? kinds[0];

/** The two hosts of a pair have a network of their own. */
const addressOf = (at: number): string => {
  const pair = Math.floor(at / 2);
  return `10.${64 + (pair >> 8)}.${pair & 0xff}.${(at % 2) + 1}/24`;
};

/** The spec of a fleet: hosts in pairs, each pair with a link. */
export function specOf(hosts: number): string {
  const all = Array.from({ length: hosts }, (_, at) => at);
  const pairs = all.filter((at) => at % 2 === 0 && at + 1 < hosts);
  const used = kinds.filter((kind) => all.some((at) => kindOf(at) === kind));
  return [
    'version: 1',
    'hosts:',
    ...all.map(
      (at) =>
        `  ${nameOf(at)}: { labels: { rack: r${padded(Math.floor(at / hostsPerRack) + 1, 2)}, kind: ${kindOf(at).name} } }`,
    ),
    'bonds:',
    ...used.flatMap((kind) => [
      `  ${kind.name}:`,
      `    { name: bond0, hosts: { kind: ${kind.name} }, ports: [eth1, eth2], ${kind.bond}, addresses: {`,
      ...all.filter((at) => kindOf(at) === kind).map((at) => `      ${nameOf(at)}: [${addressOf(at)}],`),
      '    } }',
    ]),
    ...(pairs.length === 0 ? [] : ['links:']),
    ...pairs.map(
      (at) =>
        `  l${padded(at / 2 + 1, 4)}: { ends: [${nameOf(at)}/bond0, ${nameOf(at + 1)}/bond0], medium: ${kindOf(at).medium} }`,
    ),
    'rollout: { pairsAtOnce: 8 }',
    '',
  ].join('\n');
}

/** The members of a fleet as its own spec, read by production, wants them. */
export function membersOf(hosts: number): readonly Member[] {
  const spec = parseSpec(specOf(hosts), 'fleet.yaml');
  if (!spec.ok) throw new Error(`The spec of the fleet is wrong: ${spec.error[0].message}`);
  const links = new Map(
    spec.value.links.flatMap(({ ends: [a, b], medium }) => [
      [a.host, { peer: b.host, isDirect: medium === 'direct' }] as const,
      [b.host, { peer: a.host, isDirect: medium === 'direct' }] as const,
    ]),
  );
  return spec.value.desires.map(({ host, bonds }) => ({
    host,
    desired: bonds,
    ...(links.get(host) ?? { peer: null, isDirect: false }),
  }));
}
