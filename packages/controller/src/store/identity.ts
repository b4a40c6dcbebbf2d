import type { HostId } from '@bondctl/proto/model/names';
import type { Kysely, Selectable } from 'kysely';
import type { CertificateRow, HostRow, IdentityStore, TokenRow } from './ports.ts';
import type { Tables } from './tables.ts';

/** Hosts, certificates and tokens. */
export function identityStore(db: Kysely<Tables>): IdentityStore {
  return { ...hosts(db), ...certificates(db), ...tokens(db) };
}

function hosts(db: Kysely<Tables>): Pick<IdentityStore, 'hosts' | 'addHost' | 'removeHost'> {
  return {
    async hosts() {
      return (await db.selectFrom('hosts').selectAll().orderBy('host').execute()).map(hostRow);
    },
    async addHost(row) {
      const values = {
        host: row.host,
        enrolled_unix_ms: row.enrolledUnixMs,
        removed_unix_ms: row.removedUnixMs,
      };
      // A host that enrols again after its removal is a host again.
      await db
        .insertInto('hosts')
        .values(values)
        .onConflict((conflict) => conflict.column('host').doUpdateSet(values))
        .execute();
    },
    async removeHost(host, atUnixMs) {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('hosts').set({ removed_unix_ms: atUnixMs }).where('host', '=', host).execute();
        await tx.updateTable('certificates').set({ revoked: 1 }).where('host', '=', host).execute();
      });
    },
  };
}

function certificates(
  db: Kysely<Tables>,
): Pick<IdentityStore, 'addCertificate' | 'certificates' | 'revokeCertificate' | 'revokedSerials'> {
  return {
    async addCertificate(row) {
      const { serial, host } = row;
      await db
        .insertInto('certificates')
        .values({ serial, host, not_after_unix_ms: row.notAfterUnixMs, revoked: row.revoked ? 1 : 0 })
        .execute();
    },
    async certificates(host) {
      const found = db.selectFrom('certificates').selectAll().where('host', '=', host);
      return (await found.orderBy('not_after_unix_ms').execute()).map(certificateRow);
    },
    async revokeCertificate(serial) {
      await db.updateTable('certificates').set({ revoked: 1 }).where('serial', '=', serial).execute();
    },
    async revokedSerials() {
      const found = await db.selectFrom('certificates').select('serial').where('revoked', '=', 1).execute();
      return found.map((row) => row.serial);
    },
  };
}

function tokens(db: Kysely<Tables>): Pick<IdentityStore, 'addToken' | 'useToken'> {
  return {
    async addToken(row) {
      await db
        .insertInto('tokens')
        .values({
          id: row.id,
          sha256: row.sha256,
          expires_unix_ms: row.expiresUnixMs,
          uses_left: row.usesLeft,
          host: row.host,
        })
        .execute();
    },
    async useToken(sha256, host, nowUnixMs) {
      // One statement, so that two hosts cannot share the last use.
      const row = await db
        .updateTable('tokens')
        .set((column) => ({ uses_left: column('uses_left', '-', 1) }))
        .where('sha256', '=', sha256)
        .where('uses_left', '>', 0)
        .where('expires_unix_ms', '>', nowUnixMs)
        .where((where) => where.or([where('host', 'is', null), where('host', '=', host)]))
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : tokenRow(row);
    },
  };
}

const hostRow = (row: Selectable<Tables['hosts']>): HostRow => ({
  host: row.host as HostId,
  enrolledUnixMs: row.enrolled_unix_ms,
  removedUnixMs: row.removed_unix_ms,
});

const certificateRow = (row: Selectable<Tables['certificates']>): CertificateRow => ({
  serial: row.serial,
  host: row.host as HostId,
  notAfterUnixMs: row.not_after_unix_ms,
  revoked: row.revoked === 1,
});

const tokenRow = (row: Selectable<Tables['tokens']>): TokenRow => ({
  id: row.id,
  sha256: row.sha256,
  expiresUnixMs: row.expires_unix_ms,
  usesLeft: row.uses_left,
  host: row.host as HostId | null,
});
