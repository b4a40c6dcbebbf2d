import type { FleetView } from '@bondctl/proto/model/fleet';
import { useLocation } from 'preact-iso';
import { counted } from '../../look/figures.ts';
import { type FleetQuery, fleetAddress, readFleetQuery } from '../../look/fleet-query.ts';
import { allTiles, loudAndQuiet, type Tile, type TileGroup, tileGroups } from '../../look/fleet-tiles.ts';
import { FleetAwaited } from '../../parts/fleet-awaited.tsx';
import { HealthVerdict } from '../../parts/health-mark.tsx';
import { Empty } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { TileGrid } from '../../parts/tile-grid.tsx';
import { useWorld } from '../../state/world.ts';
import { AttentionList } from './attention-list.tsx';
import { FleetControls } from './fleet-controls.tsx';

/** From this many tiles on, each is only as large as a hand needs. */
const denseFrom = 150;

/** Everything there is, worst first: what is wrong is seen before anything is read. */
export function FleetPage() {
  const fleet = useWorld().live.fleet.value;
  if (fleet === null)
    return (
      <Page title="Fleet">
        <FleetAwaited />
      </Page>
    );
  return <FleetOf fleet={fleet} />;
}

function FleetOf({ fleet }: { readonly fleet: FleetView }) {
  const { query: words, route } = useLocation();
  const query = readFleetQuery(words);
  const change = (to: Partial<FleetQuery>) => route(fleetAddress({ ...query, ...to }), true);
  const all = allTiles(fleet, query.show);
  const groups = tileGroups(all, query);
  return (
    <Page
      title="Fleet"
      kicker={fleet.revision === null ? 'No spec has been accepted yet' : `Revision ${fleet.revision}`}
      aside={<HealthVerdict health={fleet.health} />}
    >
      <AttentionList attention={fleet.attention} />
      <FleetControls query={query} all={all} fleet={fleet} onChange={change} />
      {all.length === 0 ? (
        <NothingThere show={query.show} />
      ) : groups.every(({ tiles }) => tiles.length === 0) ? (
        <Empty title={`None of ${counted(all.length, 'tile')} is let through by the filter.`}>
          <button type="button" class="button" onClick={() => change({ text: '', healths: [] })}>
            Show all
          </button>
        </Empty>
      ) : (
        groups.map((group) => (
          <Tiles key={group.name} group={group} query={query} isDense={all.length >= denseFrom} />
        ))
      )}
    </Page>
  );
}

function Tiles({
  group: { name, tiles },
  query,
  isDense,
}: {
  readonly group: TileGroup;
  readonly query: FleetQuery;
  readonly isDense: boolean;
}) {
  const of = name === '' ? '' : `, ${name}`;
  const grid = (some: readonly Tile[], what: string, dense: boolean) =>
    some.length > 0 && (
      <TileGrid
        tiles={some}
        label={`${counted(some.length, query.show.slice(0, -1))}${what}${of}`}
        dense={dense}
      />
    );
  const { loud, quiet } = loudAndQuiet(tiles);
  const isSplit = isDense && query.sort === 'worst';
  return (
    <section class="tile-group" aria-label={name === '' ? query.show : name}>
      {name !== '' && (
        <h2 class="tile-group-name">
          {name} <span class="soft">{tiles.length}</span>
        </h2>
      )}
      {isSplit ? [grid(loud, ' not well', false), grid(quiet, '', true)] : grid(tiles, '', isDense)}
    </section>
  );
}

const NothingThere = ({ show }: { readonly show: FleetQuery['show'] }) =>
  show === 'links' ? (
    <Empty title="There are no links yet.">
      <p>
        Links are written in a spec: <code>bondctl adopt</code> writes one from what is there, and{' '}
        <code>bondctl apply -f cluster.yaml</code> carries it out.
      </p>
    </Empty>
  ) : (
    <Empty title="No host has joined yet.">
      <p>
        <code>bondctl token create</code> prints what to type on each.
      </p>
    </Empty>
  );
