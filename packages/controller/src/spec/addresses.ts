import { failure, type Result, success } from '@bondctl/proto/model/result';

/** One address with its network, as `ip address` takes it. `text` is written the way the kernel prints it. */
export interface Cidr {
  readonly text: string;
  readonly family: 4 | 6;
  readonly address: bigint;
  readonly prefix: number;
}

/** An IPv4 address as a number; undefined when it is not one (no leading zeros, as inet_pton has it). */
export function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

/** An IPv6 address as a number; undefined when it is not one. */
export function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9A-Fa-f:]+$/.test(text)) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...(head ?? []), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  const missing = 8 - groups.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const whole = [...(head ?? []), ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return whole.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** RFC 5952: lower case, the longest run of zero groups shortened. */
export function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  const zeros = [...`,${groups.join(',')},`.matchAll(/(?:,0)+(?=,)/g)].map((run) => run[0]);
  const longest = zeros.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest.length < 4) return groups.join(':');
  const [before, after] = cutOnce(`,${groups.join(',')},`, `${longest},`);
  return `${before.slice(1).replaceAll(',', ':')}::${after.slice(0, -1).replaceAll(',', ':')}`;
}

function cutOnce(text: string, piece: string): [string, string] {
  const at = text.indexOf(piece);
  return [text.slice(0, at), text.slice(at + piece.length)];
}

/** Reads `10.9.0.1/24` or `fd00::1/64`; the address must be one that a host can have. */
export function parseCidr(text: string): Result<Cidr, string> {
  const [host = '', length = '', ...more] = text.split('/');
  const v4 = parseIpv4(host);
  const address = v4 ?? parseIpv6(host);
  if (address === undefined || more.length > 0 || !/^\d{1,3}$/.test(length))
    return failure(cidrSentence(text));
  const family = v4 === undefined ? 6 : 4;
  const prefix = Number(length);
  if (prefix > bits(family)) return failure(`"${text}" has a prefix longer than ${bits(family)}`);
  const cidr = {
    text: `${v4 === undefined ? formatIpv6(address) : host}/${prefix}`,
    family,
    address,
    prefix,
  } as const;
  const complaint = unusable(cidr);
  return complaint === undefined ? success(cidr) : failure(`"${text}" ${complaint}`);
}

const bits = (family: 4 | 6) => (family === 4 ? 32 : 128);
const cidrSentence = (text: string) =>
  `"${text}" is not an address with a prefix length; write e.g. 10.9.0.1/24 or fd00::1/64`;

function unusable({ family, address, prefix }: Cidr): string | undefined {
  const hostBits = BigInt(bits(family) - prefix);
  if (prefix === 0) return 'has no network: the prefix length cannot be 0';
  if (hostBits < 2n) return undefined;
  const host = address & ((1n << hostBits) - 1n);
  if (host === 0n) return 'is the network itself; give the host an address inside it';
  if (family === 4 && host === (1n << hostBits) - 1n)
    return 'is the broadcast address; give the host another one';
  return undefined;
}

/** True when both addresses lie in one network of the same size. */
export function sameNetwork(a: Cidr, b: Cidr): boolean {
  const hostBits = BigInt(bits(a.family) - a.prefix);
  return a.family === b.family && a.prefix === b.prefix && a.address >> hostBits === b.address >> hostBits;
}
