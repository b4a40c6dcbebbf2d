import type { Severity } from './finding.ts';
import type { Judgement, TestResult } from './linktest.ts';
import { formatEnd } from './names.ts';
import type { TestSummary, TestView } from './view.ts';

/** A test in one line. */
export function testSummary(test: TestView): TestSummary {
  const { result, judgement } = test;
  const findings = (severity: Severity) => test.findings.filter((one) => one.severity === severity).length;
  return {
    id: test.id,
    atUnixMs: test.atUnixMs,
    link: result.link,
    parameters: result.parameters,
    passed: judgement.passed,
    receivedBps: result.run?.ok === true ? result.run.figures.receivedBps : null,
    percentOfConfiguration: judgement.percentOfConfiguration,
    percentOfHardware: judgement.percentOfHardware,
    comparison: test.comparison?.kind ?? null,
    findings: { fault: findings('fault'), warning: findings('warning'), note: findings('note') },
    sentence: testSentence(result, judgement),
  };
}

function testSentence(result: TestResult, judgement: Judgement): string {
  const missed = judgement.verdicts.find((verdict) => verdict.held !== 'yes');
  if (missed !== undefined) return missed.sentence;
  if (result.run?.ok === false) return result.run.message;
  return `${formatEnd(result.from)} to ${formatEnd(result.to)} holds what was expected`;
}
