import type { PortShare, TestResult } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import { portPercents } from '@bondctl/proto/model/test-words';
import { counted, percentText, rateText } from '../../look/figures.ts';
import { Bar } from '../../parts/bar.tsx';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';

/** How much of it went over which port, at both ends. */
export function Shares({ result }: { readonly result: TestResult }) {
  return (
    <>
      <End title={`${formatEnd(result.from)} sent`} ports={result.ports.sender} way="txBytes" />
      <End title={`${formatEnd(result.to)} received`} ports={result.ports.receiver} way="rxBytes" />
    </>
  );
}

function End({
  title,
  ports,
  way,
}: {
  readonly title: string;
  readonly ports: readonly PortShare[];
  readonly way: 'txBytes' | 'rxBytes';
}) {
  const bars = portPercents(ports, way);
  return (
    <div class="shares">
      <h3>{title}</h3>
      {bars.length === 0 ? (
        <p class="soft">Its ports counted nothing.</p>
      ) : (
        <ul>
          {bars.map(({ port, percent }) => (
            <li key={port}>
              <span>{port}</span>
              <Bar percent={percent ?? 0} />
              <span class="figures">{percentText(percent)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const shownMost = 32;

/** What each stream sent; nothing where there was one at most. */
export function Streams({ result: { run } }: { readonly result: TestResult }) {
  if (run === null || !run.ok || run.figures.streams.length < 2) return null;
  const { streams, seconds } = run.figures;
  return (
    <Section title="Streams" aside={<p class="soft">{counted(streams.length, 'stream')}</p>}>
      <Table
        caption="Streams"
        columns={[{ head: 'source port' }, { head: 'server port' }, { head: 'sent at', figures: true }]}
        rows={streams.slice(0, shownMost).map(({ sourcePort, serverPort, sentBytes }) => ({
          key: String(sourcePort),
          cells: [String(sourcePort), String(serverPort), rateText((8 * sentBytes) / seconds)],
        }))}
      />
    </Section>
  );
}
