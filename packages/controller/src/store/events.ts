import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { Kysely, Selectable } from 'kysely';
import type { EventPruning, EventStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** Facts in the `events` table. */
export function eventStore(db: Kysely<Tables>): EventStore & EventPruning {
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
    async prune(type, beforeUnixMs, limit) {
      // The oldest by their number, which the index has in order; by their time it would be a walk over all of them.
      const oldest = db.selectFrom('events').select(['id', 'at_unix_ms']).where('type', '=', type);
      const rows = await oldest.orderBy('id').limit(limit).execute();
      const ids = rows.filter((row) => row.at_unix_ms < beforeUnixMs).map((row) => row.id);
      if (ids.length > 0) await db.deleteFrom('events').where('id', 'in', ids).execute();
      return ids.length;
    },
    async kept() {
      const oldest = db.selectFrom('events').select('at_unix_ms').orderBy('id').limit(1);
      const count = db.selectFrom('events').select(({ fn }) => fn.countAll<number>().as('rows'));
      const { rows } = await count.executeTakeFirstOrThrow();
      return { oldestUnixMs: (await oldest.executeTakeFirst())?.at_unix_ms ?? null, rows };
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
