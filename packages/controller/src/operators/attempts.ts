import { createBucket } from '@bondctl/proto/wire/bucket';

/** What follows from one more failed sign-in. */
export interface Failed {
  /** More failed from this address, or from all of them, than is answered in earnest. */
  readonly tooMany: boolean;
  /** How many failed since the record heard of one; null: it hears nothing now. */
  readonly tell: number | null;
}

const ofAddress = { perSecond: 0.1, burst: 10 };
const ofAll = { perSecond: 1, burst: 60 };
// Whoever knocks for a year leaves no more than a hundred thousand lines.
const told = { perSecond: 1 / 300, burst: 5 };
const mostAddresses = 1024;

/** Counts failed sign-ins by address and all together, in bounded memory. `nowMs` only grows. */
export function createAttempts(nowMs: () => number): (address: string) => Failed {
  const bucket = ({ perSecond, burst }: typeof ofAll) => createBucket(perSecond, burst, nowMs);
  const [all, telling] = [bucket(ofAll), bucket(told)];
  const addresses = new Map<string, () => boolean>();
  let untold = 0;
  return (address) => {
    const key = networkOf(address);
    const own = addresses.get(key) ?? bucket(ofAddress);
    // Last used stands last: the first is the one to forget.
    addresses.delete(key);
    addresses.set(key, own);
    for (const oldest of addresses.keys()) if (addresses.size > mostAddresses) addresses.delete(oldest);
    untold += 1;
    const tooMany = !own() || !all();
    const tell = telling() ? untold : null;
    if (tell !== null) untold = 0;
    return { tooMany, tell };
  };
}

/** What one attacker has for himself: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(after ?? [])];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
