import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { Health, RolloutHostView, RolloutStanding, RolloutView } from '@bondctl/proto/model/view';

/** How a rollout or a host in it stands beside its colour: the shape, and the words. */
export interface Standing {
  readonly tone: Health | 'busy' | 'held';
  readonly words: string;
}

/** Every way a rollout can stand. */
export const rolloutStandings: Readonly<Record<RolloutStanding, Standing>> = {
  running: { tone: 'busy', words: 'running' },
  soaking: { tone: 'busy', words: 'watching the last wave' },
  pausing: { tone: 'held', words: 'about to pause' },
  paused: { tone: 'held', words: 'paused' },
  aborting: { tone: 'degraded', words: 'being aborted' },
  finished: { tone: 'ok', words: 'finished' },
  failed: { tone: 'degraded', words: 'failed' },
  aborted: { tone: 'degraded', words: 'aborted' },
  needsPerson: { tone: 'down', words: 'a person is needed' },
};

/** Every phase of a host, and how many of the three marks on its way (prepared, verified, committed) it has. */
export const hostStandings: Readonly<
  Record<RolloutHostView['phase'], Standing & { readonly reached: number }>
> = {
  prepared: { tone: 'busy', words: 'prepared', reached: 1 },
  verified: { tone: 'busy', words: 'verified', reached: 2 },
  committed: { tone: 'ok', words: 'committed', reached: 3 },
  rolledBack: { tone: 'degraded', words: 'rolled back', reached: 0 },
  stuck: { tone: 'down', words: 'stuck', reached: 0 },
};

/** Whether a rollout still does something, or will when somebody lets it. */
export const isOpen = ({ endedUnixMs, state }: RolloutView): boolean =>
  endedUnixMs === null && state !== 'needsPerson';

/** Until when a committed wave is watched; null: none is. */
export function soakUntil({ state }: RolloutView, events: readonly RecordedEvent[]): number | null {
  if (state !== 'soaking') return null;
  const soak = events.findLast(({ fact }) => fact.type === 'soakStarted');
  return soak?.fact.type === 'soakStarted' ? soak.atUnixMs + soak.fact.soakMs : null;
}

/** To answer why, the controller has every host plan anew: that is not for everybody at once. */
const askedMost = 2;

/** Hosts on their way, of which to ask what they wait for: those that are stuck first, then those that are furthest behind. */
export const waiting = (view: RolloutView): readonly string[] =>
  view.hosts
    .filter(({ phase }) => phase === 'stuck' || (isOpen(view) && hostStandings[phase].tone === 'busy'))
    .toSorted((a, b) => hostStandings[a.phase].reached - hostStandings[b.phase].reached)
    .slice(0, askedMost)
    .map(({ host }) => host);
