import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import { table } from './table.ts';
import { time } from './units.ts';

/** What `bondctl events` prints. */
export function renderEvents(events: readonly RecordedEvent[]): string {
  if (events.length === 0) return 'No events.\n';
  return table(
    ['ID', 'TIME', 'ACTOR', 'EVENT', ''],
    events.map((event) => [
      String(event.id),
      time(event.atUnixMs),
      event.actor,
      event.fact.type,
      details(event.fact),
    ]),
  );
}

/** One event as a line of its own, for following. */
export const renderEvent = (event: RecordedEvent): string =>
  `${time(event.atUnixMs)}  ${event.actor}  ${event.fact.type}  ${details(event.fact)}\n`;

/** What a fact says besides its kind, in the order of its fields. */
export function details(fact: Fact): string {
  if (fact.type === 'linkEventSeen') {
    const subject = `${fact.host}/${fact.bond}${fact.port === null ? '' : ` ${fact.port}`}`;
    return `${subject}: ${fact.what} ${fact.before} -> ${fact.after}`;
  }
  return Object.entries(fact)
    .filter(([key, value]) => key !== 'type' && value !== null && value !== '')
    .map(([key, value]) =>
      key === 'why' || key === 'sentence' || key === 'reason' ? String(value) : `${key}=${value}`,
    )
    .join(' ');
}
