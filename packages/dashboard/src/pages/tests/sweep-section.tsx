import type { SweepView } from '@bondctl/proto/model/sweep';
import { counted } from '../../look/figures.ts';
import { type RankingBar, type RankingRow, rankingRows } from '../../look/ranking.ts';
import { Age } from '../../parts/age.tsx';
import { Bar } from '../../parts/bar.tsx';
import { Empty, Shown } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { useResource } from '../../state/resource.ts';

const shownMost = 20;
const againMs = 60_000;

/** What was tried on links, ranked: of the newest sweep, or of the one that was chosen. */
export function SweepSection({
  chosen,
  news,
  onChoose,
}: {
  readonly chosen: string | null;
  readonly news: number | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const sweeps = useResource('sweeps', async (client) => (await client.sweeps(shownMost)).sweeps, {
    everyMs: againMs,
    again: news,
  });
  const all = sweeps.value ?? [];
  return (
    <Section
      title="Sweeps"
      aside={
        all.length > 1 && (
          <label class="select">
            Sweep
            <select value={chosen ?? all[0]?.id} onChange={(event) => onChoose(event.currentTarget.value)}>
              {all.map(({ id, link, startedUnixMs }) => (
                <option key={id} value={id}>
                  {link}, {new Date(startedUnixMs).toLocaleString()}
                </option>
              ))}
            </select>
          </label>
        )
      }
    >
      <Shown of={sweeps} what="the sweeps">
        {(those) => {
          const sweep = those.find(({ id }) => id === chosen) ?? those[0];
          return sweep === undefined ? (
            <Empty title="No configurations were tried yet.">
              <p>
                <code>bondctl sweep LINK</code> tries modes, MTUs and options on a link and ranks them.
              </p>
            </Empty>
          ) : (
            <Sweep sweep={sweep} />
          );
        }}
      </Shown>
    </Section>
  );
}

function Sweep({ sweep }: { readonly sweep: SweepView }) {
  const { id, link, actor, startedUnixMs, ending, why, best, advice, besideThePost } = sweep;
  return (
    <article>
      <p>
        <a href={`/links/${encodeURIComponent(link)}`}>{link}</a>{' '}
        <span class="soft">
          {counted(sweep.ranking.length, 'candidate')}, {counted(sweep.runs, 'run')} of {sweep.seconds} s
          each, by {actor}, <Age atUnixMs={startedUnixMs} />
          {ending === null ? ', still under way' : ending === 'finished' ? '' : `, ${ending}`}
        </span>
      </p>
      {why !== '' && <p class="soft">{why}</p>}
      <ol class="ranking">
        {rankingRows(sweep).map((row) => (
          <Candidate key={row.name} row={row} />
        ))}
      </ol>
      <p class="soft">
        A bar is the mean of all runs; the line over its end is its 95 % confidence interval.
      </p>
      <ul class="advice">
        {[...advice, ...besideThePost].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {best !== null && (
        <p>
          <a href={`/plan?sweep=${encodeURIComponent(id)}`}>Plan to keep {best}</a>
        </p>
      )}
    </article>
  );
}

const Candidate = ({ row }: { readonly row: RankingRow }) => (
  <li class={`candidate${row.isBest ? ' candidate-best' : ''}`}>
    <p class="candidate-name">
      <span class="rank">{row.rank === null ? '–' : `${row.rank}.`}</span> <strong>{row.name}</strong>{' '}
      {row.isBest && <span class="tag">best</span>} {row.isThere && <span class="tag">there now</span>}{' '}
      {row.isAmongBest && !row.isBest && <span class="tag">as good by chance</span>}
    </p>
    <div>
      {row.bars.map((bar) => (
        <FigureBar key={bar.name} bar={bar} isBest={row.isAmongBest} />
      ))}
      {row.bars.length === 0 && <p class="soft">not measured{row.why === '' ? '' : `: ${row.why}`}</p>}
    </div>
  </li>
);

const FigureBar = ({ bar, isBest }: { readonly bar: RankingBar; readonly isBest: boolean }) => (
  <div class="figure-bar">
    <span class="soft">{bar.name}</span>
    <div class="figure-track">
      {bar.percent !== null && <Bar percent={bar.percent} tone={isBest ? 'ok' : 'plain'} />}
      {bar.interval !== null && (
        <i
          class="interval"
          aria-hidden="true"
          style={{ left: `${bar.interval[0]}%`, width: `${bar.interval[1] - bar.interval[0]}%` }}
        />
      )}
    </div>
    <span class="figure-words">
      {bar.figure}
      {bar.percent === null && bar.why !== '' && `: ${bar.why}`}
    </span>
  </div>
);
