import { failure, type Result, success } from '@bondctl/proto/model/result';

/** `90%` or `0.5%` as a number from 0 to 100. */
export function parsePercent(text: unknown): Result<number, string> {
  const match = typeof text === 'string' ? /^(\d+(?:\.\d+)?) ?%$/.exec(text.trim()) : null;
  const percent = Number(match?.[1]);
  if (match !== null && percent <= 100) return success(percent);
  return failure(
    `"${String(text)}" is not a share; write a number from 0 to 100 and a percent sign, e.g. 90%`,
  );
}
