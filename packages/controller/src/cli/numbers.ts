import { parseRate } from '@bondctl/proto/model/rate';
import { InvalidArgumentError } from 'commander';

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a whole number of an option, or says what it must be. */
export const whole =
  (option: string, min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`${option} is a whole number from ${min} to ${max}.`);
  };

/** Reads a time such as `30m`, in ms, or says what it must be. */
export const duration =
  (option: string, maxMs: number) =>
  (text: string): number => {
    const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
    const ms =
      count === undefined || unit === undefined ? 0 : Number(count) * units[unit as keyof typeof units];
    if (ms >= units.s && ms <= maxMs) return ms;
    throw new InvalidArgumentError(
      `${option} is a time such as 45s, 30m, 12h or 7d, at most ${maxMs / units.d}d.`,
    );
  };

/** Reads a rate such as `1.8Gbit/s`, in bit/s, or says what it must be. */
export const bitrate =
  (option: string) =>
  (text: string): number => {
    const rate = parseRate(text);
    if (rate.ok) return rate.value;
    throw new InvalidArgumentError(`${option}: ${rate.error}.`);
  };
