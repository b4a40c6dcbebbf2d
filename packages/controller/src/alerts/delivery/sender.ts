import type { AlertTestView } from '@bondctl/proto/model/alert';
import type { Fact } from '@bondctl/proto/model/event';
import type { AlertStore, DeliveryRow } from '../../store/ports.ts';
import { testBody } from '../message.ts';
import type { Route, Way } from '../routes.ts';
import { after, crowdedOut, due, keyOf, mostAtOnce, mostWaiting, type Tried, type Waiting } from './queue.ts';
import type { Post } from './webhook.ts';

/** What the sender works with. */
export interface SenderParts {
  readonly routes: readonly Route[];
  readonly store: Pick<AlertStore, 'waiting' | 'saveDelivery'>;
  readonly record: (fact: Fact) => Promise<unknown>;
  readonly clock: {
    nowUnixMs(): number;
    /** Calls back once after `delayMs`; returns the cancel function. */
    after(delayMs: number, callback: () => void): () => void;
  };
  /** One try. */
  readonly send: (way: Way, post: Post) => Promise<Tried>;
  readonly random: () => number;
  readonly deadlineMs: number;
  readonly log: { error(fields: object, message: string): void };
}

/** How many deliveries there were since this controller started, and how many wait. */
export interface DeliveryCounts {
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
}

/** Tells receivers, again and again within bounds, and keeps what became of it. */
export interface Sender {
  /** What of these rows may wait; the others say that too many do. Takes nothing yet. */
  admit(rows: readonly DeliveryRow[]): readonly DeliveryRow[];
  /** Takes rows that are stored: those that failed already are recorded, the others are tried. */
  take(rows: readonly DeliveryRow[]): Promise<void>;
  /** Takes up what an earlier controller left waiting. */
  resume(): Promise<void>;
  /** Tries every route once with a message that says it is a test. */
  test(id: string): Promise<readonly AlertTestView[]>;
  counts(): DeliveryCounts;
  /** Ends what is being tried; it waits for the next start. */
  close(): void;
}

/** The sender over its routes. */
export function createSender(parts: SenderParts): Sender {
  const { store, clock } = parts;
  const stopping = new AbortController();
  const counts = { delivered: 0, failed: 0 };
  const trying = new Set<string>();
  let waiting: readonly Waiting[] = [];
  let cancel = (): void => {};

  const settle = async (row: DeliveryRow): Promise<void> => {
    const { alert, target, told, tries, error } = row;
    const delivered = row.outcome === 'delivered';
    counts[delivered ? 'delivered' : 'failed'] += 1;
    await parts.record({ type: 'alertDelivered', alert, target, told, delivered, tries, error });
  };
  const tryOne = async (row: DeliveryRow): Promise<void> => {
    const key = keyOf(row);
    trying.add(key);
    const tried = await attempt(parts, row.target, { ...row, signal: stopping.signal });
    trying.delete(key);
    if (stopping.signal.aborted) return;
    const next = after(row, tried, clock.nowUnixMs(), parts.random());
    const isWaiting = next.row.outcome === 'waiting';
    waiting = waiting.flatMap((one) => (keyOf(one.row) === key ? (isWaiting ? [next] : []) : [one]));
    pump();
    await store.saveDelivery(next.row);
    if (!isWaiting) await settle(next.row);
  };
  const onError = (thrown: unknown): void => {
    if (!stopping.signal.aborted)
      parts.log.error({ err: thrown }, 'what became of an alert could not be kept');
  };
  const pump = (): void => {
    cancel();
    if (stopping.signal.aborted) return;
    const nowUnixMs = clock.nowUnixMs();
    const { now, nextUnixMs } = due(waiting, trying, nowUnixMs);
    if (nextUnixMs !== null) cancel = clock.after(Math.min(nextUnixMs - nowUnixMs, longestLookMs), pump);
    for (const row of now) tryOne(row).catch(onError);
  };
  const take = async (rows: readonly DeliveryRow[]): Promise<void> => {
    const nextUnixMs = clock.nowUnixMs();
    const fresh = rows.filter((row) => row.outcome === 'waiting');
    waiting = [...waiting, ...fresh.map((row) => ({ row, nextUnixMs }))];
    pump();
    for (const row of rows) if (row.outcome !== 'waiting') await settle(row);
  };
  return {
    admit: (rows) => {
      const room = Math.max(0, mostWaiting - waiting.length);
      return rows.map((row, at) => (at < room ? row : crowdedOut(row)));
    },
    take,
    resume: async () => take(await store.waiting()),
    test: (id) => testAll(parts, id, stopping.signal),
    counts: () => ({ ...counts, waiting: waiting.length }),
    close: () => {
      stopping.abort();
      cancel();
    },
  };
}

/** A clock that was set back must not make a receiver wait. */
const longestLookMs = 60_000;

type Message = Pick<DeliveryRow, 'id' | 'body'> & { readonly signal: AbortSignal };

async function attempt(
  { routes, send, deadlineMs }: SenderParts,
  target: string,
  message: Message,
): Promise<Tried> {
  const way = routes.find((route) => route.target === target)?.way;
  if (way === undefined) return { ok: false, why: `there is no route "${target}" any more`, isFinal: true };
  try {
    return await send(way, { ...message, deadlineMs });
  } catch (thrown) {
    // What the system takes for no command at all.
    return { ok: false, why: String(thrown), isFinal: true };
  }
}

async function testAll(
  parts: SenderParts,
  id: string,
  signal: AbortSignal,
): Promise<readonly AlertTestView[]> {
  const body = testBody(id, parts.clock.nowUnixMs());
  const seen: AlertTestView[] = [];
  for (let at = 0; at < parts.routes.length; at += mostAtOnce) {
    const some = parts.routes.slice(at, at + mostAtOnce).map(async ({ target }): Promise<AlertTestView> => {
      const tried = await attempt(parts, target, { id, body, signal });
      return { target, delivered: tried.ok, error: tried.ok ? null : tried.why };
    });
    seen.push(...(await Promise.all(some)));
  }
  return seen;
}
