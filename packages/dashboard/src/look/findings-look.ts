import { formatSubject, type RankedFinding, type Severity, severities } from '@bondctl/proto/model/finding';
import type { Health } from '@bondctl/proto/model/view';

/** How a severity looks: the shape of a health, and its own word beside it. */
export const severityTones: Readonly<Record<Severity, Health>> = {
  fault: 'down',
  warning: 'degraded',
  note: 'unknown',
};

/** Which findings are shown. */
export interface FindingsQuery {
  /** A host or a link; null: the whole cluster. */
  readonly about: string | null;
  /** null: all. */
  readonly severity: Severity | null;
}

/** What the address says; a word that nobody knows is as if it were not there. */
export const readFindingsQuery = (query: Readonly<Record<string, string | undefined>>): FindingsQuery => ({
  about: query['about'] || null,
  severity: severities.find((severity) => severity === query['severity']) ?? null,
});

/** The address of findings as they are shown; what is usual is left out. */
export function findingsAddress({ about, severity }: FindingsQuery): string {
  const words = new URLSearchParams();
  if (about !== null) words.set('about', about);
  if (severity !== null) words.set('severity', severity);
  return words.size === 0 ? '/findings' : `/findings?${words.toString()}`;
}

/** How many there are of each severity. */
export function countSeverities(findings: readonly RankedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { fault: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A cause with what follows from it. */
export interface FindingTree {
  readonly cause: RankedFinding;
  readonly consequences: readonly RankedFinding[];
}

/** Findings as causes with their consequences, in the order in which they come; of one severity where it is named. */
export function findingTrees(
  findings: readonly RankedFinding[],
  severity: Severity | null,
): readonly FindingTree[] {
  const trees: { cause: RankedFinding; consequences: RankedFinding[] }[] = [];
  for (const finding of findings) {
    const last = trees.at(-1);
    if (finding.consequenceOf === null || last === undefined)
      trees.push({ cause: finding, consequences: [] });
    else last.consequences.push(finding);
  }
  return trees.filter(
    ({ cause, consequences }) =>
      severity === null || [cause, ...consequences].some((one) => one.severity === severity),
  );
}

/** The page of what a finding is about. */
export const subjectAddress = (subject: RankedFinding['subject']): string =>
  subject.kind === 'link'
    ? `/links/${encodeURIComponent(subject.link)}`
    : `/hosts/${encodeURIComponent(subject.host)}`;

/** What tells one finding of a list from all others. */
export const findingKey = ({ rule, subject }: RankedFinding): string => `${rule} ${formatSubject(subject)}`;
