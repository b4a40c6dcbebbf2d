import { failure, type Result, success } from '@bondctl/proto/model/result';
import { parseIpv4, parseIpv6 } from '../spec/addresses.ts';

/** One end of a pair of hosts, as people and kernels write it: `02:00:00:00:00:01`, `10.9.0.1` or `fe80::1%bond0`. */
export interface HostText {
  readonly mac: string;
  readonly ip: string;
}

/** A hardware address in two halves of 24 bits, as the kernel hashes it. */
export interface Mac {
  readonly vendor: number;
  readonly device: number;
}

/** One end as a transmit hash sees it; `ip` is 32 bits the way a little-endian kernel loads them, IPv6 folded. */
export interface HostAddress {
  readonly mac: Mac;
  readonly ip: number;
}

/** Two hosts that talk to each other, `from` sending; `to.mac` is the next hop's. VLAN id without priority, or null. */
export interface HostPair {
  readonly family: 4 | 6;
  readonly from: HostAddress;
  readonly to: HostAddress;
  readonly vlan: number | null;
}

/** Reads two hosts and the VLAN between them, or says in one sentence what is not an address. */
export function parseHosts(from: HostText, to: HostText, vlan: number | null): Result<HostPair, string> {
  const [sender, receiver] = [parseHost(from), parseHost(to)];
  if (!sender.ok) return sender;
  if (!receiver.ok) return receiver;
  const { family } = sender.value;
  if (family !== receiver.value.family)
    return failure(`${from.ip} and ${to.ip} are not of one family: both IPv4 or both IPv6`);
  if (vlan !== null && !(Number.isInteger(vlan) && vlan >= 1 && vlan <= 4094))
    return failure(`${vlan} is not a VLAN id: 1 to 4094`);
  return success({ family, from: sender.value.address, to: receiver.value.address, vlan });
}

interface ParsedHost {
  readonly family: 4 | 6;
  readonly address: HostAddress;
}

function parseHost({ mac, ip }: HostText): Result<ParsedHost, string> {
  const hardware = parseMac(mac);
  if (hardware === undefined) return failure(`"${mac}" is not a hardware address like 02:00:00:00:00:01`);
  const v4 = parseIpv4(ip);
  const address = v4 ?? parseIpv6(withoutScope(ip));
  if (address === undefined) return failure(`"${ip}" is not an IPv4 or IPv6 address of one host`);
  const family = v4 === undefined ? 6 : 4;
  return success({ family, address: { mac: hardware, ip: byteSwap(fold(address)) } });
}

function parseMac(text: string): Mac | undefined {
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(text)) return undefined;
  const digits = text.replaceAll(':', '');
  return { vendor: Number.parseInt(digits.slice(0, 6), 16), device: Number.parseInt(digits.slice(6), 16) };
}

/** Only fe80::/10 has a scope, which names our own interface and is not on the wire. */
const withoutScope = (ip: string): string => ip.replace(/^(fe[89ab][0-9a-f]:.*)%[\w.-]{1,15}$/i, '$1');

/** The exclusive or of all 32-bit words: ipv6_addr_hash (include/net/ipv6.h); an IPv4 address stays itself. */
function fold(address: bigint): number {
  return Number((address ^ (address >> 32n) ^ (address >> 64n) ^ (address >> 96n)) & 0xffff_ffffn);
}

/** 32 bits of the wire as a little-endian machine loads them: the first byte is the lowest. */
export function byteSwap(word: number): number {
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}
