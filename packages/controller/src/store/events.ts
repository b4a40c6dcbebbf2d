import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Kysely, Selectable } from 'kysely';
import type { EventStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** Facts in the `events` table. */
export function eventStore(db: Kysely<Tables>): EventStore {
  return {
    async append(atUnixMs, actor, fact) {
      const row = { at_unix_ms: atUnixMs, actor, type: fact.type, ...keys(fact), fact: JSON.stringify(fact) };
      const { id } = await db.insertInto('events').values(row).returning('id').executeTakeFirstOrThrow();
      return { id, atUnixMs, actor, fact };
    },
    async list(query) {
      let found = db
        .selectFrom('events')
        .selectAll()
        .orderBy('id', query.newestFirst === true ? 'desc' : 'asc')
        .limit(query.limit);
      if (query.afterId !== undefined) found = found.where('id', '>', query.afterId);
      if (query.host !== undefined) found = found.where('host', '=', query.host);
      if (query.type !== undefined) found = found.where('type', '=', query.type);
      if (query.rollout !== undefined) found = found.where('rollout', '=', query.rollout);
      return (await found.execute()).map(recorded);
    },
  };
}

const keys = (fact: Fact) => ({
  host: 'host' in fact ? fact.host : null,
  rollout: 'rollout' in fact ? fact.rollout : null,
});

const recorded = (row: Selectable<Tables['events']>): RecordedEvent => ({
  id: row.id,
  atUnixMs: row.at_unix_ms,
  actor: row.actor,
  fact: JSON.parse(row.fact) as Fact,
});
