import { BondctlError } from '@bondctl/proto/model/error';
import type { Closing, MessageOf, Received } from '@bondctl/proto/model/session';
import { limits } from '@bondctl/proto/wire/limits';
import type { Clock } from '../kernel/ports.ts';
import { checkFrame } from './inbound.ts';
import type { Ledger } from './ledger.ts';
import type { Line } from './line.ts';
import type { Log } from './log.ts';
import { acknowledged, type Outbox } from './outbox.ts';

/** What receiving needs of the uplink. */
export interface ReceiverParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** The line that counts now; what another one says is not heard. */
  readonly line: () => Line | undefined;
  readonly ready: () => boolean;
  readonly box: () => Outbox;
  readonly setBox: (box: Outbox) => void;
  readonly heard: () => void;
  readonly welcomed: (line: Line, welcome: MessageOf<'welcome'>) => void;
  readonly refused: (refuse: MessageOf<'refuse'>) => void;
  /** Resolves when the message is durable here. */
  readonly numbered: (line: Line, body: Received) => Promise<void>;
  readonly broken: (closing: Closing, message: string) => void;
  readonly sendAck: (line: Line) => void;
  /** The controller asked for this host's clock, which the frame brought at `heardMs`. */
  readonly asked: (line: Line, askMs: number, heardMs: number) => void;
}

const pauseAt = 64;
const resumeAt = 16;

/**
 * The one reader of frames. INVARIANT: numbered frames are dealt with one after the other, and acknowledged only when
 * that is done.
 */
export class Receiver {
  readonly #parts: ReceiverParts;
  #heardSeq = 0;
  #durableSeq = 0;
  #heardAck = 0;
  #waiting = 0;
  #work: Promise<void> = Promise.resolve();
  #cancelAck: (() => void) | undefined;

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
  }

  /** The highest number of the controller's that is durable here. */
  ack(): number {
    return this.#durableSeq;
  }

  /** A frame went out, and the acknowledgement with it. */
  ackSent(): void {
    this.#cancelAck?.();
    this.#cancelAck = undefined;
  }

  /** Numbers start anew with every session. */
  sessionEnded(): void {
    this.#heardSeq = 0;
    this.#durableSeq = 0;
    this.#heardAck = 0;
    this.ackSent();
  }

  /** Resolves when everything received so far is dealt with. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** One frame of the controller. */
  frame(line: Line, bytes: Uint8Array): void {
    const heardMs = this.#parts.clock.monotonicMs();
    const { broken, box, setBox, heard, ledger } = this.#parts;
    const checked = checkFrame(bytes, this.#heardSeq, this.#heardAck);
    if (!checked.ok) {
      broken(checked.closing, checked.message);
      return;
    }
    heard();
    const { seq, ack, body } = checked.frame;
    const released = acknowledged(box(), ack);
    if (released === undefined) {
      broken('sequence', `acknowledgement ${ack} of what was never sent`);
      return;
    }
    setBox(released[0]);
    for (const id of released[1]) this.inTurn(line, () => ledger.acknowledge(id));
    this.#heardAck = ack;
    if (seq > 0) this.#heardSeq = seq;
    this.#message(line, seq, body);
    if (body.kind === 'heartbeat' && body.askMs !== undefined) this.#parts.asked(line, body.askMs, heardMs);
  }

  #message(line: Line, seq: number, body: Received): void {
    const ready = this.#parts.ready();
    if (body.kind === 'goodbye') this.#parts.log.info(body, 'the controller said goodbye');
    else if (body.kind === 'refuse' && !ready) this.#parts.refused(body);
    else if (body.kind === 'welcome' && !ready) this.#parts.welcomed(line, body);
    else if (!ready || body.kind === 'welcome' || body.kind === 'refuse') {
      this.#parts.broken('unexpected', `${body.kind} ${ready ? 'in a session' : 'before a welcome'}`);
    } else if (seq > 0) {
      this.inTurn(line, async () => {
        await this.#parts.numbered(line, body);
        if (this.#parts.line() === line) this.#durable(line, seq);
      });
    }
  }

  /** Does one thing after the other; the socket is paused while too much of it waits. */
  inTurn(line: Line, act: () => Promise<void>): void {
    this.#waiting += 1;
    if (this.#waiting >= pauseAt) line.pause();
    this.#work = this.#work
      .then(act)
      .catch((thrown: unknown) => {
        this.#parts.log.error({ err: thrown }, BondctlError.from(thrown).message);
        if (this.#parts.line() === line)
          this.#parts.broken('stopping', 'this host cannot store what it is told');
      })
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting <= resumeAt) line.resume();
      });
  }

  #durable(line: Line, seq: number): void {
    this.#durableSeq = seq;
    this.#cancelAck ??= this.#parts.clock.after(limits.ackDelayMs, () => {
      this.#cancelAck = undefined;
      if (this.#parts.line() === line && this.#parts.ready()) this.#parts.sendAck(line);
    });
  }
}
