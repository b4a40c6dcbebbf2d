import { studentT95 } from './student.ts';

// Values are finite. Where they lie can be said of one of them, how far they spread of two. What cannot be said is null, never NaN.

/** Arithmetic mean, in the values' unit; null of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Standard deviation of a sample (divided by n - 1), in the values' unit; null of fewer than two. */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

/** Half of the values lie below it, half above; null of none. */
export const median = (values: readonly number[]): number | null => percentile(values, 50);

/**
 * The value below which `percent` (0 to 100) of the values lie, interpolated between the two nearest: type 7 of Hyndman and
 * Fan, as R and NumPy do it. Null of no values, and of a percentage that is none.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  const ordered = values.toSorted((a, b) => a - b);
  const place = ((ordered.length - 1) * percent) / 100;
  const [low, high] = [ordered[Math.floor(place)], ordered[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

/** Median of the absolute deviations from the median (MAD), not scaled to a normal distribution; null of fewer than two. */
export function medianDeviation(values: readonly number[]): number | null {
  const centre = median(values);
  if (centre === null || values.length < 2) return null;
  return median(values.map((value) => Math.abs(value - centre)));
}

/** Half the width of the 95 % confidence interval of the mean by Student's t, in the values' unit; null of fewer than two. */
export function halfWidth95(values: readonly number[]): number | null {
  const deviation = standardDeviation(values);
  if (deviation === null) return null;
  return (studentT95(values.length - 1) * deviation) / Math.sqrt(values.length);
}
