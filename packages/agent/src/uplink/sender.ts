import { describeFlaw } from '@bondctl/proto/convert/field';
import { frameToBytes } from '@bondctl/proto/convert/frame';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { CommandId } from '@bondctl/proto/model/names';
import type { Message } from '@bondctl/proto/model/session';
import { limits } from '@bondctl/proto/wire/limits';
import type { Clock } from '../kernel/ports.ts';
import type { Ledger } from './ledger.ts';
import type { Line } from './line.ts';
import type { Log } from './log.ts';
import { calmed, type Item, next, nextLive, type Outbox, withdrawn } from './outbox.ts';

/** What sending needs of the uplink. `line` is undefined while there is no session. */
export interface SenderParts {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly line: () => Line | undefined;
  readonly box: () => Outbox;
  readonly setBox: (box: Outbox) => void;
  /** The highest number of the controller's that is durable here. */
  readonly ack: () => number;
  readonly sent: () => void;
  /** Too much waits to be sent. */
  readonly slow: () => void;
}

const handOverBytes = 64 * 1024;
const missing = 'the outcome is not on this host any more; ask for the state of the host';

/** The one writer of frames. One numbered frame at a time: an outcome is read from disk while others wait. */
export class Sender {
  readonly #parts: SenderParts;
  #atWork = false;
  #again = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Sends what waits, as far as the line takes it; a call while it is at work makes it look again. */
  pump(): void {
    this.#again = true;
    if (this.#atWork) return;
    this.#atWork = true;
    this.#work()
      .catch((thrown: unknown) => this.#parts.log.error({ err: thrown }, 'sending failed'))
      .finally(() => {
        this.#atWork = false;
        // Asked for between the last look and now.
        if (this.#again) this.pump();
      });
  }

  /** Sends one message without a number, at once. */
  now(line: Line, message: Message): void {
    const why = this.#write(line, 0, message);
    if (why !== undefined) this.#parts.log.error({ kind: message.kind, why }, 'cannot be sent');
  }

  /** Says how the clocks of this host stood while the controller's question was here; nothing where the session is over. */
  answerClock(line: Line, askMs: number, heardMs: number): void {
    if (this.#parts.line() !== line) return;
    const { clock } = this.#parts;
    const stood = { askMs, heardMs, sentMs: clock.monotonicMs(), sentUnixMs: clock.unixMs() };
    this.now(line, { kind: 'heartbeat', clock: stood });
  }

  async #work(): Promise<void> {
    do {
      this.#again = false;
      // What one look found comes in one turn: it shares a frame, and its place on the controller's disk.
      await Promise.resolve();
      const line = this.#parts.line();
      while (line !== undefined && this.#parts.line() === line && (await this.#one(line)));
    } while (this.#again);
  }

  /** True when there may be more to send. */
  async #one(line: Line): Promise<boolean> {
    const { box, setBox, slow } = this.#parts;
    const { bytes, forMs } = line.waiting();
    if (bytes > limits.calmBytes) setBox(calmed(box()));
    if (bytes > limits.sendBytes || forMs > limits.sendMs) {
      slow();
      return false;
    }
    if (bytes > handOverBytes) return false;
    const taken = next(box());
    if (taken === undefined) return this.#live(line);
    const [seq, item, rest] = taken;
    setBox(rest);
    const message = await this.#messageOf(item);
    if (this.#parts.line() !== line) return false;
    const why = this.#write(line, seq, message);
    if (why !== undefined) this.#substitute(line, seq, message, why);
    return true;
  }

  #live(line: Line): boolean {
    const taken = nextLive(this.#parts.box());
    if (taken === undefined) return false;
    this.#parts.setBox(taken[1]);
    this.now(line, taken[0]);
    return true;
  }

  async #messageOf(item: Item): Promise<Message> {
    if (item.kind === 'outcome') return { ...item, outcome: await this.#outcomeOf(item.id) };
    if (item.kind === 'refused') return { kind: 'outcome', id: item.id, outcome: item.outcome };
    return item.kind === 'gap' ? { kind: 'gap', ...item.gap } : item;
  }

  async #outcomeOf(id: CommandId): Promise<CommandOutcome> {
    return (await this.#parts.ledger.outcome(id)) ?? { kind: 'failed', message: missing };
  }

  /** Undefined when it was written, else why not. */
  #write(line: Line, seq: number, message: Message): string | undefined {
    const bytes = frameToBytes({ seq, ack: this.#parts.ack(), body: message });
    if (!bytes.ok) return describeFlaw(bytes.error);
    line.send(bytes.value);
    this.#parts.sent();
    return undefined;
  }

  /** An outcome that does not fit says so; anything else that cannot be written is left out, loudly. */
  #substitute(line: Line, seq: number, message: Message, why: string): void {
    this.#parts.log.error({ kind: message.kind, why }, 'cannot be sent');
    if (message.kind === 'outcome') {
      const outcome = {
        kind: 'failed',
        message: `the command ended, but how cannot be told: ${why}`,
      } as const;
      this.#write(line, seq, { ...message, outcome });
    } else this.#parts.setBox(withdrawn(this.#parts.box()));
  }
}
