import type { LinkCause } from '@bondctl/proto/model/command';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import { table } from './table.ts';
import { exactTime, time } from './units.ts';

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

/** When a fact happened, as well as that is known: on the controller's clock, or when it was recorded. */
const happenedMs = ({ atUnixMs, fact }: RecordedEvent): number =>
  fact.type === 'linkEventSeen' ? (fact.happenedUnixMs ?? atUnixMs) : atUnixMs;

/** Both ends of a link on one time line. Times are right to within the error beside them. */
export function renderTimeLine(events: readonly RecordedEvent[]): string {
  if (events.length === 0) return 'No events.\n';
  return table(
    ['TIME', 'ERROR', 'END', 'EVENT', 'CAUSE'],
    events
      .toSorted((a, b) => happenedMs(a) - happenedMs(b) || a.id - b.id)
      .map((event) => [exactTime(happenedMs(event)), ...onTimeLine(event)]),
  );
}

function onTimeLine({ fact }: RecordedEvent): readonly string[] {
  const end = 'bond' in fact ? `${fact.host}/${fact.bond}` : 'host' in fact ? fact.host : '';
  if (fact.type !== 'linkEventSeen') return ['', end, `${fact.type} ${details(fact)}`, ''];
  const error = fact.errorMs === null ? 'unknown' : errorOf(fact.errorMs);
  return [
    error,
    end,
    `${fact.port ?? 'bond'}: ${change(fact)}`,
    fact.cause === null ? '' : causes[fact.cause],
  ];
}

/** `±3 ms` */
const errorOf = (ms: number): string => `±${ms} ms`;

type LinkFact = Extract<Fact, { type: 'linkEventSeen' }>;

const change = ({ what, before, after }: LinkFact): string => `${what} ${before} -> ${after}`;

/** Causes in words. */
const causes: Readonly<Record<LinkCause, string>> = {
  carrier: 'carrier',
  monitoring: 'monitoring',
  lacp: 'LACP',
  ownChange: 'a change of ours',
  bondChange: 'somebody changed the bond',
  setDown: 'somebody set the port down or up',
};

function linkDetails(fact: LinkFact): string {
  const { host, bond, port, cause, errorMs } = fact;
  const known = [...(cause === null ? [] : [causes[cause]]), ...(errorMs === null ? [] : [errorOf(errorMs)])];
  const more = known.length === 0 ? '' : ` (${known.join(', ')})`;
  return `${host}/${bond}${port === null ? '' : ` ${port}`}: ${change(fact)}${more}`;
}

/** What a fact says besides its kind, in the order of its fields. */
export function details(fact: Fact): string {
  if (fact.type === 'linkEventSeen') return linkDetails(fact);
  return Object.entries(fact)
    .filter(([key, value]) => key !== 'type' && value !== null && value !== '')
    .map(([key, value]) =>
      key === 'why' || key === 'sentence' || key === 'reason' ? String(value) : `${key}=${value}`,
    )
    .join(' ');
}
