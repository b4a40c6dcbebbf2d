import type { CommandOutcome, Gap, LinkEvent, Live } from '@bondctl/proto/model/command';
import type { HostReport } from '@bondctl/proto/model/host';
import type { CommandId } from '@bondctl/proto/model/names';

/** An answer to a command. An outcome is named only: its content waits in the ledger, not in memory. */
export type Answer =
  | { readonly kind: 'accepted'; readonly id: CommandId }
  | { readonly kind: 'outcome'; readonly id: CommandId }
  | { readonly kind: 'refused'; readonly id: CommandId; readonly outcome: CommandOutcome };

/** One thing to send. */
export type Item =
  | Answer
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'linkEvents'; readonly events: readonly LinkEvent[] }
  | { readonly kind: 'state'; readonly report: HostReport }
  | { readonly kind: 'certRequest'; readonly publicKey: Uint8Array; readonly proof: Uint8Array };

/** What is in flight, what waits, and the bounds of each. Numbers start anew with every session. */
export interface Outbox {
  readonly lastSeq: number;
  readonly inFlight: readonly { readonly seq: number; readonly item: Item }[];
  readonly answers: readonly Answer[];
  readonly gap: Gap | null;
  readonly events: readonly LinkEvent[];
  /** How many events had to go since the agent started, whether or not a gap told it already. */
  readonly eventsLost: number;
  readonly report: HostReport | null;
  readonly reportedInSession: boolean;
  readonly certRequest: Extract<Item, { kind: 'certRequest' }> | null;
  readonly live: readonly Live[];
}

/** The bounds of PROTOCOL.md section 10. */
export const bounds = {
  events: 1000,
  eventsPerFrame: 100,
  live: 64,
  inFlight: 64,
  outcomes: 1000,
  refusals: 64,
} as const;

/** An outbox that holds the outcomes a restart found unacknowledged. */
export const openOutbox = (outcomes: readonly CommandId[]): Outbox => ({
  lastSeq: 0,
  inFlight: [],
  answers: outcomes.map((id) => ({ kind: 'outcome', id })),
  gap: null,
  events: [],
  eventsLost: 0,
  report: null,
  reportedInSession: false,
  certRequest: null,
  live: [],
});

/** Outcomes the controller has not acknowledged; with `bounds.outcomes` of them new commands are refused. */
export const unacknowledged = (box: Outbox): number =>
  [...box.answers, ...box.inFlight.map(({ item }) => item)].filter((item) => item.kind === 'outcome').length;

/** Events that the controller has not acknowledged: in line, and in flight. */
export const eventsWaiting = (box: Outbox): number =>
  box.inFlight.reduce(
    (sum, { item }) => sum + (item.kind === 'linkEvents' ? item.events.length : 0),
    box.events.length,
  );

/** Puts an answer in line. Refusals beyond the bound are dropped: the command will come again. */
export function answered(box: Outbox, answer: Answer): Outbox {
  const same = box.answers.some((one) => one.kind === answer.kind && one.id === answer.id);
  if (same || (answer.kind !== 'outcome' && box.answers.length >= bounds.outcomes + bounds.refusals))
    return box;
  return { ...box, answers: [...box.answers, answer] };
}

/** The latest report replaces one that was not sent yet. */
export const reported = (box: Outbox, report: HostReport): Outbox => ({ ...box, report });

/** Asks for a certificate; a later request replaces one that was not sent yet. */
export const requested = (box: Outbox, request: Extract<Item, { kind: 'certRequest' }>): Outbox => ({
  ...box,
  certRequest: request,
});

const merge = (gap: Gap | null, more: Gap): Gap =>
  gap === null ? more : { ...gap, from: Math.min(gap.from, more.from), to: Math.max(gap.to, more.to) };

const lost = (events: readonly LinkEvent[]): Gap => ({
  from: events[0]?.sequence ?? 1,
  to: events.at(-1)?.sequence ?? 1,
  reason: `more than ${bounds.events} events waited for the controller`,
});

/** Keeps the newest events; what has to go becomes one gap. */
function bounded(box: Outbox): Outbox {
  const excess = box.events.length - bounds.events;
  if (excess <= 0) return box;
  return {
    ...box,
    gap: merge(box.gap, lost(box.events.slice(0, excess))),
    events: box.events.slice(excess),
    eventsLost: box.eventsLost + excess,
  };
}

/** Adds one event. */
export const happened = (box: Outbox, event: LinkEvent): Outbox =>
  bounded({ ...box, events: [...box.events, event] });

/** Adds a live fact; the oldest goes first, and counters that were not sent make way for newer ones. */
export function live(box: Outbox, fact: Live): Outbox {
  const waiting = fact.kind === 'counters' ? box.live.filter(({ kind }) => kind !== 'counters') : box.live;
  return { ...box, live: [...waiting, fact].slice(-bounds.live) };
}

/** Live facts that are dropped because the line is slow. */
export const calmed = (box: Outbox): Outbox => (box.live.length === 0 ? box : { ...box, live: [] });

/** The next numbered thing to send with its number, most important first; undefined when nothing waits or too much is in flight. */
export function next(box: Outbox): readonly [number, Item, Outbox] | undefined {
  if (box.inFlight.length >= bounds.inFlight) return undefined;
  const taken = take(box);
  if (taken === undefined) return undefined;
  const [item, rest] = taken;
  const seq = box.lastSeq + 1;
  return [seq, item, { ...rest, lastSeq: seq, inFlight: [...rest.inFlight, { seq, item }] }];
}

function take(box: Outbox): readonly [Item, Outbox] | undefined {
  if (box.report !== null && !box.reportedInSession) return takeReport(box, box.report);
  const [answer, ...answers] = box.answers;
  if (answer !== undefined) return [answer, { ...box, answers }];
  if (box.gap !== null)
    return [
      { kind: 'gap', gap: box.gap },
      { ...box, gap: null },
    ];
  if (box.events.length > 0) return takeEvents(box);
  if (box.certRequest !== null) return [box.certRequest, { ...box, certRequest: null }];
  return box.report === null ? undefined : takeReport(box, box.report);
}

const takeReport = (box: Outbox, report: HostReport): readonly [Item, Outbox] => [
  { kind: 'state', report },
  { ...box, report: null, reportedInSession: true },
];

/** Sequences in one frame grow by one: a batch ends where the ring has a hole. */
function takeEvents(box: Outbox): readonly [Item, Outbox] {
  const first = box.events[0]?.sequence ?? 0;
  const hole = box.events.findIndex((event, at) => event.sequence !== first + at);
  const count = Math.min(hole === -1 ? box.events.length : hole, bounds.eventsPerFrame);
  return [
    { kind: 'linkEvents', events: box.events.slice(0, count) },
    { ...box, events: box.events.slice(count) },
  ];
}

/** The next live fact; asked only when nothing numbered waits. */
export function nextLive(box: Outbox): readonly [Live, Outbox] | undefined {
  const [first, ...rest] = box.live;
  return first === undefined ? undefined : [first, { ...box, live: rest }];
}

/** What the peer has made durable is released; the ids of released outcomes are returned. Undefined: it acknowledged what was never sent. */
export function acknowledged(box: Outbox, ack: number): readonly [Outbox, readonly CommandId[]] | undefined {
  if (ack > box.lastSeq) return undefined;
  const released = box.inFlight.filter(({ seq }) => seq <= ack);
  if (released.length === 0) return [box, []];
  return [
    { ...box, inFlight: box.inFlight.filter(({ seq }) => seq > ack) },
    released.flatMap(({ item }) => (item.kind === 'outcome' ? [item.id] : [])),
  ];
}

/** A session ended: what it left unacknowledged waits again, and numbers start anew. */
export function interrupted(box: Outbox): Outbox {
  const items = box.inFlight.map(({ item }) => item);
  const outcomes = items.filter((item) => item.kind === 'outcome');
  const events = items.flatMap((item) => (item.kind === 'linkEvents' ? item.events : []));
  const gaps = items.flatMap((item) => (item.kind === 'gap' ? [item.gap] : []));
  return bounded({
    ...box,
    lastSeq: 0,
    inFlight: [],
    answers: [...outcomes, ...box.answers.filter((answer) => answer.kind === 'outcome')],
    gap: gaps.reduce(merge, box.gap),
    events: [...events, ...box.events],
    reportedInSession: false,
    certRequest: null,
    live: [],
  });
}

/** Takes back the number given last, with its item: it turned out that it cannot be sent. */
export const withdrawn = (box: Outbox): Outbox => ({
  ...box,
  lastSeq: box.lastSeq - 1,
  inFlight: box.inFlight.slice(0, -1),
});
