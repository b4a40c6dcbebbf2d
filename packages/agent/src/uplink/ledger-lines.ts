import { type CommandId, parseId } from '@bondctl/proto/model/names';

/** One line of the ledger. `done` says how many bytes the outcome's file has. */
export type LedgerLine =
  | { readonly state: 'accepted'; readonly id: CommandId; readonly digest: string }
  | { readonly state: 'done'; readonly id: CommandId; readonly bytes: number }
  | { readonly state: 'acknowledged'; readonly id: CommandId };

/** What the ledger knows of one command. */
export interface Entry {
  readonly digest: string;
  readonly state: LedgerLine['state'];
  /** Bytes of the outcome's file; 0 while the command is open. */
  readonly bytes: number;
}

/** The ledger in memory: by id, oldest first. */
export type Entries = ReadonlyMap<CommandId, Entry>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** One line as text, with its newline. */
export const formatLine = (line: LedgerLine): string => `${JSON.stringify(line)}\n`;

function parseLine(text: string): LedgerLine | undefined {
  let value: { state?: unknown; id?: unknown; digest?: unknown; bytes?: unknown };
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    return undefined;
  }
  const id = parseId('cmd', isText(value?.id) ? value.id : '');
  if (!id.ok) return undefined;
  if (value.state === 'accepted' && isText(value.digest))
    return { state: 'accepted', id: id.value, digest: value.digest };
  if (value.state === 'done' && Number.isSafeInteger(value.bytes))
    return { state: 'done', id: id.value, bytes: Number(value.bytes) };
  return value.state === 'acknowledged' ? { state: 'acknowledged', id: id.value } : undefined;
}

/** Adds a line to what is known; a line about a command that was never accepted changes nothing. */
export function addLine(entries: Map<CommandId, Entry>, line: LedgerLine): void {
  const entry = entries.get(line.id);
  if (line.state === 'accepted') {
    if (entry === undefined) entries.set(line.id, { digest: line.digest, state: 'accepted', bytes: 0 });
  } else if (entry !== undefined) {
    const bytes = line.state === 'done' ? line.bytes : entry.bytes;
    entries.set(line.id, { ...entry, state: line.state, bytes });
  }
}

/**
 * The text of a ledger. `whole` is false when something in it could not be read: a torn last line is normal after a power
 * loss; whatever it is, it was never acted on, because a line is on disk before its act.
 */
export function parseLedger(text: string): {
  readonly entries: Map<CommandId, Entry>;
  readonly whole: boolean;
} {
  const entries = new Map<CommandId, Entry>();
  const lines = text.split('\n');
  let whole = lines.pop() === '';
  for (const one of lines) {
    const line = parseLine(one);
    if (line === undefined) whole = false;
    else addLine(entries, line);
  }
  return { entries, whole };
}

/** The shortest text that says the same. */
export function formatLedger(entries: Entries): string {
  const lines = [...entries].flatMap(([id, { digest, state, bytes }]): LedgerLine[] => [
    { state: 'accepted', id, digest },
    ...(state === 'accepted' ? [] : [{ state: 'done' as const, id, bytes }]),
    ...(state === 'acknowledged' ? [{ state, id }] : []),
  ]);
  return lines.map(formatLine).join('');
}

/** Acknowledged commands beyond the bounds, oldest first. Open and unacknowledged ones never go. */
export function surplus(
  entries: Entries,
  bounds: { readonly entries: number; readonly bytes: number },
): readonly CommandId[] {
  const finished = [...entries].filter(([, entry]) => entry.state === 'acknowledged');
  let bytes = finished.reduce((sum, [, entry]) => sum + entry.bytes, 0);
  let count = finished.length;
  const gone: CommandId[] = [];
  for (const [id, entry] of finished) {
    if (count <= bounds.entries && bytes <= bounds.bytes) break;
    gone.push(id);
    count -= 1;
    bytes -= entry.bytes;
  }
  return gone;
}
