import type { Gap, LinkEvent } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';

/** How far the events of one host were recorded: the agent's epoch, its last event, and the end of its last gap. */
export interface Seen {
  readonly epoch: string;
  readonly event: number;
  readonly gap: number;
}

/** What a session begins with. An epoch that is not the last one means that the agent restarted: something may be missing. */
export function greeted(
  seen: Seen | undefined,
  host: HostId,
  epoch: string,
): { readonly seen: Seen; readonly fact: Fact | undefined } {
  if (seen?.epoch === epoch) return { seen, fact: undefined };
  const from = (seen?.event ?? 0) + 1;
  const reason = "the agent restarted: what it had not sent is lost; the kernel's own counters are not";
  return {
    seen: { epoch, event: 0, gap: 0 },
    fact: seen === undefined ? undefined : { type: 'eventsLost', host, from, to: from, reason },
  };
}

/** The events that were not recorded yet. */
export function fresh(
  seen: Seen,
  events: readonly LinkEvent[],
): { readonly seen: Seen; readonly events: readonly LinkEvent[] } {
  const unseen = events.filter((event) => event.sequence > seen.event);
  return { seen: { ...seen, event: unseen.at(-1)?.sequence ?? seen.event }, events: unseen };
}

/** A gap as it is recorded: without what arrived all the same; undefined when it was recorded already. */
export function clipped(seen: Seen, gap: Gap): { readonly seen: Seen; readonly gap: Gap | undefined } {
  const from = Math.max(gap.from, seen.event + 1, seen.gap + 1);
  if (from > gap.to) return { seen, gap: undefined };
  return { seen: { ...seen, gap: gap.to }, gap: { ...gap, from } };
}

/** A link event as a fact. */
export const linkEventFact = (host: HostId, event: LinkEvent): Fact => ({
  type: 'linkEventSeen',
  host,
  bond: event.bond,
  port: event.port,
  what: event.what,
  before: event.before,
  after: event.after,
});
