import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { ProgressLine } from '@bondctl/proto/model/view';
import { useEffect, useState } from 'preact/hooks';
import { retryAfterMs } from '../look/connection.ts';
import { hearOut, pause } from './reading.ts';
import { useWorld } from './world.ts';

/** What a host says that it does right now. */
export type HostPhase = Extract<ProgressLine, { readonly type: 'phase' }>;

/** Everything that happened in a rollout, oldest first, and what its hosts do right now. */
export interface Watched {
  readonly events: readonly RecordedEvent[];
  readonly phases: ReadonlyMap<string, HostPhase>;
}

const keptEvents = 500;

const nothing: Watched = { events: [], phases: new Map() };

/** Watches a rollout from its first event on; begins anew whenever `again` changes, as after a pause. */
export function useWatched(id: string, again: unknown): Watched {
  const { clients } = useWorld();
  const [watched, setWatched] = useState<Watched>(nothing);
  useEffect(() => {
    const stop = new AbortController();
    let seen = nothing;
    let isOver = false;
    const readOn = async () => {
      for (let tries = 0; !stop.signal.aborted && !isOver; tries += 1) {
        await hearOut(
          (signal) => clients.until(signal).watch(id, seen.events.at(-1)?.id ?? 0),
          stop.signal,
          (line) => {
            if (line.type === 'end' || line.type === 'failed') isOver = true;
            else seen = withLine(seen, line);
            setWatched(seen);
          },
        );
        if (!isOver) await pause(retryAfterMs(tries, Math.random()), stop.signal);
      }
    };
    void readOn();
    return () => stop.abort();
  }, [clients, id, again]);
  return watched;
}

function withLine({ events, phases }: Watched, line: ProgressLine): Watched {
  if (line.type === 'event') return { events: [...events.slice(1 - keptEvents), line.event], phases };
  if (line.type === 'phase') return { events, phases: new Map(phases).set(line.host, line) };
  return { events, phases };
}
