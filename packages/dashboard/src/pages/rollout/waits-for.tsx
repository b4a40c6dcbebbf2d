import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { RolloutView } from '@bondctl/proto/model/view';
import type { Blocker } from '@bondctl/proto/model/why';
import { durationText } from '../../look/age.ts';
import { isOpen, soakUntil, waiting } from '../../look/rollout-words.ts';
import { setWaits } from '../../look/set-waits.ts';
import type { SetLook } from '../../look/waves.ts';
import { Age } from '../../parts/age.tsx';
import { HealthMark } from '../../parts/health-mark.tsx';
import { Section } from '../../parts/page.tsx';
import { StandingMark } from '../../parts/standing-mark.tsx';
import { useResource } from '../../state/resource.ts';
import { useWorld } from '../../state/world.ts';

/** Every answer has all hosts plan, so they are not asked often; what moves is told by facts. */
const againMs = 60_000;

/** That a person is needed, before everything else. */
export const PersonNeeded = ({ view }: { readonly view: RolloutView }) => {
  const stuck = view.hosts.filter(({ phase }) => phase === 'stuck');
  if (view.state !== 'needsPerson' && stuck.length === 0) return null;
  return (
    <section class="attention" aria-label="A person is needed">
      <h2>
        <span aria-hidden="true">! </span>A person is needed
      </h2>
      <p>{view.why === '' ? 'A rollback failed; nothing else was touched.' : view.why}</p>
      <ul>
        {stuck.map(({ host, why }) => (
          <li key={host}>
            <strong>
              <a href={`/hosts/${encodeURIComponent(host)}`}>{host}</a>
            </strong>{' '}
            {why}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What waits for whom, since when and until when; nothing where nothing waits. */
export function WaitsFor({
  view,
  sets,
  events,
}: {
  readonly view: RolloutView;
  readonly sets: readonly SetLook[];
  readonly events: readonly RecordedEvent[];
}) {
  const { now, live } = useWorld();
  const hosts = waiting(view);
  const asked = hosts.join(',');
  const whys = useResource(
    `why of ${asked}`,
    // A host that was removed meanwhile has no answer; the others have.
    async (client) => (await Promise.allSettled(hosts.map((host) => client.why(host)))).flatMap(fulfilled),
    { everyMs: againMs, again: view.state },
  );
  const until = soakUntil(view, events);
  const blockers = told((whys.value ?? []).flatMap((one) => one.blockers));
  const waits = isOpen(view) ? setWaits(sets, events) : [];
  if (until === null && blockers.length + waits.length === 0) return null;
  return (
    <Section title="What it waits for">
      <ul class="waits">
        {until !== null && (
          <li>
            <StandingMark tone="busy" />
            <span>
              The wave that is committed is watched for another{' '}
              <strong>{durationText(Math.max(0, until - now.value - live.aheadMs.value))}</strong>; then the
              next one begins.
            </span>
          </li>
        )}
        {waits.map(({ set, sentence, sinceUnixMs }) => (
          <li key={set}>
            <StandingMark tone="busy" />
            <span>
              <strong>{set}</strong> {sentence}{' '}
              {sinceUnixMs !== null && (
                <span class="soft">
                  since <Age atUnixMs={sinceUnixMs} />
                </span>
              )}
            </span>
          </li>
        ))}
        {blockers.map((one) => (
          <li key={`${one.who} ${one.sentence}`}>
            {one.needsPerson ? <HealthMark health="down" /> : <StandingMark tone="busy" />}
            <span>
              <strong>{one.who}</strong> {one.sentence}{' '}
              {one.sinceUnixMs !== null && (
                <span class="soft">
                  since <Age atUnixMs={one.sinceUnixMs} />
                </span>
              )}
              <span class="next">{one.next}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const fulfilled = <T,>(one: PromiseSettledResult<T>): readonly T[] =>
  one.status === 'fulfilled' ? [one.value] : [];

/** Two hosts may wait for the same. */
const told = (all: readonly Blocker[]): readonly Blocker[] =>
  all.filter(
    (one, nth) => all.findIndex(({ who, sentence }) => who === one.who && sentence === one.sentence) === nth,
  );
