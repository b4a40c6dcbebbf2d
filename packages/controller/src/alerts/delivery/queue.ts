import type { DeliveryRow } from '../../store/ports.ts';

/** How one try went. `isFinal`: the receiver will say the same next time. */
export type Tried =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly isFinal: boolean };

/** A delivery that waits, and when it is tried next. */
export interface Waiting {
  readonly row: DeliveryRow;
  readonly nextUnixMs: number;
}

/** So many may wait at once; what comes then is recorded as failed. */
export const mostWaiting = 1_000;
/** So many are tried at the same time. */
export const mostAtOnce = 4;
const mostTries = 8;
const longestMs = 3_600_000;
const firstPauseMs = 2_000;
const longestPauseMs = 600_000;
const longestReason = 500;

/** What each delivery is known by. */
export const keyOf = ({ id, target }: Pick<DeliveryRow, 'id' | 'target'>): string => `${target} ${id}`;

/** Of each alert and receiver the first one that is not being tried: what comes first is told first. */
function heads(waiting: readonly Waiting[], trying: ReadonlySet<string>): readonly Waiting[] {
  const seen = new Set<string>();
  return waiting.filter(({ row }) => {
    const whose = `${row.target} ${row.alert}`;
    const isFirst = !seen.has(whose);
    seen.add(whose);
    return isFirst && !trying.has(keyOf(row));
  });
}

/** The deliveries to try now, and when to look again; null: once one of those is done, or another comes. */
export interface Due {
  readonly now: readonly DeliveryRow[];
  readonly nextUnixMs: number | null;
}

/** What is due, at most `mostAtOnce` at a time. */
export function due(waiting: readonly Waiting[], trying: ReadonlySet<string>, nowUnixMs: number): Due {
  const free = Math.max(0, mostAtOnce - trying.size);
  const first = heads(waiting, trying);
  const ready = first.filter(({ nextUnixMs }) => nextUnixMs <= nowUnixMs);
  const later = first.map(({ nextUnixMs }) => nextUnixMs).filter((nextUnixMs) => nextUnixMs > nowUnixMs);
  return {
    now: ready.slice(0, free).map(({ row }) => row),
    nextUnixMs: later.length === 0 ? null : later.reduce((a, b) => Math.min(a, b)),
  };
}

/** A delivery after a try: settled, or waiting with a pause that grows. `luck` from 0 to 1 spreads the pauses. */
export function after(row: DeliveryRow, tried: Tried, nowUnixMs: number, luck: number): Waiting {
  const tries = row.tries + 1;
  const next = { ...row, tries, atUnixMs: nowUnixMs };
  if (tried.ok) return { row: { ...next, outcome: 'delivered', error: null }, nextUnixMs: nowUnixMs };
  const error = tried.why.slice(0, longestReason);
  const pauseMs = pauseAfter(tries, luck);
  const isOver = tried.isFinal || tries >= mostTries || nowUnixMs + pauseMs - row.createdUnixMs > longestMs;
  return { row: { ...next, outcome: isOver ? 'failed' : 'waiting', error }, nextUnixMs: nowUnixMs + pauseMs };
}

/** Half of the pause is certain, the rest is chance: receivers that come back are not met by all at once. */
const pauseAfter = (tries: number, luck: number): number =>
  Math.round(Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + luck / 2));

/** What cannot wait any more because too many do. */
export function crowdedOut(row: DeliveryRow): DeliveryRow {
  return { ...row, outcome: 'failed', error: `${mostWaiting} deliveries wait already; it was not tried` };
}
