import type { TestSummary } from '@bondctl/proto/model/view';
import { counted, percentText, rateText } from './figures.ts';

/** One test beside its ceiling. */
export interface TestBar {
  readonly id: string;
  readonly atUnixMs: number;
  readonly passed: boolean;
  /** Of what the configuration can carry, 0 to 100; null where nothing was measured, or no capacity is known. */
  readonly percent: number | null;
  readonly figure: string;
  readonly parameters: string;
  readonly sentence: string;
}

/** A test as a bar against the ceiling of its configuration. */
export const testBar = (test: TestSummary): TestBar => ({
  id: test.id,
  atUnixMs: test.atUnixMs,
  passed: test.passed,
  percent: test.percentOfConfiguration === null ? null : Math.min(100, test.percentOfConfiguration),
  figure:
    test.receivedBps === null
      ? 'no figure'
      : test.percentOfConfiguration === null
        ? rateText(test.receivedBps)
        : `${rateText(test.receivedBps)}, ${percentText(test.percentOfConfiguration)}`,
  parameters: `${counted(test.parameters.streams, 'stream')}, ${test.parameters.protocol.toUpperCase()}, ${test.parameters.seconds} s`,
  sentence: test.sentence,
});
