import type { Ended } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId, RolloutId } from '@bondctl/proto/model/names';
import type { ProgressLine, RolloutView } from '@bondctl/proto/model/view';
import { merge } from './merge.ts';
import type { Parts } from './ports.ts';
import { alive, livePhases } from './progress.ts';
import { rolloutSight } from './sight.ts';

const exitCodeOf: Readonly<Record<RolloutView['state'], number>> = {
  running: 0,
  finished: 0,
  failed: 1,
  needsPerson: 5,
};

/** Everything that happens in a rollout after event `after`, until it ends; its last line is how it stands then. */
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
      if (line.type === 'event' && line.event.fact.type === 'rolloutEnded')
        return yield await ending(parts, id);
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

async function ending(parts: Parts, id: RolloutId): Promise<Ended<RolloutView>> {
  const row = await parts.store.rollouts.rollout(id);
  if (row === undefined)
    throw new BondctlError('internal', `Rollout ${id} has facts, but is not in the store.`);
  const result = await rolloutSight(parts, row);
  return { type: 'end', result, exitCode: exitCodeOf[result.state] };
}
