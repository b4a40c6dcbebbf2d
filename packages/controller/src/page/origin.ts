import type { IperfRun, TestResult } from '@bondctl/proto/model/linktest';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import type { HostSurroundings, InterfaceSurroundings } from '@bondctl/proto/model/vitals';
import { folded, type Html, html, nothing, section, table } from './html.ts';

/** Where the figures come from: both hosts, both command lines, and both documents of iperf3 as they were. */
export function origin(result: TestResult): Html {
  const { from, to, surroundings, documents } = result;
  return section(
    'Where this comes from',
    table(
      'Both ends',
      ['interface', 'kernel', 'driver', 'offloads'],
      [...interfaceRows(from, surroundings.sender), ...interfaceRows(to, surroundings.receiver)],
    ),
    documentOf(documents.client, from),
    documentOf(documents.server, to),
  );
}

const interfaceRows = (end: End, seen: HostSurroundings | null): readonly (readonly string[])[] =>
  (seen?.interfaces ?? []).map((one) => [
    `${formatEnd(end)} ${one.name}`,
    seen?.kernel ?? 'unknown',
    one.driver ?? '-',
    offloadsOf(one),
  ]);

function offloadsOf({ offloads }: InterfaceSurroundings): string {
  const known = Object.entries(offloads ?? {}).filter(([, on]) => on !== null);
  return known.length === 0
    ? 'unknown'
    : known.map(([name, on]) => `${name} ${on ? 'on' : 'off'}`).join(', ');
}

function documentOf(run: IperfRun | null, end: End): Html {
  if (run === null) return nothing;
  const what = `iperf3 ${run.version} as ${run.role} on ${formatEnd(end)}`;
  const content =
    run.truncated === undefined
      ? html`<pre>${run.document}</pre>`
      : html`<p>The document was too large to travel: ${run.truncated.bytes} bytes, SHA-256 <code>${run.truncated.sha256}</code>.</p>`;
  return html`<h3>${what}</h3>
<p><code>${run.command.join(' ')}</code></p>
<p>${endingOf(run)}</p>
${folded('Its JSON document', content)}`;
}

function endingOf({ exit, ending }: IperfRun): string {
  const how = exit.kind === 'code' ? `exit code ${exit.code}` : `signal ${exit.signal}`;
  const by = {
    finished: 'It finished',
    watchdog: 'The watchdog ended it',
    cancelled: 'It was cancelled',
    disturbed: 'It was broken off for others',
  };
  return `${by[ending]}: ${how}.`;
}
