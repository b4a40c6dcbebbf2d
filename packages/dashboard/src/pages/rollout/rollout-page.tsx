import type { RolloutView } from '@bondctl/proto/model/view';
import { useRoute } from 'preact-iso';
import { eventLine } from '../../look/fact-words.ts';
import { isOpen, rolloutStandings } from '../../look/rollout-words.ts';
import { setsOf } from '../../look/waves.ts';
import { Age } from '../../parts/age.tsx';
import { Shown } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { StandingVerdict } from '../../parts/standing-mark.tsx';
import { TimeLine } from '../../parts/time-line.tsx';
import { type Resource, useResource } from '../../state/resource.ts';
import { useWatched } from '../../state/watched.ts';
import { useWorld } from '../../state/world.ts';
import { RolloutActions } from './rollout-actions.tsx';
import { PersonNeeded, WaitsFor } from './waits-for.tsx';
import { Waves } from './waves.tsx';

const againMs = 10_000;
const toldMost = 100;

/** One rollout while it goes: waves, hosts, proofs, what is waited for, and what a person can do. */
export function RolloutPage() {
  const id = useRoute().params['id'] ?? '';
  const { live } = useWorld();
  const news = live.events.value.findLast(({ fact }) => 'rollout' in fact && fact.rollout === id);
  const rollout = useResource(`rollout ${id}`, (client) => client.rollout(id), {
    everyMs: againMs,
    again: news?.id,
  });
  const view = rollout.value;
  return (
    <Page
      title={view === null ? id : `Rollout of revision ${view.revision}`}
      kicker={view === null ? 'Rollout' : <Kicker view={view} />}
      aside={view !== null && <StandingVerdict of={rolloutStandings[view.state]} />}
    >
      <Shown of={rollout} what={`the rollout ${id}`}>
        {(one) => <RolloutOf view={one} rollout={rollout} />}
      </Shown>
    </Page>
  );
}

const Kicker = ({ view }: { readonly view: RolloutView }) => (
  <>
    {view.id}, by {view.actor}, began <Age atUnixMs={view.startedUnixMs} />
    {view.endedUnixMs !== null && (
      <>
        , ended <Age atUnixMs={view.endedUnixMs} />
      </>
    )}
  </>
);

function RolloutOf({
  view,
  rollout,
}: {
  readonly view: RolloutView;
  readonly rollout: Resource<RolloutView>;
}) {
  // A watch ends where a rollout waits or has ended; another one begins when it goes on.
  const goesOn = view.endedUnixMs === null && view.state !== 'paused';
  const watched = useWatched(view.id, goesOn);
  const links = useWorld().live.fleet.value?.links ?? [];
  const sets = setsOf(view, (name) =>
    (links.find((link) => link.name === name)?.ends ?? []).map(({ host }) => host),
  );
  return (
    <>
      <PersonNeeded view={view} />
      {view.why !== '' && view.state !== 'needsPerson' && <p class="lead">{view.why}</p>}
      <RolloutActions view={view} onDone={rollout.refresh} />
      <WaitsFor view={view} sets={sets} events={watched.events} />
      <Waves view={view} sets={sets} phases={isOpen(view) ? watched.phases : new Map()} />
      <Section title="What happened">
        <TimeLine
          lines={watched.events.slice(-toldMost).map(eventLine).toReversed()}
          nothing="Nothing of this rollout was told yet."
        />
      </Section>
    </>
  );
}
