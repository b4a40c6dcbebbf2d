import type { LinkEvent, Live } from '@bondctl/proto/model/command';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { Closing, MessageOf, Received } from '@bondctl/proto/model/session';
import { protocols } from '@bondctl/proto/wire/limits';
import { type Commands, createCommands } from './commands.ts';
import {
  type Connection,
  type ConnectionEffect,
  type ConnectionEvent,
  closed,
  nextTickMs,
  step,
} from './connection.ts';
import { hostOf } from './identity.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Ending, Line } from './line.ts';
import {
  answered,
  bounds,
  eventsWaiting,
  happened,
  interrupted,
  live,
  type Outbox,
  openOutbox,
  reported,
  requested,
  unacknowledged,
} from './outbox.ts';
import { Receiver } from './receiver.ts';
import { createRenewal, type Renewal } from './renew.ts';
import { Sender } from './sender.ts';
import type { Uplink, UplinkParts } from './uplink-parts.ts';

const renewalCheckMs = 3_600_000;

/** Opens the ledger and makes the uplink; `start` dials. */
export async function createUplink(parts: UplinkParts): Promise<Uplink> {
  return new AgentUplink(parts, await openLedger(parts.files, parts.stateDir));
}

/** INVARIANTS: one line at a time, and what an older line says is not heard; one timer for the machine. */
class AgentUplink implements Uplink {
  readonly #parts: UplinkParts;
  readonly #commands: Commands;
  readonly #renewal: Renewal;
  readonly #sender: Sender;
  readonly #receiver: Receiver;
  readonly #host: HostId;
  #box: Outbox;
  #connection: Connection = closed;
  #line: Line | undefined;
  #cancelTick: () => void = () => undefined;
  #cancelRenewal: () => void = () => undefined;
  #lastFence = 0;
  #sinceUnixMs: number | undefined;
  #protocol: number = protocols.min;

  constructor(parts: UplinkParts, ledger: Ledger) {
    this.#parts = parts;
    this.#box = openOutbox(ledger.unacknowledged());
    this.#host = hostOf(parts.identity.current.certificatePem);
    this.#renewal = createRenewal(parts, parts.identity);
    this.#commands = createCommands({
      ...parts,
      ledger,
      answer: (answer) => this.#queue(answered(this.#box, answer)),
      hasRoom: () => unacknowledged(this.#box) < bounds.outcomes,
    });
    const shared = {
      ledger,
      log: parts.log,
      clock: parts.clock,
      box: () => this.#box,
      setBox: (box: Outbox) => {
        this.#box = box;
      },
    };
    this.#sender = new Sender({
      ...shared,
      line: () => (this.connected() ? this.#line : undefined),
      ack: () => this.#receiver.ack(),
      sent: () => {
        this.#receiver.ackSent();
        this.#handle({ type: 'sent', nowMs: this.#nowMs() });
      },
      slow: () => this.#break('slow', 'too much waits to be sent'),
    });
    this.#receiver = new Receiver({
      ...shared,
      line: () => this.#line,
      ready: () => this.connected(),
      heard: () => this.#handle({ type: 'heard', nowMs: this.#nowMs() }),
      welcomed: (line, welcome) => this.#welcomed(line, welcome),
      refused: (refuse) => this.#refused(refuse),
      numbered: (line, body) => this.#numbered(line, body),
      broken: (closing, message) => this.#break(closing, message),
      asked: (line, askMs, heardMs) => this.#sender.answerClock(line, askMs, heardMs),
      sendAck: (line) => this.#sender.now(line, { kind: 'heartbeat' }),
    });
  }

  start(): void {
    this.#sinceUnixMs = this.#parts.clock.unixMs();
    this.#handle({ type: 'start', nowMs: this.#nowMs() });
  }

  async stop(): Promise<void> {
    this.#handle({ type: 'stop', nowMs: this.#nowMs() });
    await this.#receiver.settled();
  }

  sendReport(report: HostReport): void {
    this.#queue(reported(this.#box, report));
  }

  sendEvent(event: LinkEvent): void {
    this.#queue(happened(this.#box, event));
  }

  sendLive(fact: Live): void {
    if (this.connected()) this.#queue(live(this.#box, fact));
  }

  localAddress(): string | undefined {
    return this.#line?.localAddress();
  }

  connected(): boolean {
    return this.#connection.phase === 'ready';
  }

  sinceUnixMs(): number | undefined {
    return this.#sinceUnixMs;
  }

  events(): { readonly waiting: number; readonly lost: number } {
    return { waiting: eventsWaiting(this.#box), lost: this.#box.eventsLost };
  }

  takesCounters(): boolean {
    return this.connected() && this.#protocol >= protocols.counters;
  }

  #nowMs(): number {
    return this.#parts.clock.monotonicMs();
  }

  #chance(): { readonly nowMs: number; readonly jitter: number; readonly hurried: boolean } {
    return { nowMs: this.#nowMs(), jitter: this.#parts.random(), hurried: this.#parts.hurried() };
  }

  #queue(box: Outbox): void {
    this.#box = box;
    this.#sender.pump();
  }

  #handle(event: ConnectionEvent): void {
    const before = this.#connection;
    const [next, effects] = step(before, event);
    this.#connection = next;
    if ((before.phase === 'ready') !== this.connected()) this.#sinceUnixMs = this.#parts.clock.unixMs();
    // The goodbye still belongs to the session: it acknowledges what was heard in it.
    if (effects.includes('goodbye')) this.#perform('goodbye');
    if (before.phase === 'ready' && next.phase !== 'ready') this.#sessionEnded();
    for (const effect of effects) if (effect !== 'goodbye') this.#perform(effect);
    if (next.phase === 'waiting' && before.phase !== 'waiting') {
      this.#parts.log.info({ forMs: Math.round(next.untilMs - event.nowMs) }, 'waiting before dialing again');
    }
    this.#armTick();
  }

  #sessionEnded(): void {
    this.#box = interrupted(this.#box);
    this.#receiver.sessionEnded();
    this.#cancelRenewal();
  }

  #armTick(): void {
    this.#cancelTick();
    this.#cancelTick = () => undefined;
    const atMs = nextTickMs(this.#connection);
    if (atMs === undefined) return;
    const delayMs = Math.max(0, Math.ceil(atMs - this.#nowMs()));
    this.#cancelTick = this.#parts.clock.after(delayMs, () =>
      this.#handle({ type: 'tick', ...this.#chance() }),
    );
  }

  #perform(effect: ConnectionEffect): void {
    const line = this.#line;
    if (effect === 'dial') this.#dial();
    else if (effect === 'hello') this.#hello();
    else if (effect === 'heartbeat') {
      if (line !== undefined) this.#sender.now(line, { kind: 'heartbeat' });
    } else {
      effect satisfies 'goodbye' | 'terminate';
      this.#line = undefined;
      if (effect === 'goodbye' && line !== undefined) this.#goodbye(line);
      else line?.terminate();
    }
  }

  #dial(): void {
    const { hubUrl, caPem } = this.#renewal.identity();
    const whenMine = (act: () => void) => {
      if (this.#line === line) act();
    };
    const line: Line = this.#parts.dial(
      { url: hubUrl, caPem, credentials: this.#renewal.pick() },
      {
        opened: () => whenMine(() => this.#handle({ type: 'opened', nowMs: this.#nowMs() })),
        frame: (bytes) =>
          whenMine(() => {
            this.#receiver.frame(line, bytes);
            this.#sender.pump();
          }),
        flushed: () => whenMine(() => this.#sender.pump()),
        gone: (ending) => whenMine(() => this.#gone(ending)),
      },
    );
    this.#line = line;
  }

  #hello(): void {
    if (this.#line === undefined) return;
    this.#sender.now(this.#line, {
      kind: 'hello',
      protocolMin: protocols.min,
      protocolMax: protocols.max,
      host: this.#host,
      agentVersion: this.#parts.agentVersion,
      epoch: this.#parts.epoch,
      lastFence: this.#lastFence,
    });
  }

  #goodbye(line: Line): void {
    const message = 'the agent ends this session';
    this.#sender.now(line, { kind: 'goodbye', closing: 'stopping', message });
    line.close('stopping', message);
  }

  #gone({ message, closing, retryAfterMs }: Ending): void {
    this.#line = undefined;
    this.#parts.log.warn({ closing, message }, 'the connection to the controller ended');
    this.#handle({ type: 'gone', closing, retryAfterMs, ...this.#chance() });
  }

  /** This side ends the line, with a code that says why. */
  #break(closing: Closing, message: string): void {
    this.#line?.close(closing, message);
    if (this.#line !== undefined) this.#gone({ closing, message, retryAfterMs: undefined });
  }

  #refused(refuse: MessageOf<'refuse'>): void {
    this.#parts.log.warn({ code: refuse.code }, `the controller refuses this host: ${refuse.message}`);
    this.#handle({ ...refuse, type: 'refused', ...this.#chance() });
  }

  #welcomed(line: Line, welcome: MessageOf<'welcome'>): void {
    if (welcome.fence <= this.#lastFence) {
      this.#break('unexpected', `fence ${welcome.fence} is not higher than ${this.#lastFence}`);
      return;
    }
    const heardMs = this.#nowMs();
    this.#lastFence = welcome.fence;
    this.#protocol = welcome.protocol;
    this.#handle({ type: 'welcomed', welcome, nowMs: heardMs });
    // Before any event: the controller dates them by this clock.
    if (welcome.askMs !== undefined) this.#sender.answerClock(line, welcome.askMs, heardMs);
    this.#parts.log.info({ session: welcome.session }, 'connected to the controller');
    this.#receiver.inTurn(line, async () => {
      await this.#renewal.welcomed();
      if (this.#line === line) this.#checkRenewal(line);
    });
    const report = this.#parts.currentReport();
    if (report !== undefined) this.#queue(reported(this.#box, report));
  }

  async #numbered(line: Line, body: Received): Promise<void> {
    if (body.kind === 'command' || body.kind === 'unreadableCommand') await this.#commands.receive(body);
    if (body.kind !== 'certOffer') return;
    const fits = await this.#renewal.offered(body.certificatePem);
    if (!fits) this.#parts.log.warn({}, 'the offered certificate is not for the key that was asked for');
    else if (this.#line === line) this.#handle({ type: 'renewed', nowMs: this.#nowMs() });
  }

  /** Asks for a new certificate when it is time and no command is under way, and looks again later. */
  #checkRenewal(line: Line): void {
    const request =
      this.#commands.open() > 0 ? undefined : this.#renewal.request((label) => line.keyingMaterial(label));
    if (request !== undefined) this.#queue(requested(this.#box, request));
    const delayMs = Math.min(renewalCheckMs, this.#renewal.lookAgainMs());
    this.#cancelRenewal = this.#parts.clock.after(delayMs, () => this.#checkRenewal(line));
  }
}
