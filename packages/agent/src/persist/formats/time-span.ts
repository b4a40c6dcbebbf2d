/** Milliseconds in the units of systemd.time(7), as far as links are measured in them. */
const units: ReadonlyMap<string, number> = new Map([
  ['us', 0.001],
  ['ms', 1],
  ['msec', 1],
  ['s', 1000],
  ['sec', 1000],
  ['second', 1000],
  ['seconds', 1000],
  ['m', 60_000],
  ['min', 60_000],
  ['minute', 60_000],
  ['minutes', 60_000],
  ['h', 3_600_000],
  ['hr', 3_600_000],
  ['hour', 3_600_000],
  ['hours', 3_600_000],
]);

const span = /(\d+(?:\.\d+)?)\s*([a-z]*)/g;

/** `100ms`, `1min 20s` or, in the unit of the key, `2` to milliseconds, rounded down; undefined for anything else. */
export function parseTimeSpan(text: string, unit: 'ms' | 's'): number | undefined {
  if (text.trim() === '' || text.replaceAll(span, '').trim() !== '') return undefined;
  let sum = 0;
  for (const [, digits, word] of text.matchAll(span)) {
    const factor = units.get(word === '' || word === undefined ? unit : word);
    if (factor === undefined) return undefined;
    sum += Number(digits) * factor;
  }
  // A sum of fractions such as 0.1 s must not lose a millisecond to their binary form.
  return Math.floor(sum + 1e-6);
}
