/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom: NIST/SEMATECH e-Handbook, 1.3.6.7.2. */
const quantiles: readonly number[] = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const last = { degrees: 30, quantile: 2.042 };
/** The normal distribution's: what the quantiles come to with many degrees of freedom. */
const limit = 1.96;

/**
 * The factor of a 95 % confidence interval for this many degrees of freedom, a whole number from 1. Past the table it is
 * interpolated in 1/degrees, which is at most 0.0008 off.
 */
export function studentT95(degrees: number): number {
  return quantiles[degrees - 1] ?? limit + ((last.quantile - limit) * last.degrees) / degrees;
}
