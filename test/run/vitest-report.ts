import type { Found } from './tally.ts';

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

/**
 * Counts a vitest report. A file that does not load and an exit code that no failed test explains
 * (an unhandled rejection) each count as one failure, so that neither can hide.
 */
export function readReport(report: VitestReport, exit: { code: number; output: string }): Found {
  const found: Found = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') found.passed += 1;
      else if (test.status === 'failed')
        fail(found, `${file.name} > ${test.fullName}`, test.failureMessages?.join('\n'));
      else found.skipped += 1;
    }
    const explained = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !explained) fail(found, file.name, file.message);
  }
  if (exit.code !== 0 && found.failed === 0) fail(found, `vitest exited ${exit.code}`, exit.output);
  return found;
}

function fail(found: Found, title: string, detail: string | undefined): void {
  found.failed += 1;
  found.failures.push(detail === undefined || detail === '' ? title : `${title}\n${detail}`);
}
