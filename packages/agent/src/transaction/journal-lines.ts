import { failure, type Result, success } from '@bondctl/proto/model/result';
import { seal, unseal } from './sealed.ts';
import type { ProcessIdentity, TxState } from './state.ts';

/** One line of a transaction's journal. */
export interface JournalEntry {
  readonly seq: number;
  /** `journal:SEQ:PHASE[:STEP]`, or the act of a restore that is about to happen. */
  readonly label: string;
  /** For people and for the order of files only. */
  readonly atUnixMs: number;
  /** Counts the transactions of this host. */
  readonly opened: number;
  /** Who wrote it. */
  readonly by: ProcessIdentity;
  /** The kernel's boot id: an unconfirmed change does not survive a reboot, and neither does a pid. */
  readonly boot: string;
  readonly state: TxState;
}

/** A journal that could be read. `text` is the part of the file that holds; behind it a torn line may have been. */
export interface Replay {
  readonly entries: readonly JournalEntry[];
  readonly text: string;
  readonly torn: boolean;
}

/** Fields of a state that have not changed since the line before are named, not repeated: a before-image is long. */
function shortened(
  state: TxState,
  previous: TxState | undefined,
): { state: object; same: readonly string[] } {
  const before = new Map<string, unknown>(Object.entries(previous ?? {}));
  const fields = Object.entries(state) as [string, unknown][];
  const same = fields.filter(
    ([key, value]) => typeof value === 'object' && value !== null && before.get(key) === value,
  );
  const names = same.map(([key]) => key);
  return { state: Object.fromEntries(fields.filter(([key]) => !names.includes(key))), same: names };
}

/** An entry as one line of JSON whose first field is a check over the rest. */
export const formatEntry = (entry: JournalEntry, previous: TxState | undefined): string =>
  `${seal({ ...entry, ...shortened(entry.state, previous) })}\n`;

type Written = Omit<JournalEntry, 'state'> & { readonly state: object; readonly same: readonly string[] };

function lengthened(written: Written, previous: TxState | undefined): JournalEntry {
  const before = new Map<string, unknown>(Object.entries(previous ?? {}));
  const { same, ...entry } = written;
  const kept = Object.fromEntries(same.map((key) => [key, before.get(key)]));
  return { ...entry, state: { ...written.state, ...kept } as TxState };
}

/**
 * Reads a journal. A last line without its end is torn: the process died while writing it, and what it announced has
 * not been done. Anything else that does not hold is an error: the number of the line.
 */
export function replay(file: string): Result<Replay, number> {
  const end = file.lastIndexOf('\n') + 1;
  const text = file.slice(0, end);
  const entries: JournalEntry[] = [];
  for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
    const written = unseal<Written>(line);
    if (written === undefined || written.seq !== at + 1) return failure(at + 1);
    entries.push(lengthened(written, entries.at(-1)?.state));
  }
  return success({ entries, text, torn: end < file.length });
}
