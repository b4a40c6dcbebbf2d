import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { EventStore } from '../store/ports.ts';

const healing: readonly Fact['type'][] = ['driftSeen', 'healTried', 'rolloutStarted', 'revisionHeld'];
const factsOfEach = 2_000;

/** The newest facts that tries to heal are counted by, oldest first. */
export async function healFacts(events: Pick<EventStore, 'list'>): Promise<readonly RecordedEvent[]> {
  const lists = healing.map((type) => events.list({ type, limit: factsOfEach, newestFirst: true }));
  return (await Promise.all(lists)).flat().toSorted((a, b) => a.id - b.id);
}
