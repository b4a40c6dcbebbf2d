import type { OperatorName } from '@bondctl/proto/model/names';
import { operatorRights } from '@bondctl/proto/model/operator';
import type { Kysely, Selectable } from 'kysely';
import type { OperatorRow, OperatorStore, SessionRow } from './ports.ts';
import type { Tables } from './tables.ts';

type Sessions = Pick<OperatorStore, 'addSession' | 'session' | 'sessions' | 'sessionUsed' | 'removeSession'>;

/** Operators and their sessions. */
export function operatorStore(db: Kysely<Tables>): OperatorStore {
  return { ...operators(db), ...sessions(db) };
}

function operators(db: Kysely<Tables>): Omit<OperatorStore, keyof Sessions> {
  return {
    async addOperator(row) {
      const added = await db
        .insertInto('operators')
        .values({
          operator: row.operator,
          rights: row.rights,
          sha256: row.sha256,
          created_unix_ms: row.createdUnixMs,
          used_unix_ms: row.usedUnixMs,
        })
        .onConflict((conflict) => conflict.column('operator').doNothing())
        .returning('operator')
        .executeTakeFirst();
      return added !== undefined;
    },
    async operators() {
      return (await db.selectFrom('operators').selectAll().orderBy('operator').execute()).map(operatorRow);
    },
    async operatorOfToken(sha256) {
      const found = db.selectFrom('operators').selectAll().where('sha256', '=', sha256);
      const row = await found.executeTakeFirst();
      return row === undefined ? undefined : operatorRow(row);
    },
    async operatorUsed(operator, atUnixMs) {
      const used = { used_unix_ms: atUnixMs };
      await db.updateTable('operators').set(used).where('operator', '=', operator).execute();
    },
    removeOperator: (operator) =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('operator_sessions').where('operator', '=', operator).execute();
        const gone = tx.deleteFrom('operators').where('operator', '=', operator).returning('operator');
        return (await gone.executeTakeFirst()) !== undefined;
      }),
  };
}

function sessions(db: Kysely<Tables>): Sessions {
  return {
    addSession: (row, most) => db.transaction().execute((tx) => addSession(tx, row, most)),
    async session(sha256) {
      const row = await db
        .selectFrom('operator_sessions')
        .selectAll()
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const found = db.selectFrom('operators').selectAll().where('operator', '=', row.operator);
      const operator = await found.executeTakeFirst();
      return operator === undefined
        ? undefined
        : { session: sessionRow(row), operator: operatorRow(operator) };
    },
    async sessions() {
      return (await db.selectFrom('operator_sessions').selectAll().execute()).map(sessionRow);
    },
    async sessionUsed(sha256, atUnixMs) {
      const used = { used_unix_ms: atUnixMs };
      await db.updateTable('operator_sessions').set(used).where('sha256', '=', sha256).execute();
    },
    async removeSession(sha256) {
      await db.deleteFrom('operator_sessions').where('sha256', '=', sha256).execute();
    },
  };
}

async function addSession(
  tx: Kysely<Tables>,
  row: SessionRow,
  most: number,
): Promise<readonly string[] | undefined> {
  const { sha256, operator } = row;
  const known = tx.selectFrom('operators').select('operator').where('operator', '=', operator);
  if ((await known.executeTakeFirst()) === undefined) return undefined;
  const kept = await tx
    .selectFrom('operator_sessions')
    .select('sha256')
    .where('operator', '=', operator)
    .orderBy('used_unix_ms', 'desc')
    .execute();
  const over = kept.slice(most - 1).map((one) => one.sha256);
  if (over.length > 0) await tx.deleteFrom('operator_sessions').where('sha256', 'in', over).execute();
  await tx
    .insertInto('operator_sessions')
    .values({ sha256, operator, created_unix_ms: row.createdUnixMs, used_unix_ms: row.usedUnixMs })
    .execute();
  return over;
}

// A word that is none of ours gives no right to change anything.
const operatorRow = (row: Selectable<Tables['operators']>): OperatorRow => ({
  operator: row.operator as OperatorName,
  rights: operatorRights.find((one) => one === row.rights) ?? 'read',
  sha256: row.sha256,
  createdUnixMs: row.created_unix_ms,
  usedUnixMs: row.used_unix_ms,
});

const sessionRow = (row: Selectable<Tables['operator_sessions']>): SessionRow => ({
  sha256: row.sha256,
  operator: row.operator as OperatorName,
  createdUnixMs: row.created_unix_ms,
  usedUnixMs: row.used_unix_ms,
});
