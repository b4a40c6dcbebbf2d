/** What one step of `npm test` found; `failures` holds each failure's whole text, ready to print. */
export type Found = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
};

/** A step that counts as one test: no failure text means that it passed. */
export function oneTest(failure: string | undefined): Found {
  return failure === undefined
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [failure] };
}

/** A step for which something is missing: skipped on a developer's machine, a failure in CI. */
export const cannotRun = (why: string): Found =>
  process.env['CI'] === 'true' ? oneTest(why) : { passed: 0, failed: 0, skipped: 1, failures: [] };

/** Sums steps; failures keep their order. */
export function sum(found: readonly Found[]): Found {
  const count = (which: 'passed' | 'failed' | 'skipped') =>
    found.reduce((total, one) => total + one[which], 0);
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    failures: found.flatMap((one) => one.failures),
  };
}

/** The last line of `npm test`; `skipped` is named only when something was. */
export function closingLine(total: Found): string {
  const line = `${total.passed} passed, ${total.failed} failed`;
  return total.skipped > 0 ? `${line}, ${total.skipped} skipped` : line;
}

/** 0 only when something passed and nothing failed: a run that tested nothing proves nothing. */
export function exitCode(total: Found): 0 | 1 {
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
