import { useRef, useState } from 'preact/hooks';
import type { Tile } from '../look/fleet-tiles.ts';
import { moved } from '../look/roving.ts';
import { TileView } from './tile.tsx';

/**
 * Tiles in a grid with one stop for the tab key; arrows, Home, End and the page keys move inside. `dense` is for so many that
 * a name each would be too much.
 */
export function TileGrid({
  tiles,
  label,
  dense,
}: {
  readonly tiles: readonly Tile[];
  readonly label: string;
  readonly dense: boolean;
}) {
  const grid = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const reachedAt = Math.max(
    0,
    tiles.findIndex(({ key }) => key === reached),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const list = grid.current;
    if (list === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved(event.key, reachedAt, tiles.length, columnsOf(list));
    if (to === undefined) return;
    event.preventDefault();
    setReached(tiles[to]?.key ?? null);
    list.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  };
  return (
    <ul
      ref={grid}
      class={`tiles${dense ? ' tiles-dense' : ''}`}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const at = (event.target as HTMLElement).dataset['at'];
        if (at !== undefined) setReached(tiles[Number(at)]?.key ?? null);
      }}
    >
      {tiles.map((tile, nth) => (
        <TileView key={tile.key} tile={tile} at={nth} isReached={nth === reachedAt} />
      ))}
    </ul>
  );
}

/** How many tiles stand beside each other, as the browser laid them out. */
const columnsOf = (list: HTMLElement): number => getComputedStyle(list).gridTemplateColumns.split(' ').length;
