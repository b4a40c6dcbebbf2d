import {
  type DiagnosisView,
  formatSubject,
  type NotLookedAt,
  type RankedFinding,
  type Severity,
  severities,
} from '@bondctl/proto/model/finding';
import type { Paint, Tone } from './paint.ts';
import { noHosts } from './status.ts';
import { age, counted } from './units.ts';

const tones: Readonly<Record<Severity, Tone>> = { fault: 'bad', warning: 'warn', note: 'dim' };

/** What `bondctl diagnose` prints: findings by subject, the worst first, then who was not looked at and a line that sums up. */
export function renderDiagnosis(view: DiagnosisView, paint: Paint): string {
  if (view.lookedAt.hosts + view.notLookedAt.length === 0) return noHosts;
  const groups = [...bySubject(view.findings)].map(([subject, trees]) =>
    [paint('strong', subject), ...trees.flatMap((one) => findingLines(one, subject, paint)), ''].join('\n'),
  );
  const absent = view.notLookedAt.map((one) => `${paint('warn', absence(view, one))}`);
  return [...groups, ...absent, summary(view)].map((line) => `${line}\n`).join('');
}

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

const presences = {
  connected: 'it has not reported yet',
  suspect: 'it has not been heard from for a while',
  lost: 'it is not connected',
  unknown: 'it has not come yet since the controller started',
} as const;

function absence({ atUnixMs }: DiagnosisView, { host, presence, sinceUnixMs }: NotLookedAt): string {
  const since = sinceUnixMs === null ? '' : `, last heard ${age(atUnixMs - sinceUnixMs)} ago`;
  return `${host}: not looked at: ${presences[presence]}${since}`;
}

function summary({ findings, lookedAt }: DiagnosisView): string {
  const { hosts, bonds, links } = lookedAt;
  if (hosts === 0) return 'Nothing was looked at.';
  const seen = `${counted(hosts, 'host')}, ${counted(bonds, 'bond')} and ${counted(links, 'link')}`;
  if (findings.length === 0) return `All is well: ${seen} looked at, nothing found.`;
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return `${counts.join(', ')}; ${seen} looked at.`;
}
