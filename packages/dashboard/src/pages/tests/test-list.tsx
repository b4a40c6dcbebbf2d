import type { Severity } from '@bondctl/proto/model/finding';
import type { FleetLink } from '@bondctl/proto/model/fleet';
import type { TestSummary } from '@bondctl/proto/model/view';
import { counted, percentText, rateText } from '../../look/figures.ts';
import { Age } from '../../parts/age.tsx';
import { Bar } from '../../parts/bar.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { LinkSelect } from '../../parts/link-select.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';
import { useResource } from '../../state/resource.ts';

const shownMost = 40;
const againMs = 60_000;

/** The newest tests, of all links or of one, each against its ceiling and against what was expected of it. */
export function TestList({
  links,
  link,
  news,
  onLink,
}: {
  readonly links: readonly FleetLink[];
  readonly link: string | null;
  readonly news: number | undefined;
  readonly onLink: (link: string | null) => void;
}) {
  const tests = useResource(
    `tests ${link ?? ''}`,
    async (client) => (await client.tests(shownMost, link ?? undefined)).tests,
    { everyMs: againMs, again: news },
  );
  return (
    <Section title="Last tests" aside={<LinkSelect links={links} link={link} onLink={onLink} />}>
      <Shown of={tests} what="the tests">
        {(all) =>
          all.length === 0 ? (
            <Empty title={link === null ? 'Nothing was tested yet.' : `${link} was never tested.`} />
          ) : (
            <Table caption="Tests, newest first" columns={columns} rows={all.map(rowOf)} />
          )
        }
      </Shown>
    </Section>
  );
}

const columns = [
  { head: 'test' },
  { head: 'as expected' },
  { head: 'received', figures: true },
  { head: 'of its limit' },
  { head: 'measured with' },
  { head: 'when' },
  { head: 'findings' },
];

function rowOf(test: TestSummary) {
  const { id, link, passed, receivedBps, percentOfConfiguration: percent, parameters } = test;
  return {
    key: id,
    cells: [
      <a key="test" href={`/tests/${encodeURIComponent(id)}`}>
        {link}
      </a>,
      <span key="passed">
        <span class={`health health-${passed ? 'ok' : 'degraded'}`}>
          <HealthMark health={passed ? 'ok' : 'degraded'} />
          {passed ? 'yes' : 'no'}
        </span>
        {!passed && test.sentence !== '' && <span class="why">{test.sentence}</span>}
      </span>,
      receivedBps === null ? 'no figure' : rateText(receivedBps),
      <span key="share" class="share">
        <Bar percent={percent ?? 0} tone={passed ? 'ok' : 'degraded'} hasLimit />
        {percentText(percent)}
      </span>,
      `${counted(parameters.streams, 'stream')}, ${parameters.protocol.toUpperCase()}, ${parameters.seconds} s`,
      <Age key="when" atUnixMs={test.atUnixMs} />,
      findingsWords(test.findings),
    ],
  };
}

const findingsWords = (findings: Readonly<Record<Severity, number>>): string => {
  const words = [
    ...(findings.fault > 0 ? [counted(findings.fault, 'fault')] : []),
    ...(findings.warning > 0 ? [counted(findings.warning, 'warning')] : []),
    ...(findings.note > 0 ? [counted(findings.note, 'note')] : []),
  ];
  return words.length === 0 ? 'none' : words.join(', ');
};
