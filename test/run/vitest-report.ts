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
  return { passed, failed: failures.length, skipped: tests.length - passed - failed.length, failures };
}

function didNotLoad(file: VitestReport['testResults'][number]): boolean {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

const told = (title: string, detail = ''): string => (detail === '' ? title : `${title}\n${detail}`);
