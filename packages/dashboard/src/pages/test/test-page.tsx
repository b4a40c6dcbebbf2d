import type { TestView } from '@bondctl/proto/model/view';
import { useRoute } from 'preact-iso';
import { percentText, rateText } from '../../look/figures.ts';
import { earlierThan, receivedText, testFacts } from '../../look/test-look.ts';
import { Age } from '../../parts/age.tsx';
import { Bar } from '../../parts/bar.tsx';
import { FindingList } from '../../parts/finding-list.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Shown } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { useResource } from '../../state/resource.ts';
import { Shares, Streams } from './shares.tsx';

/** A result does not change; it is asked for again only where it could not be had. */
const againMs = 600_000;

/** One link test: its judgement first, then what it rests on. */
export function TestPage() {
  const id = useRoute().params['id'] ?? '';
  const test = useResource(`test ${id}`, (client) => client.testResult(id), { everyMs: againMs });
  const view = test.value;
  return (
    <Page
      title={view === null ? id : `Test of ${view.result.link}`}
      kicker={
        view === null ? (
          'Test'
        ) : (
          <>
            {view.id}, <Age atUnixMs={view.atUnixMs} />
          </>
        )
      }
      aside={view !== null && <Verdict passed={view.judgement.passed} />}
    >
      <Shown of={test} what={`the test ${id}`}>
        {(one) => <TestOf test={one} />}
      </Shown>
    </Page>
  );
}

const Verdict = ({ passed }: { readonly passed: boolean }) => (
  <p class={`verdict verdict-${passed ? 'ok' : 'degraded'}`}>
    <HealthMark health={passed ? 'ok' : 'degraded'} />
    {passed ? 'as expected' : 'not as expected'}
  </p>
);

function TestOf({ test }: { readonly test: TestView }) {
  const { result, findings } = test;
  return (
    <>
      <Judged test={test} />
      <div class="two">
        <Section title="Over which ports">
          <Shares result={result} />
        </Section>
        <Section title="Measured with">
          <dl class="pairs">
            {testFacts(test).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      <Streams result={result} />
      {findings.length > 0 && (
        <Section title="Findings">
          <FindingList findings={findings} />
        </Section>
      )}
      <Beside test={test} />
      <Section title="Everything that was kept">
        <ul class="choices">
          <li>
            <a href={`/v1/tests/${encodeURIComponent(test.id)}/page`}>as a page to keep or to send</a>
          </li>
          <li>
            <a href={`/v1/tests/${encodeURIComponent(test.id)}`}>as JSON, with both of iperf3's documents</a>
          </li>
        </ul>
      </Section>
    </>
  );
}

/** The figure against both of its limits, and every expectation. */
function Judged({ test: { result, judgement } }: { readonly test: TestView }) {
  const tone = judgement.passed ? 'ok' : 'degraded';
  const { run } = result;
  return (
    <div class="judged">
      <div class="big">
        <p class="big-figure">{receivedText(result)}</p>
        <p class="soft">
          received over <a href={`/links/${encodeURIComponent(result.link)}`}>{result.link}</a>,{' '}
          {result.from.host} to {result.to.host}
          {run?.ok && run.figures.back !== null && `; ${rateText(run.figures.back.receivedBps)} back`}
        </p>
        {run !== null && !run.ok && <p class="form-error">{run.message}</p>}
      </div>
      <div>
        {limits.map(({ of, bps, words }) => (
          <div key={of} class="limit">
            <p>
              <strong>{percentText(judgement[of])}</strong> {words}
              {judgement[bps] !== null && (
                <span class="soft">, which is {rateText(judgement[bps] ?? 0)}</span>
              )}
            </p>
            <Bar percent={judgement[of] ?? 0} tone={tone} hasLimit />
          </div>
        ))}
        {judgement.ceilingSentence !== '' && <p class="soft">{judgement.ceilingSentence}</p>}
      </div>
      <ul class="verdicts" aria-label="Expectations">
        {judgement.verdicts.map(({ expectation, held, sentence }) => (
          <li key={expectation}>
            <HealthMark health={held === 'yes' ? 'ok' : held === 'no' ? 'degraded' : 'unknown'} />
            <span>
              <span class="unseen">{held}: </span>
              {sentence}
            </span>
          </li>
        ))}
        {judgement.verdicts.length === 0 && <li class="soft">Nothing was expected of it.</li>}
      </ul>
    </div>
  );
}

const limits = [
  { of: 'percentOfConfiguration', bps: 'ceilingBps', words: 'of what this configuration can carry' },
  { of: 'percentOfHardware', bps: 'hardwareBps', words: 'of what this hardware can carry' },
] as const;

const fewLatest = 50;

/** The test beside those before it. */
function Beside({ test }: { readonly test: TestView }) {
  const { comparison, repetition } = test;
  const compared = useResource(
    `beside ${test.id}`,
    async (client) => {
      const { tests } = await client.tests(fewLatest, test.result.link);
      const earlier = earlierThan(tests, test);
      return { with: earlier === null ? null : await client.compareTests(earlier, test.id) };
    },
    { everyMs: againMs },
  );
  return (
    <Section title="Beside earlier ones">
      {comparison !== null && <p>{comparison.sentence}</p>}
      {repetition !== null && <p>{repetition.sentence}</p>}
      <Shown of={compared} what="the test before it">
        {({ with: two }) =>
          two === null ? (
            <p class="soft">No earlier test of this link is kept.</p>
          ) : (
            <>
              <p>
                Beside <a href={`/tests/${encodeURIComponent(two.tests[0].id)}`}>the one before</a>:{' '}
                {two.sentence}
              </p>
              {two.differences !== null && two.differences.length > 0 && (
                <p class="soft">What differs: {two.differences.join('; ')}</p>
              )}
            </>
          )
        }
      </Shown>
    </Section>
  );
}
