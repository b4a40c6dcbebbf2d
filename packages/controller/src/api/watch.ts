import type { Ended } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId, RolloutId } from '@bondctl/proto/model/names';
import type { ProgressLine, RolloutView } from '@bondctl/proto/model/view';
import { merge } from './merge.ts';
import type { Parts } from './ports.ts';
import { alive, livePhases } from './progress.ts';
import { rolloutSight } from './sight.ts';

/** A rollout that is watched to where it is now: only one that finished has done what was asked. */
const exitCodeOf: Readonly<Record<RolloutView['state'], number>> = {
  running: 0,
  soaking: 0,
  pausing: 0,
  aborting: 0,
  finished: 0,
  paused: 1,
  failed: 1,
  aborted: 1,
  needsPerson: 5,
};

/** Everything that happens in a rollout after event `after`, until it ends or waits for a person; its last line is how it stands then. */
export async function* watchRollout(
  parts: Parts,
  id: RolloutId,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<ProgressLine | Ended<RolloutView>, void, undefined> {
  const reading = new AbortController();
  const until = AbortSignal.any([signal, reading.signal]);
  const hosts = new Set<HostId>();
  try {
    const sources = [
      // From its first event on, also when the reader has seen some: they say which hosts take part.
      eventLines(parts.recorder.follow({ rollout: id, afterId: 0 }, until), hosts),
      livePhases(parts, (host) => hosts.has(host), until),
      alive(parts.nowUnixMs, until),
    ];
    for await (const line of merge(sources)) {
      if (line.type !== 'event' || line.event.id > after) yield line;
      if (line.type !== 'event' || !stopping.has(line.event.fact.type)) continue;
      // A pause may have been ended by now; then there is more to watch.
      const end = await ending(parts, id);
      if (end.result.state === 'paused' || end.result.endedUnixMs !== null) return yield end;
    }
  } finally {
    reading.abort();
  }
}

async function* eventLines(
  events: AsyncIterable<RecordedEvent>,
  hosts: Set<HostId>,
): AsyncGenerator<ProgressLine, void, undefined> {
  for await (const event of events) {
    if ('host' in event.fact) hosts.add(event.fact.host);
    yield { type: 'event', event };
  }
}

const stopping: ReadonlySet<string> = new Set<Fact['type']>(['rolloutPaused', 'rolloutEnded']);

async function ending(parts: Parts, id: RolloutId): Promise<Extract<Ended<RolloutView>, { type: 'end' }>> {
  const row = await parts.store.rollouts.rollout(id);
  if (row === undefined)
    throw new BondctlError('internal', `Rollout ${id} has facts, but is not in the store.`);
  const result = await rolloutSight(parts, row);
  return { type: 'end', result, exitCode: exitCodeOf[result.state] };
}
