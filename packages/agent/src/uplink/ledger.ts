import { outcomeFromBytes, outcomeToBytes } from '@bondctl/proto/convert/frame';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { CommandId } from '@bondctl/proto/model/names';
import type { Files } from '../kernel/ports.ts';
import {
  addLine,
  type Entry,
  formatLedger,
  formatLine,
  type LedgerLine,
  parseLedger,
  surplus,
} from './ledger-lines.ts';

/**
 * The commands this host accepted and how each ended. INVARIANT: whatever a method announces is on disk when its promise
 * resolves; calls take effect in the order in which they are made.
 */
export interface Ledger {
  entry(id: CommandId): Entry | undefined;
  /** Remembers a command before it is carried out. */
  accept(id: CommandId, digest: string): Promise<void>;
  /** Stores how a command ended, before anybody is told. */
  finish(id: CommandId, outcome: CommandOutcome): Promise<void>;
  /** The controller has the outcome. */
  acknowledge(id: CommandId): Promise<void>;
  /** The stored outcome; undefined when the command is open, forgotten, or its file unreadable. */
  outcome(id: CommandId): Promise<CommandOutcome | undefined>;
  /** Ids whose outcome the controller has not acknowledged. */
  unacknowledged(): readonly CommandId[];
}

/** How much of what is finished and acknowledged is kept. */
export const ledgerBounds = { entries: 10_000, bytes: 64 * 1024 * 1024 } as const;

const interrupted: CommandOutcome = {
  kind: 'failed',
  message: 'interrupted: the agent restarted before the command ended; ask for the state of the host',
};

// Sweeping rewrites the whole file, so it waits until a tenth more than the bound is there.
const slack = 1.1;

/** Opens the ledger in `folder`. Commands that were open when the agent died end here, as interrupted, and are never run again. */
export async function openLedger(
  files: Files,
  folder: string,
  bounds: { readonly entries: number; readonly bytes: number } = ledgerBounds,
): Promise<Ledger> {
  const path = `${folder}/ledger.jsonl`;
  const { entries, whole } = parseLedger((await files.read('ledger.load', path)) ?? '');
  if (!whole) await files.writeAtomic('ledger.repair', path, formatLedger(entries), 0o600);
  const ledger = createLedger(files, folder, path, entries, bounds);
  const open = [...entries].filter(([, entry]) => entry.state === 'accepted').map(([id]) => id);
  for (const id of open) await ledger.finish(id, interrupted);
  return ledger;
}

function createLedger(
  files: Files,
  folder: string,
  path: string,
  entries: Map<CommandId, Entry>,
  bounds: { readonly entries: number; readonly bytes: number },
): Ledger {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  const fileOf = (id: CommandId) => `${folder}/outcomes/${id}`;
  // A failed append may have left half a line; the next one must not be glued to it.
  let torn = false;
  const write = async (line: LedgerLine): Promise<void> => {
    const text = formatLine(line);
    const separator = torn ? '\n' : '';
    torn = true;
    await files.append(`ledger.${line.state}`, path, `${separator}${text}`);
    torn = false;
    addLine(entries, line);
  };
  const sweep = async (): Promise<void> => {
    if (surplus(entries, { entries: bounds.entries * slack, bytes: bounds.bytes * slack }).length === 0)
      return;
    const gone = surplus(entries, bounds);
    for (const id of gone) entries.delete(id);
    await files.writeAtomic('ledger.sweep', path, formatLedger(entries), 0o600);
    for (const id of gone) await files.remove('ledger.sweepOutcome', fileOf(id));
  };
  return {
    entry: (id) => entries.get(id),
    accept: (id, digest) => inTurn(() => write({ state: 'accepted', id, digest })),
    finish: (id, outcome) =>
      inTurn(async () => {
        const packed = pack(outcome);
        await files.writeAtomic('ledger.outcome', fileOf(id), packed, 0o600);
        await write({ state: 'done', id, bytes: packed.length });
      }),
    acknowledge: (id) =>
      inTurn(async () => {
        if (entries.get(id)?.state !== 'done') return;
        await write({ state: 'acknowledged', id });
        await sweep();
      }),
    async outcome(id) {
      if ((entries.get(id)?.state ?? 'accepted') === 'accepted') return undefined;
      const text = await files.read('ledger.readOutcome', fileOf(id));
      if (text === undefined) return undefined;
      const outcome = outcomeFromBytes(Buffer.from(text, 'base64'));
      return outcome.ok ? outcome.value : undefined;
    },
    unacknowledged: () => [...entries].filter(([, entry]) => entry.state === 'done').map(([id]) => id),
  };
}

/** An outcome as its file has it: what travels, in base64, so that it is read with the same checks. */
function pack(outcome: CommandOutcome): string {
  const bytes = outcomeToBytes(outcome);
  if (bytes.ok) return Buffer.from(bytes.value).toString('base64');
  const { place, message } = bytes.error;
  return pack({ kind: 'failed', message: `the command ended, but how cannot be told: ${place} ${message}` });
}
