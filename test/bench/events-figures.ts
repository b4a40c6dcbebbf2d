/** How fast link failures came, beside a bare reader of the kernel's messages. Pure. */

/**
 * One failure, all in ms of the one clock of the lab: when the cable was pulled, when `ip monitor` had the kernel's message
 * that the driver counted it, when the controller had recorded our event, and when who follows the record had it.
 */
export type Failure = {
  readonly actMs: number;
  readonly readerMs: number;
  readonly recordedMs: number;
  readonly followedMs: number;
};

/** What a run measured. `missing` failures have no line of the reader. */
export type Measured = { readonly failures: readonly Failure[]; readonly missing: number };

/** Median and 99th percentile, in ms. */
export type Spread = { readonly medianMs: number; readonly p99Ms: number };

/** The figures of the benchmark. `ratio` is our p99 over the reader's own, both from the pulled cable on. */
export type Figures = {
  readonly failures: number;
  readonly missing: number;
  readonly reader: Spread;
  readonly ours: Spread;
  readonly beyond: Spread;
  readonly beyondToRecord: Spread;
  readonly ratio: { readonly median: number; readonly p99: number };
};

/** The smallest value that `share` of all do not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const spreadOf = (values: readonly number[]): Spread => ({
  medianMs: percentile(values, 0.5),
  p99Ms: percentile(values, 0.99),
});

/** What a run comes to. Throws when nothing was measured. */
export function figuresOf({ failures, missing }: Measured): Figures {
  if (failures.length === 0) throw new Error('no failure was seen by both, so nothing can be compared');
  const each = (value: (one: Failure) => number) => spreadOf(failures.map(value));
  const reader = each(({ readerMs, actMs }) => readerMs - actMs);
  const ours = each(({ followedMs, actMs }) => followedMs - actMs);
  return {
    failures: failures.length,
    missing,
    reader,
    ours,
    beyond: each(({ followedMs, readerMs }) => followedMs - readerMs),
    beyondToRecord: each(({ recordedMs, readerMs }) => recordedMs - readerMs),
    ratio: { median: ours.medianMs / reader.medianMs, p99: ours.p99Ms / reader.p99Ms },
  };
}

const row = (what: string, { medianMs, p99Ms }: Spread): string =>
  `${what.padEnd(46)}${`${medianMs.toFixed(1)} ms`.padStart(10)}${`${p99Ms.toFixed(1)} ms`.padStart(12)}`;

/** The figures for people. */
export function tableOf({ failures, missing, reader, ours, beyond, beyondToRecord, ratio }: Figures): string {
  const counted = missing === 0 ? '' : `, ${missing} more that the reader has no line of`;
  return [
    `${failures} link failures${counted}; the driver itself looks every 100 ms`,
    '',
    `${''.padEnd(46)}${'median'.padStart(10)}${'p99'.padStart(12)}`,
    row('cable pulled -> line of a bare `ip monitor`', reader),
    row('cable pulled -> our event, as followed', ours),
    row("the reader's line -> our event, as followed", beyond),
    row("the reader's line -> our event, as recorded", beyondToRecord),
    `${'ours over the reader, from the pulled cable'.padEnd(46)}${ratio.median.toFixed(2).padStart(10)}${ratio.p99.toFixed(2).padStart(12)}`,
  ].join('\n');
}
