import { Component } from 'preact';
import type { Tile } from '../look/fleet-tiles.ts';
import { HealthMark } from './health-mark.tsx';

interface TileProps {
  readonly tile: Tile;
  readonly at: number;
  /** Whether the tab key gets here: one tile of a grid has it. */
  readonly isReached: boolean;
}

/** One tile. Drawn again only when it says something else: there may be thousands. */
export class TileView extends Component<TileProps> {
  override shouldComponentUpdate(next: TileProps): boolean {
    const { tile, at, isReached } = this.props;
    return next.tile !== tile || next.at !== at || next.isReached !== isReached;
  }

  override render() {
    const { tile, at, isReached } = this.props;
    return (
      <li class="tile-place">
        <a
          class={`tile tile-${tile.health}${tile.rolling ? ' tile-rolling' : ''}`}
          href={tile.href}
          title={tile.sentence}
          aria-label={tile.sentence}
          data-at={at}
          tabIndex={isReached ? 0 : -1}
        >
          <HealthMark health={tile.health} />
          <span class="tile-name">{tile.name}</span> <span class="tile-detail">{tile.detail}</span>
        </a>
      </li>
    );
  }
}
