/** What one step of `npm test` found; `failures` holds each failure's whole text, ready to print. */
export type Found = { passed: number; failed: number; skipped: number; failures: string[] };

/** A step that counts as one test: no failure text means that it passed. */
export function oneTest(failure: string | undefined): Found {
  return failure === undefined
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [failure] };
}

/** Sums steps; failures keep their order. */
export function sum(found: readonly Found[]): Found {
  const total: Found = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const one of found) {
    total.passed += one.passed;
    total.failed += one.failed;
    total.skipped += one.skipped;
    total.failures.push(...one.failures);
  }
  return total;
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
