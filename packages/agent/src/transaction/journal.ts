import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import type { Clock, Files } from '../kernel/ports.ts';
import { formatEntry, type JournalEntry, type Replay, replay } from './journal-lines.ts';
import type { ProcessIdentity, TxState } from './state.ts';

/** Who writes, and in which boot. */
export interface Writer {
  readonly by: ProcessIdentity;
  readonly boot: string;
}

/** What the journal works with. */
export interface JournalParts {
  readonly files: Files;
  readonly clock: Clock;
  readonly stateDir: string;
}

/** The transactions of a host on disk, one file each. */
export interface Journal {
  /** The newest transaction as its last line has it; null on a host that has had none. Throws when a journal does not hold. */
  load(): Promise<JournalEntry | null>;
  /** The last line of one transaction; null when there is no such transaction. */
  read(tx: TxId): Promise<JournalEntry | null>;
  /** Every line of one transaction, oldest first. */
  history(tx: TxId): Promise<readonly JournalEntry[]>;
  /** Puts a state on disk. It may only be acted on when this has resolved. */
  append(state: TxState, label?: string): Promise<void>;
}

const keptTransactions = 100;

interface OpenFile {
  readonly path: string;
  readonly opened: number;
  text: string;
  seq: number;
  last: TxState | undefined;
  /** False when the file may hold more than `text`: a torn line, or one whose writing failed half-way. */
  clean: boolean;
  /** The newest line, where it could not be written. */
  owed: string;
}

const folderOf = (parts: JournalParts): string => `${parts.stateDir}/transactions`;

const pathOf = (parts: JournalParts, tx: TxId): string => `${folderOf(parts)}/${tx}.jsonl`;

async function readFile(parts: JournalParts, path: string): Promise<Replay | null> {
  const text = await parts.files.read('journal:read', path);
  if (text === undefined) return null;
  const read = replay(text);
  if (read.ok) return read.value;
  throw new BondctlError(
    'needs-person',
    `Line ${read.error} of ${path} is damaged, so it is not known how that transaction stands, and nothing is touched. ` +
      'Compare the bonds with what they should be, put them right by hand, move the file away, and start the agent again.',
  );
}

const labelOf = (seq: number, state: TxState): string =>
  `journal:${seq}:${state.phase}${state.phase === 'applying' ? `:${state.step}` : ''}`;

/** How a transaction ended is on disk before another one begins: nobody looks at its journal again. */
async function payOwed({ files }: JournalParts, file: OpenFile): Promise<void> {
  if (file.owed === '') return;
  await files.writeAtomic('journal:owed', file.path, file.text + file.owed);
  file.owed = '';
}

/** Opens the journal of a host for one writer. */
export function createJournal(parts: JournalParts, writer: Writer): Journal {
  let current: OpenFile | null = null;
  let known: readonly { readonly path: string; readonly opened: number }[] = [];

  async function load(): Promise<JournalEntry | null> {
    const names = (await parts.files.list('journal:list', folderOf(parts))).filter((name) =>
      name.endsWith('.jsonl'),
    );
    let newest: { entry: JournalEntry; file: OpenFile } | null = null;
    known = [];
    for (const name of names) {
      const path = `${folderOf(parts)}/${name}`;
      const read = await readFile(parts, path);
      const entry = read?.entries.at(-1);
      // Died while writing its first line: it had not begun.
      if (read === null || entry === undefined) continue;
      known = [...known, { path, opened: entry.opened }];
      if (newest !== null && newest.entry.opened > entry.opened) continue;
      const { seq, opened, state } = entry;
      newest = {
        entry,
        file: { path, opened, text: read.text, seq, last: state, clean: !read.torn, owed: '' },
      };
    }
    current = newest?.file ?? null;
    return newest?.entry ?? null;
  }

  async function forgetOldest(): Promise<void> {
    const oldest = [...known].sort((a, b) => a.opened - b.opened).slice(0, -keptTransactions);
    for (const { path } of oldest) await parts.files.remove('journal:remove', path);
    known = known.filter((one) => !oldest.includes(one));
  }

  async function open(tx: TxId): Promise<OpenFile> {
    const path = pathOf(parts, tx);
    if (current?.path === path) return current;
    if (current !== null) await payOwed(parts, current);
    const opened = Math.max(0, ...known.map((one) => one.opened)) + 1;
    known = [...known, { path, opened }];
    await forgetOldest();
    // Whatever lies there has no first line that holds.
    return { path, opened, text: '', seq: 0, last: undefined, clean: false, owed: '' };
  }

  async function append(state: TxState, label?: string): Promise<void> {
    const file = state.phase === 'idle' ? current : await open(state.tx.id);
    if (file === null) throw new BondctlError('internal', 'There is no transaction to journal.');
    current = file;
    const seq = file.seq + 1;
    const { opened } = file;
    const own = label ?? labelOf(seq, state);
    const entry: JournalEntry = { seq, label: own, atUnixMs: parts.clock.unixMs(), opened, ...writer, state };
    const line = formatEntry(entry, file.last);
    const wasClean = file.clean;
    Object.assign(file, { clean: false, owed: line });
    if (wasClean) await parts.files.append(own, file.path, line);
    else await parts.files.writeAtomic(own, file.path, file.text + line);
    Object.assign(file, { clean: true, text: file.text + line, seq, last: state, owed: '' });
  }

  const history = async (tx: TxId) => (await readFile(parts, pathOf(parts, tx)))?.entries ?? [];

  return { load, append, history, read: async (tx) => (await history(tx)).at(-1) ?? null };
}
