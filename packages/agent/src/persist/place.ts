import { BondctlError } from '@bondctl/proto/model/error';
import type { Files } from '../kernel/ports.ts';
import { seal, unseal } from '../transaction/sealed.ts';

/** One file as it is and as it shall be; null: there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Permissions of a file that is written. */
  readonly mode: number;
}

/** What files are placed with. */
export interface PlaceParts {
  readonly files: Files;
  readonly stateDir: string;
  readonly log: (sentence: string) => void;
}

/** The changes that are under way, whole: whoever starts next goes on with them. */
export const intentPath = (stateDir: string): string => `${stateDir}/placing.json`;
/** Where the texts lie that were replaced, newest last. */
export const backupFolder = (stateDir: string): string => `${stateDir}/backups`;

const mostBackups = 64;
const words = (thrown: unknown): string => BondctlError.from(thrown).message;

async function put({ files }: PlaceParts, label: string, change: FileChange, text: string | null) {
  if (text === null) await files.remove(label, change.path);
  else await files.writeAtomic(label, change.path, text, change.mode);
}

/** `0001764321000000_tx_abc_etc%network%interfaces`: sorted by name is sorted by age. */
const backupName = (atUnixMs: number, id: string, path: string): string =>
  `${String(atUnixMs).padStart(16, '0')}_${id}_${path.slice(1).replaceAll('/', '%')}`;

async function backUp(
  { files, stateDir }: PlaceParts,
  id: string,
  atUnixMs: number,
  changes: readonly FileChange[],
): Promise<void> {
  const folder = backupFolder(stateDir);
  for (const { path, before } of changes) {
    if (before === null) continue;
    await files.writeAtomic('place:backup', `${folder}/${backupName(atUnixMs, id, path)}`, before);
  }
  const old = (await files.list('place:backups', folder)).slice(0, -mostBackups);
  for (const name of old) await files.remove('place:prune', `${folder}/${name}`);
}

/** Puts back what was placed before something failed. What cannot be put back goes forward at the next start. */
async function putBack(parts: PlaceParts, placed: readonly FileChange[], why: string): Promise<never> {
  try {
    for (const change of [...placed].reverse()) await put(parts, 'place:back', change, change.before);
    await parts.files.remove('place:given-up', intentPath(parts.stateDir));
  } catch (thrown) {
    throw new BondctlError(
      'failed',
      `${why}; some files are new already and could not be put back (${words(thrown)}), so the next start of the agent writes all of them`,
    );
  }
  throw new BondctlError('failed', why);
}

/** What is left behind does no harm: the next start finds that every file is as it says. */
async function drop({ files, stateDir, log }: PlaceParts): Promise<void> {
  try {
    await files.remove('place:done', intentPath(stateDir));
  } catch (thrown) {
    log(`${intentPath(stateDir)} could not be removed: ${words(thrown)}`);
  }
}

async function placeAll(parts: PlaceParts, changes: readonly FileChange[]): Promise<void> {
  for (const [at, change] of changes.entries()) {
    try {
      await put(parts, `place:${at}`, change, change.after);
    } catch (thrown) {
      // The one that failed may be there all the same: a rename that was done and not synced.
      await putBack(parts, changes.slice(0, at + 1), `${change.path} could not be written: ${words(thrown)}`);
    }
  }
}

/**
 * Writes files so that each is the old one or the new one at any moment, and all of them new in the end: what shall be is
 * on disk, whole, before the first is touched. `id` and `atUnixMs` name the backups. Throws BondctlError when a file
 * cannot be written; then all of them are as they were, unless the sentence says otherwise.
 */
export async function place(
  parts: PlaceParts,
  id: string,
  atUnixMs: number,
  changes: readonly FileChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await backUp(parts, id, atUnixMs, changes);
  await parts.files.writeAtomic('place:intent', intentPath(parts.stateDir), `${seal({ changes })}\n`);
  await placeAll(parts, changes);
  await drop(parts);
}

/** Goes on with what a stop left half placed. A file that somebody has changed since is left as it is. */
export async function resumePlacing(parts: PlaceParts): Promise<void> {
  const { files, stateDir, log } = parts;
  const text = await files.read('place:resume', intentPath(stateDir));
  if (text === undefined) return;
  const intent = unseal<{ readonly changes: readonly FileChange[] }>(text.trimEnd());
  if (intent === undefined) log(`${intentPath(stateDir)} is damaged; what it announced is not written.`);
  for (const [at, change] of (intent?.changes ?? []).entries()) {
    const found = (await files.read('place:look', change.path)) ?? null;
    if (found === change.after) continue;
    if (found === change.before) await put(parts, `place:again:${at}`, change, change.after);
    else log(`${change.path} was changed by somebody else meanwhile and is left as it is.`);
  }
  await files.remove('place:done', intentPath(stateDir));
}
