import type { Gap, LinkEvent } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { HeardRow } from '../store/ports.ts';
import {
  type Counted,
  type Counting,
  countedBy,
  countedEvent,
  countedReport,
  inBoot,
  type Unseen,
} from './heard.ts';
import type { Happened } from './host-clock.ts';

/** What a session begins with. An epoch that is not the last one means that the agent restarted: something may be missing. */
export function greeted(
  seen: HeardRow | undefined,
  host: HostId,
  epoch: string,
): { readonly seen: HeardRow; readonly fact: Fact | undefined } {
  if (seen?.epoch === epoch) return { seen, fact: undefined };
  const from = (seen?.event ?? 0) + 1;
  const reason = "the agent restarted: what it had not sent is lost; the kernel's own counters are not";
  return {
    seen: { host, bootId: '', isCounted: false, failures: [], ...seen, epoch, event: 0, gap: 0 },
    fact: seen === undefined ? undefined : { type: 'eventsLost', host, from, to: from, reason },
  };
}

/** A gap as it is recorded: without what arrived all the same; undefined when it was recorded already. */
export function clipped(
  seen: HeardRow,
  gap: Gap,
): { readonly seen: HeardRow; readonly gap: Gap | undefined } {
  const from = Math.max(gap.from, seen.event + 1, seen.gap + 1);
  if (from > gap.to) return { seen, gap: undefined };
  return { seen: { ...seen, gap: gap.to }, gap: { ...gap, from } };
}

/** A link event as a fact, with when it happened. */
export const linkEventFact = (host: HostId, event: LinkEvent, happened: Happened): Fact => ({
  type: 'linkEventSeen',
  host,
  bond: event.bond,
  port: event.port,
  what: event.what,
  before: event.before,
  after: event.after,
  cause: event.cause,
  ...happened,
});

/** What `unseen` counts, as a fact. */
const unseenFact = (host: HostId, { bond, port, before, after }: Unseen): Fact => ({
  type: 'failuresUnseen',
  host,
  bond,
  port,
  failures: after - before,
  before,
  after,
  reason: 'the kernel counted them, and no event told of them one by one',
});

/** What a host told, as it is to be recorded: the facts, and how far it was heard with them. */
export interface Intake {
  readonly heard: HeardRow;
  readonly facts: readonly Fact[];
  /** The counters of a report that came before its events; they hold once those are here. */
  readonly waiting: Counted | undefined;
}

const withCounting = (intake: Intake, { heard, unseen }: Counting): Intake => ({
  ...intake,
  heard,
  facts: [...intake.facts, ...unseen.map((one) => unseenFact(heard.host, one))],
});

/** Compares the counters that wait, if their events were recorded, or can not come any more. */
function settled(intake: Intake, isDue: (lastEvent: number) => boolean): Intake {
  const { heard, waiting } = intake;
  if (waiting === undefined || !isDue(waiting.lastEvent)) return intake;
  return { ...withCounting(intake, countedReport(heard, waiting)), waiting: undefined };
}

/** One event, unless it was recorded already. */
function withEvent(intake: Intake, event: LinkEvent, factOf: (event: LinkEvent) => Fact): Intake {
  if (event.sequence <= intake.heard.event) return intake;
  const before = settled(intake, (lastEvent) => lastEvent < event.sequence);
  const counted = withCounting(before, countedEvent(before.heard, event));
  const heard = { ...counted.heard, event: event.sequence };
  return settled(
    { ...counted, heard, facts: [...counted.facts, factOf(event)] },
    (lastEvent) => lastEvent === event.sequence,
  );
}

/** Events as they are recorded: each once, and with the failures that the kernel counted between them. */
export const withEvents = (
  heard: HeardRow,
  waiting: Counted | undefined,
  events: readonly LinkEvent[],
  factOf: (event: LinkEvent) => Fact,
): Intake =>
  events.reduce<Intake>((intake, event) => withEvent(intake, event, factOf), { heard, waiting, facts: [] });

/** A report as it is counted. One that is older than the events recorded says nothing: a newer one follows. */
export function withReport(heard: HeardRow, waiting: Counted | undefined, report: HostReport): Intake {
  const counted = countedBy(report);
  if (counted === undefined || counted.lastEvent < heard.event) return { heard, waiting, facts: [] };
  const intake = { heard: inBoot(heard, counted), waiting: counted, facts: [] };
  return settled(intake, (lastEvent) => lastEvent === heard.event);
}
