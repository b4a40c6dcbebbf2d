import { frameToBytes } from '@bondctl/proto/convert/frame';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { CommandId } from '@bondctl/proto/model/names';
import type { Message } from '@bondctl/proto/model/session';
import { limits } from '@bondctl/proto/wire/limits';
import type { Ledger } from './ledger.ts';
import type { Line } from './line.ts';
import type { Log } from './log.ts';
import { calmed, type Item, next, nextLive, type Outbox, withdrawn } from './outbox.ts';

/** What sending needs of the uplink. `line` is undefined while there is no session. */
export interface SenderParts {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly line: () => Line | undefined;
  readonly box: () => Outbox;
  readonly setBox: (box: Outbox) => void;
  /** The highest number of the controller's that is durable here. */
  readonly ack: () => number;
  readonly sent: () => void;
  /** Too much waits to be sent. */
  readonly slow: () => void;
}

/** Empties the outbox onto the line as far as the line takes it. */
export interface Sender {
  /** Sends what waits; calls while it is at work make it look again. */
  pump(): void;
  /** Sends one message without a number, at once. */
  now(line: Line, message: Message): void;
}

const handOverBytes = 64 * 1024;
const missing = 'the outcome is not on this host any more; ask for the state of the host';

/** The one writer of frames. One numbered frame at a time: an outcome is read from disk while others wait. */
export function createSender(parts: SenderParts): Sender {
  let atWork = false;
  let again = false;

  function write(line: Line, seq: number, message: Message): string | undefined {
    const bytes = frameToBytes({ seq, ack: parts.ack(), body: message });
    if (!bytes.ok) return `${bytes.error.place} ${bytes.error.message}`;
    line.send(bytes.value);
    parts.sent();
    return undefined;
  }

  const outcomeOf = async (id: CommandId): Promise<CommandOutcome> =>
    (await parts.ledger.outcome(id)) ?? { kind: 'failed', message: missing };

  async function messageOf(item: Item): Promise<Message> {
    if (item.kind === 'outcome') return { ...item, outcome: await outcomeOf(item.id) };
    if (item.kind === 'refused') return { kind: 'outcome', id: item.id, outcome: item.outcome };
    return item.kind === 'gap' ? { kind: 'gap', ...item.gap } : item;
  }

  /** An outcome that does not fit says so; anything else that cannot be written is left out, loudly. */
  function substitute(line: Line, seq: number, message: Message, why: string): void {
    parts.log.error({ kind: message.kind, why }, 'cannot be sent');
    if (message.kind === 'outcome') {
      const outcome = { kind: 'failed', message: `the command ended, but its outcome ${why}` } as const;
      write(line, seq, { ...message, outcome });
    } else parts.setBox(withdrawn(parts.box()));
  }

  /** True when there may be more to send. */
  async function one(line: Line): Promise<boolean> {
    const { bytes, forMs } = line.waiting();
    if (bytes > limits.calmBytes) parts.setBox(calmed(parts.box()));
    if (bytes > limits.sendBytes || forMs > limits.sendMs) {
      parts.slow();
      return false;
    }
    if (bytes > handOverBytes) return false;
    const taken = next(parts.box());
    if (taken === undefined) return liveOne(line);
    const [seq, item, box] = taken;
    parts.setBox(box);
    const message = await messageOf(item);
    if (parts.line() !== line) return false;
    const why = write(line, seq, message);
    if (why !== undefined) substitute(line, seq, message, why);
    return true;
  }

  function liveOne(line: Line): boolean {
    const taken = nextLive(parts.box());
    if (taken === undefined) return false;
    parts.setBox(taken[1]);
    const why = write(line, 0, taken[0]);
    if (why !== undefined) parts.log.error({ kind: taken[0].kind, why }, 'cannot be sent');
    return true;
  }

  async function work(): Promise<void> {
    do {
      again = false;
      const line = parts.line();
      while (line !== undefined && parts.line() === line && (await one(line)));
    } while (again);
  }

  return {
    pump() {
      again = true;
      if (atWork) return;
      atWork = true;
      work()
        .catch((thrown: unknown) => parts.log.error({ err: thrown }, 'sending failed'))
        .finally(() => {
          atWork = false;
        });
    },
    now: (line, message) => {
      const why = write(line, 0, message);
      if (why !== undefined) parts.log.error({ kind: message.kind, why }, 'cannot be sent');
    },
  };
}
