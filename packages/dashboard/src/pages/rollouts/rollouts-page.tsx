import type { RolloutView } from '@bondctl/proto/model/view';
import { spanText } from '../../look/age.ts';
import { rolloutStandings } from '../../look/rollout-words.ts';
import { Age } from '../../parts/age.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { StandingWords } from '../../parts/standing-mark.tsx';
import { Table } from '../../parts/table.tsx';
import { useResource } from '../../state/resource.ts';
import { useWorld } from '../../state/world.ts';

const shownMost = 50;
const againMs = 30_000;

/** The newest rollouts, and how each stands. */
export function RolloutsPage() {
  const news = useWorld().live.events.value.findLast(({ fact }) => 'rollout' in fact);
  const rollouts = useResource('rollouts', async (client) => (await client.rollouts(shownMost)).rollouts, {
    everyMs: againMs,
    again: news?.id,
  });
  return (
    <Page title="Rollouts" aside={<a href="/plan">Plan a change</a>}>
      <Shown of={rollouts} what="the rollouts">
        {(all) =>
          all.length === 0 ? (
            <Empty title="Nothing was rolled out yet.">
              <p>
                <a href="/plan">Plan a spec</a>, look at what it would do, and apply it.
              </p>
            </Empty>
          ) : (
            <Table caption="Rollouts, newest first" columns={columns} rows={all.map(rowOf)} />
          )
        }
      </Shown>
    </Page>
  );
}

const columns = [
  { head: 'rollout' },
  { head: 'stands' },
  { head: 'revision', figures: true },
  { head: 'began' },
  { head: 'took', figures: true },
  { head: 'by' },
  { head: 'hosts', figures: true },
  { head: 'why' },
];

const rowOf = (one: RolloutView) => ({
  key: one.id,
  cells: [
    <a key="id" href={`/rollouts/${encodeURIComponent(one.id)}`}>
      {one.id}
    </a>,
    <StandingWords key="stands" of={rolloutStandings[one.state]} />,
    String(one.revision),
    <Age key="began" atUnixMs={one.startedUnixMs} />,
    one.endedUnixMs === null ? 'open' : spanText(one.endedUnixMs - one.startedUnixMs),
    one.actor,
    String(one.hosts.length),
    one.why === '' ? '' : <span class="soft">{one.why}</span>,
  ],
});
