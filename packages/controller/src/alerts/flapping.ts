import type { Look, Observed } from './look.ts';
import { hostsOf, type Subject } from './subjects.ts';

/** Whether the ports of a subject fail too often: between the two thresholds it stays what it was. */
export function flapping(subject: Subject, { nowUnixMs, heard, thresholds }: Look): readonly Observed[] {
  const { failures: most, withinMs, endAtMost } = thresholds.flapping;
  const { kind, name, ends } = subject;
  const names = ends.map(({ end }) => end);
  const failures = heard.failures.filter(
    ({ end, atUnixMs }) => names.includes(end) && nowUnixMs - atUnixMs < withinMs,
  );
  const count = failures.reduce((sum, one) => sum + one.count, 0);
  if (count <= endAtMost) return [];
  return [
    {
      rule: 'flapping',
      kind,
      subject: name,
      standing: count >= most ? 'holds' : 'unknown',
      hosts: hostsOf(subject),
      members: [...new Set(failures.map(({ end, port }) => `${end}/${port}`))],
      sentence: `${count} link failures within ${Math.round(withinMs / 1000)} s`,
    },
  ];
}
