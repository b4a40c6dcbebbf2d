import { type DiagnosisView, type NotLookedAt, severities } from '@bondctl/proto/model/finding';
import { findingGroups } from './findings.ts';
import type { Paint } from './paint.ts';
import { noHosts } from './status.ts';
import { age, counted } from './units.ts';

/** What `bondctl diagnose` prints: findings by subject, the worst first, then who was not looked at and a line that sums up. */
export function renderDiagnosis(view: DiagnosisView, paint: Paint): string {
  if (view.lookedAt.hosts + view.notLookedAt.length === 0) return noHosts;
  const absent = view.notLookedAt.map((one) => `${paint('warn', absence(view, one))}`);
  return [...findingGroups(view.findings, paint), ...absent, summary(view)]
    .map((line) => `${line}\n`)
    .join('');
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
