import type { RolloutId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { Kysely, Selectable } from 'kysely';
import type { RevisionRow, RolloutRow, RolloutStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** Revisions and rollouts. */
export function rolloutStore(db: Kysely<Tables>): RolloutStore {
  return { ...revisions(db), ...rollouts(db) };
}

function revisions(db: Kysely<Tables>): Pick<RolloutStore, 'addRevision' | 'latestRevision' | 'revision'> {
  return {
    addRevision(atUnixMs, actor, text, spec) {
      return db.transaction().execute(async (tx) => {
        const last = await tx
          .selectFrom('revisions')
          .select((column) => column.fn.max('revision').as('revision'))
          .executeTakeFirstOrThrow();
        const row = { revision: (last.revision ?? 0) + 1, at_unix_ms: atUnixMs, actor, text };
        await tx
          .insertInto('revisions')
          .values({ ...row, spec: JSON.stringify(spec) })
          .execute();
        return { revision: row.revision, atUnixMs, actor, text, spec };
      });
    },
    async latestRevision() {
      const newest = db.selectFrom('revisions').selectAll().orderBy('revision', 'desc').limit(1);
      const row = await newest.executeTakeFirst();
      return row === undefined ? undefined : revisionRow(row);
    },
    async revision(revision) {
      const found = db.selectFrom('revisions').selectAll().where('revision', '=', revision);
      const row = await found.executeTakeFirst();
      return row === undefined ? undefined : revisionRow(row);
    },
  };
}

function rollouts(
  db: Kysely<Tables>,
): Pick<RolloutStore, 'saveRollout' | 'rollout' | 'rollouts' | 'unfinishedRollouts'> {
  return {
    async saveRollout(row) {
      const { id, revision } = row;
      const moving = { ended: row.ended ? 1 : 0, state: JSON.stringify(row.state) };
      await db
        .insertInto('rollouts')
        .values({ id, revision, started_unix_ms: row.startedUnixMs, ...moving })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(moving))
        .execute();
    },
    async rollout(id) {
      const row = await db.selectFrom('rollouts').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : rolloutRow(row);
    },
    async rollouts(limit) {
      const newest = db.selectFrom('rollouts').selectAll().orderBy('sequence', 'desc').limit(limit);
      return (await newest.execute()).map(rolloutRow);
    },
    async unfinishedRollouts() {
      const open = db.selectFrom('rollouts').selectAll().where('ended', '=', 0).orderBy('sequence');
      return (await open.execute()).map(rolloutRow);
    },
  };
}

const revisionRow = (row: Selectable<Tables['revisions']>): RevisionRow => ({
  revision: row.revision,
  atUnixMs: row.at_unix_ms,
  actor: row.actor,
  text: row.text,
  spec: JSON.parse(row.spec) as ClusterSpec,
});

const rolloutRow = (row: Selectable<Tables['rollouts']>): RolloutRow => ({
  id: row.id as RolloutId,
  revision: row.revision,
  startedUnixMs: row.started_unix_ms,
  ended: row.ended === 1,
  state: JSON.parse(row.state) as unknown,
});
