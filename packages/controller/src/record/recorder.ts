import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { EventStore } from '../store/ports.ts';

/** Which facts a follower wants: those after `afterId`, filtered as in the store. */
export type Following = Omit<Parameters<EventStore['list']>[0], 'limit' | 'newestFirst' | 'afterId'> & {
  readonly afterId: number;
};

/** Appends facts and tells who follows them. It is an EventStore itself, so that nobody can append behind its back. */
export interface Recorder extends EventStore {
  /** Appends a fact of now. */
  record(actor: string, fact: Fact): Promise<RecordedEvent>;
  /** Facts as they are recorded, from the store and in order, until `signal` aborts: a slow follower loses none. */
  follow(query: Following, signal: AbortSignal): AsyncGenerator<RecordedEvent, void, undefined>;
}

const pageSize = 200;

/** The recorder over a store of events. */
export function createRecorder(events: EventStore, nowUnixMs: () => number): Recorder {
  const waiting = new Set<() => void>();
  const append: EventStore['append'] = async (atUnixMs, actor, fact) => {
    const event = await events.append(atUnixMs, actor, fact);
    for (const wake of waiting) wake();
    return event;
  };
  return {
    append,
    async appendHeard(atUnixMs, actor, facts, heard) {
      const appended = await events.appendHeard(atUnixMs, actor, facts, heard);
      if (appended.length > 0) for (const wake of waiting) wake();
      return appended;
    },
    heard: () => events.heard(),
    forgetHeard: (host) => events.forgetHeard(host),
    list: (query) => events.list(query),
    record: (actor, fact) => append(nowUnixMs(), actor, fact),
    follow: (query, signal) => follow(events, waiting, query, signal),
  };
}

async function* follow(
  events: EventStore,
  waiting: Set<() => void>,
  query: Following,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent, void, undefined> {
  let afterId = query.afterId;
  while (!signal.aborted) {
    // Waits before it reads: a fact recorded during the read wakes it all the same.
    const more = nextWake(waiting, signal);
    const found = await events.list({ ...query, afterId, limit: pageSize });
    for (const event of found) {
      if (signal.aborted) break;
      yield event;
      afterId = event.id;
    }
    if (found.length === 0) await more.woken;
    more.forget();
  }
}

function nextWake(waiting: Set<() => void>, signal: AbortSignal): { woken: Promise<void>; forget(): void } {
  let wake = (): void => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const forget = (): void => {
    waiting.delete(wake);
    signal.removeEventListener('abort', forget);
    wake();
  };
  waiting.add(wake);
  signal.addEventListener('abort', forget);
  return { woken, forget };
}
