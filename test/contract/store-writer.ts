// Appends facts until it is killed, and prints the id of each one that the store acknowledged.
import { writeSync } from 'node:fs';
import { openStore } from '../../packages/controller/src/store/sql.ts';
import { sqliteDialect } from '../../packages/controller/src/store/sqlite.ts';

const store = await openStore(await sqliteDialect(process.argv[2] ?? ''));
for (let revision = 1; ; revision += 1) {
  const { id } = await store.events.append(revision, 'writer', { type: 'revisionAccepted', revision });
  writeSync(1, `${id}\n`);
}
