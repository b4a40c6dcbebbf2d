import { failure, type Result, success } from '@bondctl/proto/model/result';

const factors: Readonly<Record<string, number>> = {
  'bit/s': 1,
  'kbit/s': 1e3,
  'Mbit/s': 1e6,
  'Gbit/s': 1e9,
};

/** `1Gbit/s`, `200 Mbit/s`, `1.8Gbit/s` as bits per second. */
export function parseRate(text: unknown): Result<number, string> {
  const match = typeof text === 'string' ? /^(\d+(?:\.\d+)?) ?([A-Za-z]+\/s)$/.exec(text.trim()) : null;
  const factor = factors[match?.[2] ?? ''];
  if (match === null || factor === undefined) return failure(rateSentence(text));
  const rateBps = Math.round(Number(match[1]) * factor);
  return rateBps > 0 && Number.isSafeInteger(rateBps) ? success(rateBps) : failure(rateSentence(text));
}

const rateSentence = (text: unknown) =>
  `"${String(text)}" is not a rate; write a number and bit/s, kbit/s, Mbit/s or Gbit/s, e.g. 1Gbit/s`;

/** `90%` or `0.5%` as a number from 0 to 100. */
export function parsePercent(text: unknown): Result<number, string> {
  const match = typeof text === 'string' ? /^(\d+(?:\.\d+)?) ?%$/.exec(text.trim()) : null;
  const percent = Number(match?.[1]);
  if (match !== null && percent <= 100) return success(percent);
  return failure(
    `"${String(text)}" is not a share; write a number from 0 to 100 and a percent sign, e.g. 90%`,
  );
}
