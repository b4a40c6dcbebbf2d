const steps = [
  [1e9, 'Gbit/s'],
  [1e6, 'Mbit/s'],
  [1e3, 'kbit/s'],
] as const;

/** `1.96 Gbit/s`, `944 Mbit/s`, `0 bit/s`: three digits are enough for eyes. */
export function rate(bps: number): string {
  const step = steps.find(([size]) => bps >= size);
  return step === undefined ? `${Math.round(bps)} bit/s` : `${digits(bps / step[0])} ${step[1]}`;
}

const digits = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** `97.4 %`; a dash where nobody knows. */
export const percent = (value: number | null): string => (value === null ? '-' : `${value.toFixed(1)} %`);

/** `2026-11-23 18:55:25Z` */
export const time = (unixMs: number): string =>
  new Date(unixMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');

/** `2026-11-23 18:55:25.042Z` */
export const exactTime = (unixMs: number): string => new Date(unixMs).toISOString().replace('T', ' ');

/** `18:55:25` */
export const clock = (unixMs: number): string => new Date(unixMs).toISOString().slice(11, 19);

/** `12 s`, `5 min`, `3 h`, `2 days` */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

/** `1 host`, `2 hosts` */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
