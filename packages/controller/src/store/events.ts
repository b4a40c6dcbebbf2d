import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import type { ExpressionBuilder, Kysely, Selectable, Transaction } from 'kysely';
import type { AboutLink, EventPruning, EventStore, HeardRow, PortFailures } from './ports.ts';
import type { Tables } from './tables.ts';

/** Facts in the `events` table, and how far hosts were heard in `heard`. */
export function eventStore(db: Kysely<Tables>): EventStore & EventPruning {
  return {
    append: (atUnixMs, actor, fact) => append(db, atUnixMs, actor, fact),
    appendHeard: (atUnixMs, actor, facts, heard) =>
      db.transaction().execute(async (inOne) => {
        const events: RecordedEvent[] = [];
        for (const fact of facts) events.push(await append(inOne, atUnixMs, actor, fact));
        await saveHeard(inOne, heard);
        return events;
      }),
    async heard() {
      return (await db.selectFrom('heard').selectAll().execute()).map(heardRow);
    },
    async forgetHeard(host) {
      await db.deleteFrom('heard').where('host', '=', host).execute();
    },
    list: (query) => list(db, query),
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

async function append(
  db: Kysely<Tables> | Transaction<Tables>,
  atUnixMs: number,
  actor: string,
  fact: Fact,
): Promise<RecordedEvent> {
  const row = { at_unix_ms: atUnixMs, actor, type: fact.type, ...keys(fact), fact: JSON.stringify(fact) };
  const { id } = await db.insertInto('events').values(row).returning('id').executeTakeFirstOrThrow();
  return { id, atUnixMs, actor, fact };
}

async function saveHeard(db: Transaction<Tables>, { host, ...heard }: HeardRow): Promise<void> {
  const row = {
    epoch: heard.epoch,
    event: heard.event,
    gap: heard.gap,
    boot_id: heard.bootId,
    is_counted: heard.isCounted ? 1 : 0,
    failures: JSON.stringify(heard.failures),
  };
  await db
    .insertInto('heard')
    .values({ host, ...row })
    .onConflict((conflict) => conflict.column('host').doUpdateSet(row))
    .execute();
}

const heardRow = (row: Selectable<Tables['heard']>): HeardRow => ({
  host: row.host as HostId,
  epoch: row.epoch,
  event: row.event,
  gap: row.gap,
  bootId: row.boot_id,
  isCounted: row.is_counted === 1,
  failures: JSON.parse(row.failures) as readonly PortFailures[],
});

async function list(
  db: Kysely<Tables>,
  query: Parameters<EventStore['list']>[0],
): Promise<readonly RecordedEvent[]> {
  const { about } = query;
  let found = db
    .selectFrom('events')
    .selectAll()
    .orderBy('id', query.newestFirst === true ? 'desc' : 'asc')
    .limit(query.limit);
  if (query.afterId !== undefined) found = found.where('id', '>', query.afterId);
  if (about !== undefined) found = found.where((is) => isAbout(is, about));
  for (const column of ['host', 'type', 'bond', 'rollout'] as const) {
    const value = query[column];
    if (value !== undefined) found = found.where(column, '=', value);
  }
  return (await found.execute()).map(recorded);
}

const isAbout = (is: ExpressionBuilder<Tables, 'events'>, { link, ends }: AboutLink) =>
  is.or([
    is('link', '=', link),
    ...ends.map(({ host, bond }) => is.and([is('host', '=', host), is('bond', '=', bond)])),
    ...ends.map(({ host }) => is.and([is('type', '=', 'eventsLost'), is('host', '=', host)])),
  ]);

const keys = (fact: Fact) => ({
  host: 'host' in fact ? fact.host : null,
  rollout: 'rollout' in fact ? fact.rollout : null,
  bond: 'bond' in fact ? fact.bond : null,
  link: 'link' in fact ? fact.link : null,
});

const recorded = (row: Selectable<Tables['events']>): RecordedEvent => ({
  id: row.id,
  atUnixMs: row.at_unix_ms,
  actor: row.actor,
  fact: whole(JSON.parse(row.fact) as Fact),
});

/** A fact of an earlier version says nothing of what that version did not know. */
const whole = (fact: Fact): Fact =>
  fact.type === 'linkEventSeen' ? { ...{ happenedUnixMs: null, errorMs: null, cause: null }, ...fact } : fact;
