import { formatSubject, type RankedFinding, type Severity } from '@bondctl/proto/model/finding';
import type { Paint, Tone } from './paint.ts';

const tones: Readonly<Record<Severity, Tone>> = { fault: 'bad', warning: 'warn', note: 'dim' };

/** Findings by subject, the worst first: each a text of several lines that ends in an empty one. */
export const findingGroups = (findings: readonly RankedFinding[], paint: Paint): readonly string[] =>
  [...bySubject(findings)].map(([subject, trees]) =>
    [paint('strong', subject), ...trees.flatMap((one) => findingLines(one, subject, paint)), ''].join('\n'),
  );

/** Findings under the subject of their cause, in the order in which the worst of each subject comes. */
function bySubject(findings: readonly RankedFinding[]): ReadonlyMap<string, readonly RankedFinding[]> {
  const groups = new Map<string, RankedFinding[]>();
  let subject = '';
  for (const one of findings) {
    if (one.consequenceOf === null) subject = formatSubject(one.subject);
    groups.set(subject, [...(groups.get(subject) ?? []), one]);
  }
  return groups;
}

/** What follows from a cause stands under it and needs no advice of its own. */
function findingLines(one: RankedFinding, group: string, paint: Paint): readonly string[] {
  const subject = formatSubject(one.subject);
  const where = subject === group ? '' : `${subject}: `;
  const severity = paint(tones[one.severity], one.severity);
  const evidence = one.evidence.map((fact) => paint('dim', `  - ${fact}`));
  if (one.consequenceOf !== null)
    return [`so ${severity} ${one.rule}: ${where}${one.cause}`, ...evidence].map((line) => `    ${line}`);
  return [
    `  ${severity} ${one.rule}: ${where}${one.cause}`,
    ...evidence.map((line) => `  ${line}`),
    `    Do: ${one.advice}`,
    paint('dim', `    Source: ${one.source}`),
  ];
}
