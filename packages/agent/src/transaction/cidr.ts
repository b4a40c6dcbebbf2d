/** An IP address with its prefix length, understood. `text` is how the kernel prints it. */
export interface Cidr {
  readonly family: 'inet' | 'inet6';
  readonly text: string;
  readonly address: string;
  readonly prefix: number;
  /** The network part: two addresses with the same one are in the same subnet. */
  readonly subnet: string;
}

const bitsPerGroup = { inet: 8, inet6: 16 } as const;

function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return undefined;
  const groups = parts.map(Number);
  return groups.every((group) => group <= 255) ? groups : undefined;
}

function parseHalf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))
    ? parts.map((part) => parseInt(part, 16))
    : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  const [left, right] = [parseHalf(halves[0] ?? ''), parseHalf(halves[1] ?? '')];
  if (halves.length > 2 || left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  if (halves.length === 1) return missing === 0 ? left : undefined;
  return missing > 0 ? [...left, ...Array<number>(missing).fill(0), ...right] : undefined;
}

/** The longest run of at least two zero groups becomes "::", the first of equals (RFC 5952, as the kernel's %pI6c). */
function formatIpv6(groups: readonly number[]): string {
  const hex = groups.map((group) => group.toString(16)).join(':');
  const runs = [...hex.matchAll(/(?<![0-9a-f])0(:0)+(?![0-9a-f])/g)];
  const longest = runs.reduce<RegExpExecArray | undefined>(
    (best, run) => (best === undefined || run[0].length > best[0].length ? run : best),
    undefined,
  );
  if (longest === undefined) return hex;
  const [before, after] = [hex.slice(0, longest.index), hex.slice(longest.index + longest[0].length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

/** The groups with everything behind the prefix set to zero. */
function masked(groups: readonly number[], width: number, prefix: number): readonly number[] {
  return groups.map((group, at) => {
    const kept = Math.min(Math.max(prefix - at * width, 0), width);
    return kept === 0 ? 0 : group - (group % 2 ** (width - kept));
  });
}

/** An address without a prefix as the kernel prints it; undefined when it is none. */
export function parseAddress(
  text: string,
): { family: Cidr['family']; groups: readonly number[] } | undefined {
  const four = parseIpv4(text);
  if (four !== undefined) return { family: 'inet', groups: four };
  const six = text.includes(':') ? parseIpv6(text) : undefined;
  return six === undefined ? undefined : { family: 'inet6', groups: six };
}

/** Reads `10.9.0.1/24` or `fd00::1/64`; undefined for anything else. A missing prefix length is a mistake, no default. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', length = '', ...rest] = text.split('/');
  const parsed = parseAddress(address);
  if (parsed === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const { family, groups } = parsed;
  const [prefix, width] = [Number(length), bitsPerGroup[family]];
  if (prefix > width * groups.length) return undefined;
  const print = family === 'inet' ? (all: readonly number[]) => all.join('.') : formatIpv6;
  const printed = print(groups);
  const subnet = `${print(masked(groups, width, prefix))}/${prefix}`;
  return { family, text: `${printed}/${prefix}`, address: printed, prefix, subnet };
}

/** True when `address` (no prefix) lies in the subnet of `cidr`. */
export function contains(cidr: Cidr, address: string): boolean {
  return parseCidr(`${address}/${cidr.prefix}`)?.subnet === cidr.subnet;
}

/** The text as the kernel prints it, or as it is when it is no address with a prefix. */
export const canonicalCidr = (text: string): string => parseCidr(text)?.text ?? text;
