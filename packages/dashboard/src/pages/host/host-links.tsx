import { allTiles } from '../../look/fleet-tiles.ts';
import { Section } from '../../parts/page.tsx';
import { TileGrid } from '../../parts/tile-grid.tsx';
import { useWorld } from '../../state/world.ts';

/** The links that end on a host. */
export function HostLinks({ host }: { readonly host: string }) {
  const fleet = useWorld().live.fleet.value;
  const tiles = fleet === null ? [] : allTiles(fleet, 'links').filter(({ hosts }) => hosts.includes(host));
  return (
    <Section title="Links">
      {tiles.length === 0 ? (
        <p class="soft">No link of the accepted spec ends here.</p>
      ) : (
        <TileGrid tiles={tiles} label={`Links of ${host}`} dense={false} />
      )}
    </Section>
  );
}
