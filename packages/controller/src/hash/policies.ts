import { byteSwap, type HostPair } from './hosts.ts';

/** The kernel's transmit hash policies by its names; the position is the kernel's number. */
export const hashPolicies = [
  'layer2',
  'layer3+4',
  'layer2+3',
  'encap2+3',
  'encap3+4',
  'vlan+srcmac',
] as const;

/** A transmit hash policy (option `xmit_hash_policy`). */
export type HashPolicy = (typeof hashPolicies)[number];

/** A policy as the kernel prints it, `layer3+4` or `layer3+4 (1)`; undefined for one that is not known here. */
export function parseHashPolicy(text: string): HashPolicy | undefined {
  return hashPolicies.find((name, number) => text === name || text === `${name} (${number})`);
}

/**
 * In what kernels differ. Their version does not tell: stable kernels and distributions took the changes of the lowest
 * bit over, and not all of them.
 */
export interface HashGeneration {
  /** Before 4.15, for every policy that looks at IP (b5f862180d70), only for those with ports since 5.18 (49aefd131739). */
  readonly lowestBit: 'kept' | 'discarded' | 'discarded with ports';
  /** As a little-endian machine loads it, or since 5.15 as the number that it is (bond_eth_hash). */
  readonly etherType: 'as loaded' | 'as number';
}

/** How kernels since 5.18 hash. */
export const presentGeneration: HashGeneration = {
  lowestBit: 'discarded with ports',
  etherType: 'as number',
};

/** One TCP connection or UDP stream, which hash alike: only the four bytes of the ports count, not the protocol. */
export interface Flow {
  readonly hosts: HostPair;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/**
 * What tells streams of one pair of hosts apart: nothing, their ports, or a random number. encap3+4 takes the number
 * that the sending socket drew for itself (bond_xmit_hash: skb->l4_hash; sk_set_txhash), and draws anew when TCP
 * retransmits (sk_rethink_txhash).
 */
export function steering(policy: HashPolicy): 'nothing' | 'ports' | 'chance' {
  switch (policy) {
    case 'layer2':
    case 'layer2+3':
    case 'encap2+3':
    case 'vlan+srcmac':
      return 'nothing';
    case 'layer3+4':
      return 'ports';
    case 'encap3+4':
      return 'chance';
    default:
      return policy satisfies never;
  }
}

/**
 * The hash of a packet that is neither encapsulated nor a fragment, 32 bits, as bond_xmit_hash of a little-endian kernel
 * has it (drivers/net/bonding/bond_main.c). encap3+4: of a packet that brings no hash along, so not of a local socket.
 */
export function transmitHash(policy: HashPolicy, flow: Flow, generation: HashGeneration): number {
  const { hosts } = flow;
  switch (policy) {
    case 'layer2':
      return ethernetHash(hosts, generation);
    case 'layer2+3':
    case 'encap2+3': {
      const hash = ipHash(ethernetHash(hosts, generation), hosts);
      return generation.lowestBit === 'discarded' ? hash >>> 1 : hash;
    }
    case 'layer3+4':
    case 'encap3+4': {
      const hash = ipHash(portBytes(flow), hosts);
      return generation.lowestBit === 'kept' ? hash : hash >>> 1;
    }
    case 'vlan+srcmac':
      return (hosts.vlan ?? 0) ^ hosts.from.mac.vendor ^ hosts.from.mac.device;
    default:
      return policy satisfies never;
  }
}

/** ETH_P_IP and ETH_P_IPV6. */
const etherTypes = {
  'as number': { 4: 0x0800, 6: 0x86dd },
  'as loaded': { 4: 0x0008, 6: 0xdd86 },
} as const;

/** bond_eth_hash: the last byte of both hardware addresses and the type. */
function ethernetHash({ from, to, family }: HostPair, { etherType }: HashGeneration): number {
  return ((from.mac.device ^ to.mac.device) & 0xff) ^ etherTypes[etherType][family];
}

/** bond_ip_hash without its last line. */
function ipHash(start: number, { from, to }: HostPair): number {
  const word = start ^ from.ip ^ to.ip;
  const halves = word ^ (word >>> 16);
  return (halves ^ (halves >>> 8)) >>> 0;
}

const portBytes = ({ sourcePort, destinationPort }: Flow): number =>
  byteSwap((sourcePort << 16) | destinationPort);
