import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

/** Which SQLite the running Node has. */
export type SqliteDriver = 'node:sqlite' | 'better-sqlite3';

/** node:sqlite as far as we use it; the types we build with are those of Node 20, which has none. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    file: string,
  ) => {
    exec(sql: string): void;
    close(): void;
    prepare(sql: string): { all(...parameters: readonly unknown[]): unknown[] };
  };
}

// full: what was acknowledged is on disk, also when the power goes.
const pragmas = ['journal_mode=wal', 'synchronous=full', 'foreign_keys=on', 'busy_timeout=5000'];

/**
 * The dialect of an SQLite file, `:memory:` included, on the running Node's driver or the named one. Throws BondctlError
 * `failed` that names the fix when there is no driver.
 */
export async function sqliteDialect(file: string, driver = defaultDriver()): Promise<SqliteDialect> {
  try {
    const database = driver === 'node:sqlite' ? openNodeSqlite(file) : await openBetterSqlite(file);
    return new SqliteDialect({ database });
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

/** node:sqlite from Node 22.14 on, better-sqlite3 before. */
export function defaultDriver(nodeVersion = process.versions.node): SqliteDriver {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? 'node:sqlite' : 'better-sqlite3';
}

function openNodeSqlite(file: string): SqliteDatabase {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as NodeSqlite;
  const db = new DatabaseSync(file);
  for (const pragma of pragmas) db.exec(`pragma ${pragma}`);
  return {
    close: () => db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      const all = (parameters: readonly unknown[]) => statement.all(...parameters);
      // `all` runs every statement, also one without rows; nobody here asks for a count of changes.
      return { reader: true, all, run: () => unread(sql), iterate: () => unread(sql) };
    },
  };
}

function unread(sql: string): never {
  throw new BondctlError('internal', `A statement was run in a way that the store does not know: ${sql}`);
}

async function openBetterSqlite(file: string): Promise<SqliteDatabase> {
  const beside = join(dirname(realpathSync(process.argv[1] ?? process.execPath)), 'better_sqlite3.node');
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(file, existsSync(beside) ? { nativeBinding: beside } : {});
  for (const pragma of pragmas) db.pragma(pragma);
  return db as unknown as SqliteDatabase;
}

function cannotOpen(file: string, error: unknown): BondctlError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.includes('SQLITE_') || /directory does not exist/.test(String(error)))
    return new BondctlError('failed', `The database ${file} cannot be opened: ${String(error)}`, {
      cause: error,
    });
  return new BondctlError(
    'failed',
    `Node ${process.versions.node} has no SQLite of its own, and the driver better_sqlite3.node is neither beside this ` +
      'program nor installed. Use Node 22.14 or newer, or install the driver with a C++ compiler present.',
    { cause: error },
  );
}
