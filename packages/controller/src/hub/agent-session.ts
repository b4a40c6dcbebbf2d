import { describeFlaw } from '@bondctl/proto/convert/field';
import { frameFromBytes, frameToBytes } from '@bondctl/proto/convert/frame';
import type {
  Closing,
  Frame,
  Hello,
  Message,
  Received,
  RefuseCode,
  Welcome,
} from '@bondctl/proto/model/session';
import { limits } from '@bondctl/proto/wire/limits';
import type { HubClock } from './clock.ts';
import { type HostClock, learned } from './host-clock.ts';
import type { HubLog } from './log.ts';
import type { Peer } from './peer.ts';
import { greeting, type Session, type SessionEffect, type SessionEvent, step } from './session.ts';

/** What a session needs of the hub. */
export interface AgentSessionParts {
  readonly peer: Peer;
  readonly clock: HubClock;
  readonly log: HubLog;
  /** Decides about a Hello; answers with `admit` or `deny` of the session. */
  readonly admit: (session: AgentSession, hello: Hello) => Promise<void>;
  /** Resolves when the message is durable here. */
  readonly deliver: (session: AgentSession, body: Received) => Promise<void>;
  readonly ended: (session: AgentSession, message: string) => void;
}

const pauseAt = 64;
const resumeAt = 16;

/** The shell around one agent's machine. Whatever goes wrong in here ends this session and no other. */
export class AgentSession {
  readonly #parts: AgentSessionParts;
  readonly peer: Peer;
  #state: Session;
  #waiting = 0;
  #work: Promise<void> = Promise.resolve();
  #cancelAck: (() => void) | undefined;
  #heardMs: number;
  #hasEnded = false;
  #hostClock: HostClock = [];

  constructor(parts: AgentSessionParts) {
    this.#parts = parts;
    this.peer = parts.peer;
    this.#heardMs = parts.clock.monotonicMs();
    this.#state = greeting(parts.peer.host, this.#heardMs);
  }

  /** Monotonic ms of the last frame. */
  heardMs(): number {
    return this.#heardMs;
  }

  /** What is known of the agent's clock. */
  hostClock(): HostClock {
    return this.#hostClock;
  }

  isOpen(): boolean {
    return this.#state.phase === 'open';
  }

  isOver(): boolean {
    return this.#state.phase === 'over';
  }

  frame(bytes: Uint8Array): void {
    if (this.isOver()) return;
    const nowMs = this.#parts.clock.monotonicMs();
    const read = frameFromBytes(bytes);
    if (read.ok) {
      this.#heardMs = nowMs;
      this.#handle({ type: 'frame', frame: read.value, nowMs });
    } else this.#handle({ type: 'broken', message: describeFlaw(read.error) });
  }

  gone(message: string): void {
    this.#handle({ type: 'gone' });
    this.#end(message);
  }

  admit(welcome: Welcome): void {
    this.#handle({ type: 'admitted', welcome, nowMs: this.#parts.clock.monotonicMs() });
  }

  deny(code: RefuseCode, message: string, retryAfterMs: number): void {
    this.#handle({ type: 'denied', code, message, retryAfterMs });
  }

  /** Sends a numbered message; nothing happens when the session is not open. */
  send(body: Message): void {
    this.#handle({ type: 'send', body, numbered: true, nowMs: this.#parts.clock.monotonicMs() });
  }

  end(closing: Closing, message: string): void {
    this.#handle({ type: 'end', closing, message });
  }

  /** Deadlines and heartbeats; called at least four times per heartbeat. */
  tick(): void {
    const { bytes, forMs } = this.peer.waiting();
    if (bytes > limits.sendBytes || forMs > limits.sendMs) this.end('slow', 'too much waits to be sent');
    else this.#handle({ type: 'tick', nowMs: this.#parts.clock.monotonicMs() });
  }

  /** Resolves when everything received so far is dealt with. */
  settled(): Promise<void> {
    return this.#work;
  }

  #handle(event: SessionEvent): void {
    const [next, effects] = step(this.#state, event);
    this.#state = next;
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: SessionEffect): void {
    switch (effect.do) {
      case 'admit':
        this.#inTurn(() => this.#parts.admit(this, effect.hello));
        break;
      case 'write':
        this.#write(effect.frame);
        break;
      case 'deliver':
        this.#deliver(effect.seq, effect.body);
        break;
      case 'learnClock':
        this.#hostClock = learned(this.#hostClock, { ...effect.answer, receivedMs: effect.receivedMs });
        break;
      case 'acknowledgeSoon':
        this.#acknowledgeSoon();
        break;
      case 'close':
        this.peer.close(effect.closing, effect.message);
        this.#end(`${effect.closing}: ${effect.message}`);
        break;
      case 'terminate':
        this.peer.terminate();
        this.#end(effect.message);
        break;
      default:
        effect satisfies never;
    }
  }

  #write(frame: Frame): void {
    const bytes = frameToBytes(frame);
    if (bytes.ok) {
      this.#cancelAck?.();
      this.#cancelAck = undefined;
      this.peer.send(bytes.value);
    } else {
      // The number is given: without the frame the agent would find a hole, so the session starts anew.
      this.#parts.log.error({ host: this.peer.host, why: describeFlaw(bytes.error) }, 'cannot be sent');
      this.end('stopping', 'a message could not be written');
    }
  }

  #deliver(seq: number, body: Received): void {
    this.#inTurn(async () => {
      await this.#parts.deliver(this, body);
      if (seq > 0) this.#handle({ type: 'durable', seq });
    });
  }

  /** One thing after the other; the socket is paused while too much waits. */
  #inTurn(act: () => Promise<void>): void {
    this.#waiting += 1;
    if (this.#waiting >= pauseAt) this.peer.pause();
    this.#work = this.#work
      .then(act)
      .catch((thrown: unknown) => {
        this.#parts.log.error({ host: this.peer.host, err: thrown }, 'a message could not be dealt with');
        this.end('stopping', 'the controller could not store what it was told');
      })
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting <= resumeAt) this.peer.resume();
      });
  }

  #acknowledgeSoon(): void {
    this.#cancelAck ??= this.#parts.clock.after(limits.ackDelayMs, () => {
      this.#cancelAck = undefined;
      this.#handle({ type: 'acknowledge', nowMs: this.#parts.clock.monotonicMs() });
    });
  }

  #end(message: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#cancelAck?.();
    this.#parts.ended(this, message);
  }
}
