import { failure, type Result, success } from './result.ts';

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
