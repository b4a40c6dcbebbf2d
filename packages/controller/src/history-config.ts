import { BondctlError } from '@bondctl/proto/model/error';
import type { HistoryRules } from './history/layers.ts';

const times = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const sizes = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const;

type Kept = HistoryRules['keptMs'];

/** How long each is kept at least and at most, and unless somebody says otherwise. */
const bounds: Readonly<Record<keyof Kept, { least: string; most: string; usual: string }>> = {
  second: { least: '5m', most: '1d', usual: '1h' },
  minute: { least: '3h', most: '3650d', usual: '7d' },
  hour: { least: '1d', most: '3650d', usual: '365d' },
  events: { least: '1d', most: '3650d', usual: '365d' },
};

const layers = Object.keys(bounds) as readonly (keyof Kept)[];

/** What is kept for how long when nobody says anything, as it would be typed. */
export const usualHistory = layers.map((layer) => `${layer}=${bounds[layer].usual}`).join(',');

/** `second=1h,minute=7d,hour=365d,events=365d`; what is not named is as usual. Throws `bad-input` that names the flag. */
export function keptOf(text: string): Kept {
  const named = Object.assign({}, ...text.split(',').map((part) => oneOf(part.trim()))) as Partial<Kept>;
  const time = (layer: keyof Kept) => named[layer] ?? timeOf(bounds[layer].usual);
  const kept = { second: time('second'), minute: time('minute'), hour: time('hour'), events: time('events') };
  if (kept.hour >= kept.minute && kept.minute >= kept.second) return kept;
  throw bad(`--history ${text}: a coarser layer is kept at least as long as a finer one.`);
}

function oneOf(part: string): Partial<Kept> {
  const [name = '', length = '', ...more] = part.split('=');
  const layer = layers.find((one) => one === name);
  if (layer === undefined || more.length > 0)
    throw bad(`--history ${part} is not LAYER=TIME with a layer of ${layers.join(', ')}, such as minute=7d.`);
  const { least, most } = bounds[layer];
  const ms = timeOf(length);
  if (ms >= timeOf(least) && ms <= timeOf(most)) return { [layer]: ms };
  throw bad(`--history ${part} is not from ${least} to ${most}, such as ${layer}=${bounds[layer].usual}.`);
}

/** NaN where it is no time. */
function timeOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return count === '' ? Number.NaN : Number(count) * times[unit as keyof typeof times];
}

/** A size such as `2GiB`, in bytes. Throws `bad-input` that names the flag. */
export function sizeOf(flag: string, text: string, least: string): number {
  const bytes = bytesOf(text);
  if (bytes >= bytesOf(least) && bytes <= sizes.TiB) return bytes;
  throw bad(`${flag} ${text} is not a size from ${least} to 1TiB, such as 512MiB or 2GiB.`);
}

function bytesOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})(KiB|MiB|GiB|TiB)$/.exec(text) ?? [];
  return count === '' ? Number.NaN : Number(count) * sizes[unit as keyof typeof sizes];
}

const bad = (message: string): BondctlError => new BondctlError('bad-input', message);
