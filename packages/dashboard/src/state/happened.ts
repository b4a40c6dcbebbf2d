import type { RecordedEvent } from '@bondctl/proto/model/event';
import { concerns } from '../look/fact-words.ts';
import { type Resource, useResource } from './resource.ts';
import { useWorld } from './world.ts';

/** What events are asked for: those of a link, or of a host. */
export interface Subject {
  readonly link: string | null;
  readonly ends: readonly { readonly host: string; readonly bond: string | null }[];
}

const shownAtMost = 60;
const againMs = 60_000;

/** What happened to a link or a host, oldest first; asked anew when something happens to it while it is looked at. */
export function useHappened({ link, ends }: Subject): Resource<readonly RecordedEvent[]> {
  const { live } = useWorld();
  const news = live.events.value.findLast(({ fact }) => concerns(fact, link, ends));
  const wish = link === null ? { host: ends[0]?.host ?? '' } : { link };
  return useResource(
    `events of ${link ?? wish.host}`,
    async (client) => (await client.events({ ...wish, limit: shownAtMost })).events,
    { everyMs: againMs, again: news?.id },
  );
}
