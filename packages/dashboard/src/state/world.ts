import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { Clients } from '../api/clients.ts';
import { whyNotChange } from '../look/may-change.ts';
import type { Live } from './live.ts';
import type { SessionState } from './session.ts';
import type { Theme } from './theme.ts';

/** Where a text that somebody works on is kept until the tab is closed. */
export type Drafts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Everything that pages know and can do. Made once, in `main`. */
export interface World {
  readonly clients: Clients;
  /** Unix ms of this browser, once a second. */
  readonly now: ReadonlySignal<number>;
  readonly session: SessionState;
  readonly live: Live;
  readonly theme: Signal<Theme>;
  readonly drafts: Drafts;
  /** What the window is called. */
  readonly title: Signal<string>;
}

/** Where components find the world. */
export const WorldContext = createContext<World | null>(null);

/** The world; throws outside of it. */
export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === null) throw new Error('A page is drawn outside of its world.');
  return world;
}

/** Calls the window by what it shows. */
export function useTitle(title: string): void {
  const world = useWorld();
  useLayoutEffect(() => {
    world.title.value = title;
  }, [world, title]);
}

/** Why nothing can be changed right now, in a sentence; null: it can. */
export function useWhyNotChange(): string | null {
  const { session, live } = useWorld();
  const now = session.session.value;
  return whyNotChange(now.kind === 'in' ? now.view : null, live.connection.value);
}
