import { formatEnd } from '@bondctl/proto/model/names';
import { runWords } from '@bondctl/proto/model/test-words';
import type { TestView } from '@bondctl/proto/model/view';
import { findingGroups } from './findings.ts';
import { measuredRows } from './measured.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { testPorts } from './test-ports.ts';
import { rate } from './units.ts';
import { renderVitals } from './vitals.ts';

/** What `bondctl test` prints: what was measured, whether it held, and what is wrong as far as the test shows it. */
export function renderTest(test: TestView, paint: Paint): string {
  const { result, judgement } = test;
  const verdict = judgement.passed ? paint('good', 'passed') : paint('bad', 'failed');
  return [
    `${result.link}: ${verdict}  ${formatEnd(result.from)} to ${formatEnd(result.to)}, ${result.mode}, MTU ${result.mtu}, ` +
      `${runWords(result.parameters, rate)} (${test.id})\n\n`,
    table(['', ''], measuredRows(test, paint)).replace(/^\n/, ''),
    testPorts(result),
    renderVitals(result),
    ...judgement.verdicts.map(
      (one) =>
        `${paint(one.held === 'yes' ? 'good' : one.held === 'no' ? 'bad' : 'warn', one.held)}  ${one.sentence}\n`,
    ),
    ...findingGroups(test.findings, paint).map((group) => `\n${group}`),
  ].join('');
}
