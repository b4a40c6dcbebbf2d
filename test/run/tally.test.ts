import { afterEach, describe, expect, test, vi } from 'vitest';
import { cannotRun, closingLine, exitCode, oneTest, sum } from './tally.ts';

const found = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped, failures: [] });

describe('the total of npm test', () => {
  test('a run in which nothing passed fails', () => {
    expect(exitCode(found(0, 0))).toBe(1);
    expect(exitCode(found(0, 0, 9))).toBe(1);
    expect(exitCode(sum([]))).toBe(1);
  });

  test('one failure among many passes fails', () => {
    expect(exitCode(found(400, 1))).toBe(1);
    expect(exitCode(found(400, 0))).toBe(0);
  });

  test.each([
    [found(12, 0), '12 passed, 0 failed'],
    [found(0, 0), '0 passed, 0 failed'],
    [found(3, 2, 1), '3 passed, 2 failed, 1 skipped'],
  ])('%j closes with "%s"', (total, line) => {
    expect(closingLine(total)).toBe(line);
  });

  test('steps are summed and their failures kept in order', () => {
    const total = sum([oneTest(undefined), oneTest('types: a'), found(5, 0, 2), oneTest('lint: b')]);
    expect(total).toEqual({ passed: 6, failed: 2, skipped: 2, failures: ['types: a', 'lint: b'] });
  });
});

describe('a step for which something is missing', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is skipped where a person sees it', () => {
    vi.stubEnv('CI', undefined);
    expect(cannotRun('Install chromium first')).toMatchObject({ failed: 0, skipped: 1 });
  });

  test('is a failure in CI', () => {
    vi.stubEnv('CI', 'true');
    expect(cannotRun('Install chromium first')).toEqual(oneTest('Install chromium first'));
  });
});
