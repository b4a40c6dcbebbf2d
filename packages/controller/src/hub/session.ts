import type { HostId } from '@bondctl/proto/model/names';
import type {
  ClockAnswer,
  Closing,
  Frame,
  Hello,
  Message,
  MessageOf,
  Received,
  RefuseCode,
  Welcome,
} from '@bondctl/proto/model/session';
import { protocols } from '@bondctl/proto/wire/limits';

/** Numbers and times of one session, in monotonic ms. */
interface Running {
  readonly heartbeatMs: number;
  readonly heardMs: number;
  readonly sentMs: number;
  /** When the agent was asked for its clock last. */
  readonly askedMs: number;
  /** The agent's numbers: the last heard, and the last that is durable here. */
  readonly heardSeq: number;
  readonly durableSeq: number;
  /** Our numbers: the last given, and the last the agent acknowledged. */
  readonly lastSeq: number;
  readonly heardAck: number;
}

/** One agent's session. `host` is the certificate's, from the first moment on. */
export type Session =
  | { readonly phase: 'greeting'; readonly host: HostId; readonly deadlineMs: number }
  | { readonly phase: 'admitting'; readonly host: HostId }
  | (Running & { readonly phase: 'open'; readonly host: HostId })
  | { readonly phase: 'over' };

/** What happens to a session. */
export type SessionEvent =
  | { readonly type: 'frame'; readonly frame: Frame<Received>; readonly nowMs: number }
  | { readonly type: 'broken'; readonly message: string }
  | { readonly type: 'admitted'; readonly welcome: Welcome; readonly nowMs: number }
  | {
      readonly type: 'denied';
      readonly code: RefuseCode;
      readonly retryAfterMs: number;
      readonly message: string;
    }
  | { readonly type: 'send'; readonly body: Message; readonly numbered: boolean; readonly nowMs: number }
  | { readonly type: 'durable'; readonly seq: number }
  | { readonly type: 'acknowledge'; readonly nowMs: number }
  | { readonly type: 'tick'; readonly nowMs: number }
  | { readonly type: 'end'; readonly closing: Closing; readonly message: string }
  | { readonly type: 'gone' };

/** What the shell does. `deliver` carries the number that becomes durable when the delivery is done, 0 for none. */
export type SessionEffect =
  | { readonly do: 'admit'; readonly hello: Hello }
  | { readonly do: 'write'; readonly frame: Frame }
  | { readonly do: 'deliver'; readonly seq: number; readonly body: Received }
  | { readonly do: 'learnClock'; readonly answer: ClockAnswer; readonly receivedMs: number }
  | { readonly do: 'acknowledgeSoon' }
  | { readonly do: 'close'; readonly closing: Closing; readonly message: string }
  | { readonly do: 'terminate'; readonly message: string };

type Step = readonly [Session, readonly SessionEffect[]];

const over: Session = { phase: 'over' };
const helloMs = 10_000;
const silentHeartbeats = 2.5;

/** A session before its Hello. */
export const greeting = (host: HostId, nowMs: number): Session => ({
  phase: 'greeting',
  host,
  deadlineMs: nowMs + helloMs,
});

/** What an agent may send in a session, and which of it carries a number. */
const numbered: ReadonlySet<Received['kind']> = new Set([
  'accepted',
  'outcome',
  'unreadableOutcome',
  'state',
  'linkEvents',
  'gap',
  'certRequest',
]);
const unnumbered: ReadonlySet<Received['kind']> = new Set([
  'heartbeat',
  'progress',
  'samples',
  'counters',
  'goodbye',
]);

const close = (closing: Closing, message: string): Step => [over, [{ do: 'close', closing, message }]];

const note = (body: Message, ack = 0): Frame => ({ seq: 0, ack, body });

/** One agent's session, from its Hello to its end. Pure and total. */
export function step(state: Session, event: SessionEvent): Step {
  if (state.phase === 'over') return [state, []];
  switch (event.type) {
    case 'gone':
      return [over, []];
    case 'broken':
      return close('malformed', event.message);
    case 'end':
      return end(state, event.closing, event.message);
    case 'frame':
      return frame(state, event);
    case 'admitted':
      return state.phase === 'admitting' ? admitted(state.host, event) : [state, []];
    case 'denied':
      return state.phase === 'admitting' ? denied(event) : [state, []];
    case 'tick':
      return tick(state, event.nowMs);
    case 'send':
      return state.phase === 'open' ? send(state, event.body, event.numbered, event.nowMs) : [state, []];
    case 'durable':
      return state.phase === 'open'
        ? [{ ...state, durableSeq: event.seq }, [{ do: 'acknowledgeSoon' }]]
        : [state, []];
    case 'acknowledge':
      return state.phase === 'open' ? beat(state, event.nowMs) : [state, []];
    default:
      return event satisfies never;
  }
}

function end(state: Exclude<Session, { phase: 'over' }>, closing: Closing, message: string): Step {
  const ack = state.phase === 'open' ? state.durableSeq : 0;
  const frame = note({ kind: 'goodbye', closing, message }, ack);
  return [
    over,
    [
      { do: 'write', frame },
      { do: 'close', closing, message },
    ],
  ];
}

function denied({ code, retryAfterMs, message }: Extract<SessionEvent, { type: 'denied' }>): Step {
  const refuse: MessageOf<'refuse'> = { kind: 'refuse', code, retryAfterMs, message };
  return [
    over,
    [
      { do: 'write', frame: note(refuse) },
      { do: 'close', closing: 'refused', message },
    ],
  ];
}

function admitted(host: HostId, { welcome, nowMs }: Extract<SessionEvent, { type: 'admitted' }>): Step {
  const open: Session = {
    phase: 'open',
    host,
    heartbeatMs: welcome.heartbeatMs,
    heardMs: nowMs,
    sentMs: nowMs,
    askedMs: nowMs,
    heardSeq: 0,
    durableSeq: 0,
    lastSeq: 0,
    heardAck: 0,
  };
  return [open, [{ do: 'write', frame: note({ kind: 'welcome', ...welcome, askMs: nowMs }) }]];
}

type Open = Extract<Session, { phase: 'open' }>;

function send(state: Open, body: Message, isNumbered: boolean, nowMs: number): Step {
  const lastSeq = isNumbered ? state.lastSeq + 1 : state.lastSeq;
  const frame: Frame = { seq: isNumbered ? lastSeq : 0, ack: state.durableSeq, body };
  return [{ ...state, lastSeq, sentMs: nowMs }, [{ do: 'write', frame }]];
}

/** A heartbeat asks for the agent's clock where it has not been asked for a while. */
function beat(state: Open, nowMs: number): Step {
  if (nowMs - state.askedMs < state.heartbeatMs) return send(state, { kind: 'heartbeat' }, false, nowMs);
  return send({ ...state, askedMs: nowMs }, { kind: 'heartbeat', askMs: nowMs }, false, nowMs);
}

function tick(state: Exclude<Session, { phase: 'over' }>, nowMs: number): Step {
  if (state.phase === 'greeting') {
    return nowMs >= state.deadlineMs ? close('silent', `no Hello within ${helloMs / 1000} s`) : [state, []];
  }
  if (state.phase === 'admitting') return [state, []];
  if (nowMs - state.heardMs >= state.heartbeatMs * silentHeartbeats) {
    return [over, [{ do: 'terminate', message: `nothing heard for ${silentHeartbeats} heartbeats` }]];
  }
  const isDue = nowMs - Math.min(state.sentMs, state.askedMs) >= state.heartbeatMs;
  return isDue ? beat(state, nowMs) : [state, []];
}

function frame(
  state: Exclude<Session, { phase: 'over' }>,
  event: Extract<SessionEvent, { type: 'frame' }>,
): Step {
  const { body } = event.frame;
  switch (state.phase) {
    case 'greeting':
      return body.kind === 'hello'
        ? hello(state.host, body)
        : close('unexpected', `${body.kind} before Hello`);
    case 'admitting':
      return close('unexpected', `${body.kind} before Welcome`);
    case 'open':
      return inSession(state, event.frame, event.nowMs);
    default:
      return state satisfies never;
  }
}

function hello(host: HostId, body: MessageOf<'hello'>): Step {
  if (body.host !== host) {
    const message = `the certificate is that of ${host}, but the agent says it is ${body.host}; join again on this host`;
    return denied({ type: 'denied', code: 'identity', retryAfterMs: 0, message });
  }
  if (body.protocolMin > protocols.max || body.protocolMax < protocols.min) {
    const message = `the agent speaks protocol ${body.protocolMin} to ${body.protocolMax}, this controller ${protocols.min} to ${protocols.max}; upgrade the older one`;
    return denied({ type: 'denied', code: 'version', retryAfterMs: 0, message });
  }
  const { kind: _, ...rest } = body;
  return [{ phase: 'admitting', host }, [{ do: 'admit', hello: rest }]];
}

function inSession(state: Open, { seq, ack, body }: Frame<Received>, nowMs: number): Step {
  const isNumbered = numbered.has(body.kind);
  if (!isNumbered && !unnumbered.has(body.kind)) {
    return close('unexpected', `an agent sends no ${body.kind} in a session`);
  }
  if (seq !== (isNumbered ? state.heardSeq + 1 : 0)) {
    return close('sequence', `${body.kind} came with number ${seq} after ${state.heardSeq}`);
  }
  if (ack < state.heardAck || ack > state.lastSeq) {
    return close('sequence', `acknowledgement ${ack} is not between ${state.heardAck} and ${state.lastSeq}`);
  }
  const heardSeq = isNumbered ? seq : state.heardSeq;
  const next: Session = { ...state, heardSeq, heardAck: ack, heardMs: nowMs };
  if (body.kind !== 'heartbeat') return [next, [{ do: 'deliver', seq, body }]];
  const { clock } = body;
  return [next, clock === undefined ? [] : [{ do: 'learnClock', answer: clock, receivedMs: nowMs }]];
}
