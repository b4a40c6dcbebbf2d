import { type Kysely, sql } from 'kysely';
import type { DatabaseSize } from './history-ports.ts';
import type { Tables } from './tables.ts';

/** How large the database is. SQLite's own words: pages, and those among them that are free to be used again. */
export async function databaseSize(db: Kysely<Tables>): Promise<DatabaseSize> {
  const pages = sql<{ all_pages: number; free_pages: number; page_bytes: number }>`
    select page_count as all_pages, freelist_count as free_pages, page_size as page_bytes
    from pragma_page_count(), pragma_freelist_count(), pragma_page_size()`;
  const [row] = (await pages.execute(db)).rows;
  const { all_pages: all, free_pages: free, page_bytes: bytes } = row ?? nothing;
  return { fileBytes: all * bytes, usedBytes: (all - free) * bytes };
}

const nothing = { all_pages: 0, free_pages: 0, page_bytes: 0 };
