import type { TestSummary } from '@bondctl/proto/model/view';
import { percentText } from '../../look/figures.ts';
import { type TestBar, testBar } from '../../look/test-bars.ts';
import { Age } from '../../parts/age.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { useResource } from '../../state/resource.ts';
import { TestNow } from './test-now.tsx';

const shownAtMost = 8;
const againMs = 60_000;

/** The last tests of a link, each against the ceiling of the configuration that it measured. */
export function LastTests({
  link,
  lastTest,
}: {
  readonly link: string;
  readonly lastTest: TestSummary | null;
}) {
  const tests = useResource(
    `tests of ${link}`,
    async (client) => (await client.tests(shownAtMost, link)).tests,
    { everyMs: againMs, again: lastTest?.id },
  );
  return (
    <Section
      title="Last tests"
      aside={
        <div class="choices">
          <TestNow link={link} />
          <a href={`/tests?link=${encodeURIComponent(link)}`}>all tests</a>
        </div>
      }
    >
      <Shown of={tests} what={`the tests of ${link}`}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="This link was never tested.">
              <p>
                <code>bondctl test {link}</code> measures what it carries.
              </p>
            </Empty>
          ) : (
            <ul class="test-bars" aria-label="Last tests, newest first">
              {all.map((test) => (
                <Bar key={test.id} bar={testBar(test)} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

function Bar({ bar }: { readonly bar: TestBar }) {
  const { id, atUnixMs, passed, percent, figure, parameters, sentence } = bar;
  return (
    <li class="test-bar">
      <p class="test-bar-head">
        <HealthMark health={passed ? 'ok' : 'degraded'} />
        <a href={`/tests/${encodeURIComponent(id)}`}>{figure}</a>
        <span class="soft">
          {passed ? 'passed' : 'not passed'}, {parameters}, <Age atUnixMs={atUnixMs} />
        </span>
      </p>
      <div class="track" aria-hidden="true">
        <i class={`fill fill-${passed ? 'ok' : 'degraded'}`} style={{ width: `${percent ?? 0}%` }} />
      </div>
      <p class="unseen">
        {percent === null ? 'Not compared with a ceiling.' : `${percentText(percent)} of its ceiling.`}
      </p>
      {sentence !== '' && !passed && <p class="soft">{sentence}</p>}
    </li>
  );
}
