import { expect, test } from 'vitest';
import { readReport } from './vitest-report.ts';

const clean = { code: 0, output: '' };
const assertion = (status: string) => ({
  fullName: `is ${status}`,
  status,
  failureMessages: status === 'failed' ? ['why'] : [],
});

test('each status is counted as what it is', () => {
  const assertionResults = ['passed', 'passed', 'failed', 'pending', 'todo'].map(assertion);
  const found = readReport(
    { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] },
    { code: 1, output: '' },
  );
  expect(found).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['a.test.ts > is failed\nwhy'] });
});

test('a file that does not load is one failure', () => {
  const file = { name: 'a.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] };
  expect(readReport({ testResults: [file] }, { code: 1, output: '' })).toMatchObject({
    failed: 1,
    failures: ['a.test.ts\nSyntaxError'],
  });
});

test('an exit code that no test explains is one failure', () => {
  const file = { name: 'a.test.ts', status: 'passed', assertionResults: [assertion('passed')] };
  const found = readReport({ testResults: [file] }, { code: 1, output: 'Unhandled rejection' });
  expect(found).toMatchObject({ passed: 1, failed: 1, failures: ['vitest exited 1\nUnhandled rejection'] });
  expect(readReport({ testResults: [file] }, clean)).toMatchObject({ passed: 1, failed: 0 });
});

test('what vitest shows about failures is kept whole', () => {
  const assertionResults = ['failed', 'failed'].map(assertion);
  const output = 'xx\n\n⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯\n- Expected\n+ Received\n';
  const found = readReport(
    { testResults: [{ name: 'a', status: 'failed', assertionResults }] },
    { code: 1, output },
  );
  expect(found).toMatchObject({
    failed: 2,
    failures: ['⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯\n- Expected\n+ Received\n'],
  });
});
