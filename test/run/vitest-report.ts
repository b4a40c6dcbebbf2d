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
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ file: file.name, ...test })),
  );
  const failed = tests.filter((test) => test.status === 'failed');
  const failures = [
    ...failed.map((test) => told(`${test.file} > ${test.fullName}`, test.failureMessages?.join('\n'))),
    ...report.testResults.filter(didNotLoad).map((file) => told(file.name, file.message)),
  ];
  if (exit.code !== 0 && failures.length === 0)
    failures.push(told(`vitest exited ${exit.code}`, exit.output));
  const passed = tests.filter((test) => test.status === 'passed').length;
  const skipped = tests.length - passed - failed.length;
  return { passed, failed: failures.length, skipped, failures: shown(exit.output, failures) };
}

function didNotLoad(file: VitestReport['testResults'][number]): boolean {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

/** vitest's own words about failures, which show differences and places; the report's, where it said nothing. */
function shown(output: string, failures: readonly string[]): readonly string[] {
  const start = output.search(/^⎯{3,} /m);
  return failures.length === 0 || start < 0 ? failures : [output.slice(start)];
}

const told = (title: string, detail = ''): string => (detail === '' ? title : `${title}\n${detail}`);
