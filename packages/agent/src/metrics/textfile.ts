import { basename, dirname } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Clock, Files } from '../kernel/ports.ts';
import type { Page } from './page.ts';
import type { Trouble } from './trouble.ts';

/** What the file is made of. */
export interface TextfileParts {
  readonly path: string;
  readonly page: Page;
  readonly files: Files;
  readonly clock: Clock;
  /** Tells of every change on the host; returns what ends that. */
  readonly onChange: (listener: () => void) => () => void;
  readonly trouble: Trouble;
}

/** node_exporter and its like are scraped about as often. */
const writeEveryMs = 15_000;
/** Changes come in bursts: the file is written once for all of a second. */
const changeMs = 1000;
/** node_exporter reads it as a user of its own. */
const readableByAll = 0o644;

/**
 * Keeps a file for node_exporter's textfile collector: old or new and never half, written every 15 s and soon after a
 * change. Where it cannot be written that is said once, and tried again. Returns what ends it and takes the file away, so
 * that nobody reads figures of an agent that is gone.
 */
export function startTextfile(parts: TextfileParts): () => Promise<void> {
  const { clock, files, path, trouble } = parts;
  let cancel = (): void => undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let writing = Promise.resolve();
  let changed = false;
  let stopped = false;
  const next = (delayMs: number): void => {
    cancel();
    dueMs = clock.monotonicMs() + delayMs;
    if (!stopped) cancel = clock.after(delayMs, write);
  };
  const write = (): void => {
    dueMs = Number.POSITIVE_INFINITY;
    changed = false;
    writing = put(parts)
      .then(() => trouble.over(), trouble.met)
      .then(() => next(changed ? changeMs : writeEveryMs));
  };
  const forget = parts.onChange(() => {
    changed = true;
    const isFar = dueMs !== Number.POSITIVE_INFINITY && dueMs > clock.monotonicMs() + changeMs;
    if (isFar) next(changeMs);
  });
  write();
  return async () => {
    stopped = true;
    forget();
    await writing;
    cancel();
    await files.remove('metrics/remove', path).catch(trouble.met);
  };
}

/** A folder is not made: one of ours nobody else could look into, and a mistyped one nobody would read. */
async function put({ path, page, files }: TextfileParts): Promise<void> {
  const folder = dirname(path);
  if (!(await files.list('metrics/folder', dirname(folder))).includes(basename(folder))) {
    throw new BondctlError(
      'not-found',
      `There is no folder ${folder}; make it, or name another in agent.yaml.`,
    );
  }
  await files.writeAtomic('metrics/write', path, await page(), readableByAll);
}
