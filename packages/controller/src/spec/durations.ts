import { failure, type Result, success } from '@bondctl/proto/model/result';

const unitsMs: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 };
const longestMs = 24 * 3_600_000;

/** `30s`, `5 min`, `1h` in ms; at most a day. */
export function parseDuration(text: unknown): Result<number, string> {
  const match = typeof text === 'string' ? /^(\d+(?:\.\d+)?) ?(s|min|h)$/.exec(text.trim()) : null;
  const ms = Math.round(Number(match?.[1]) * (unitsMs[match?.[2] ?? ''] ?? Number.NaN));
  if (ms >= 0 && ms <= longestMs) return success(ms);
  return failure(`"${String(text)}" is not a time; write a number and s, min or h, at most a day, e.g. 30s`);
}

/** A time in the words that `parseDuration` takes back. */
export function formatDuration(ms: number): string {
  const [unit = 's', size = 1_000] =
    Object.entries(unitsMs)
      .toReversed()
      .find(([, unitMs]) => ms >= unitMs && ms % unitMs === 0) ?? [];
  return `${ms / size}${unit}`;
}
