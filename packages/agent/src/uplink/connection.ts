import type { Closing, RefuseCode, Welcome } from '@bondctl/proto/model/session';

/** What the machine remembers across phases. */
interface Memory {
  /** Dials since a session last stood for a minute. */
  readonly failures: number;
  /** From the last Welcome. */
  readonly spreadMs: number;
}

/** Where the one connection to the controller stands. Times are the host's monotonic ms. */
export type Connection =
  | { readonly phase: 'closed' }
  | (Memory & { readonly phase: 'dialing'; readonly deadlineMs: number })
  | (Memory & {
      readonly phase: 'ready';
      readonly sinceMs: number;
      readonly heartbeatMs: number;
      readonly heardMs: number;
      readonly sentMs: number;
    })
  | (Memory & { readonly phase: 'waiting'; readonly untilMs: number });

/** What a wait depends on besides its history: a random number from 0 to 1, and whether a change here awaits its decision. */
interface Chance {
  readonly jitter: number;
  readonly hurried: boolean;
}

/** What happens to it. */
export type ConnectionEvent = { readonly nowMs: number } & (
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'opened' }
  | { readonly type: 'welcomed'; readonly welcome: Welcome }
  | (Chance & {
      readonly type: 'refused';
      readonly code: RefuseCode;
      readonly retryAfterMs: number;
    })
  | (Chance & {
      readonly type: 'gone';
      readonly closing?: Closing | undefined;
      readonly retryAfterMs?: number | undefined;
    })
  | { readonly type: 'heard' }
  | { readonly type: 'sent' }
  | { readonly type: 'renewed' }
  | (Chance & { readonly type: 'tick' })
);

/** What the shell does: dial a new socket, say Hello or Heartbeat on it, let it go with or without a goodbye. */
export type ConnectionEffect = 'dial' | 'hello' | 'heartbeat' | 'goodbye' | 'terminate';

type Step = readonly [Connection, readonly ConnectionEffect[]];

const connectMs = 10_000;
const answerMs = 10_000;
const healthyMs = 60_000;
const longestWaitMs = 60_000;
/** Few hosts are in a change at a time, so they may knock often without making a herd. */
const hurriedWaitMs = 2000;
const personMs = 300_000;
const silentHeartbeats = 2.5;
const firstSpreadMs = 1000;

/** The state before `start`. */
export const closed: Connection = { phase: 'closed' };

const dialing = (memory: Memory, nowMs: number): Step => [
  { phase: 'dialing', failures: memory.failures, spreadMs: memory.spreadMs, deadlineMs: nowMs + connectMs },
  ['dial'],
];

const waiting = (memory: Memory, untilMs: number, ...effects: readonly ConnectionEffect[]): Step => [
  { phase: 'waiting', failures: memory.failures, spreadMs: memory.spreadMs, untilMs },
  effects,
];

/** When to tick next; undefined when there is nothing to wait for. */
export function nextTickMs(state: Connection): number | undefined {
  switch (state.phase) {
    case 'closed':
      return undefined;
    case 'dialing':
      return state.deadlineMs;
    case 'waiting':
      return state.untilMs;
    case 'ready':
      return Math.min(state.sentMs + state.heartbeatMs, state.heardMs + state.heartbeatMs * silentHeartbeats);
    default:
      return state satisfies never;
  }
}

/** How long to wait after failure number `failures`: full jitter, so that a fleet never moves in step. */
export const backoffMs = (failures: number, { jitter, hurried }: Chance): number =>
  jitter * Math.min(hurried ? hurriedWaitMs : longestWaitMs, 1000 * 2 ** Math.min(failures, 16));

/** The one connection: dials, says hello, keeps the line alive, waits with jitter. Pure and total. */
export function step(state: Connection, event: ConnectionEvent): Step {
  if (event.type === 'stop') return stop(state);
  switch (state.phase) {
    case 'closed':
      return event.type === 'start'
        ? dialing({ failures: 0, spreadMs: firstSpreadMs }, event.nowMs)
        : [state, []];
    case 'dialing':
      return whileDialing(state, event);
    case 'ready':
      return whileReady(state, event);
    case 'waiting':
      return event.type === 'tick' && event.nowMs >= state.untilMs
        ? dialing(state, event.nowMs)
        : [state, []];
    default:
      return state satisfies never;
  }
}

const stop = (state: Connection): Step => {
  if (state.phase === 'ready') return [closed, ['goodbye']];
  return [closed, state.phase === 'dialing' ? ['terminate'] : []];
};

type Dialing = Extract<Connection, { phase: 'dialing' }>;
type Ready = Extract<Connection, { phase: 'ready' }>;
type Running = Exclude<ConnectionEvent, { type: 'stop' }>;

function whileDialing(state: Dialing, event: Running): Step {
  switch (event.type) {
    case 'opened':
      return [{ ...state, deadlineMs: event.nowMs + answerMs }, ['hello']];
    case 'welcomed':
      return [ready(state, event.welcome, event.nowMs), []];
    case 'refused':
      return refused(state, event);
    case 'gone':
      return afterFailure(state, event);
    case 'tick':
      return event.nowMs >= state.deadlineMs ? again(state, event, 'terminate') : [state, []];
    case 'start':
    case 'heard':
    case 'sent':
    case 'renewed':
      return [state, []];
    default:
      return event satisfies never;
  }
}

function ready(memory: Memory, welcome: Welcome, nowMs: number): Connection {
  return {
    phase: 'ready',
    failures: memory.failures,
    spreadMs: welcome.reconnectSpreadMs,
    sinceMs: nowMs,
    heartbeatMs: welcome.heartbeatMs,
    heardMs: nowMs,
    sentMs: nowMs,
  };
}

function whileReady(state: Ready, event: Running): Step {
  switch (event.type) {
    case 'heard':
      return [{ ...state, heardMs: event.nowMs }, []];
    case 'sent':
      return [{ ...state, sentMs: event.nowMs }, []];
    case 'tick':
      return tickWhileReady(state, event);
    case 'gone':
      return needsPerson(event.closing) ? person(state, event) : afterSession(state, event);
    case 'renewed': {
      const [next, effects] = dialing(settled(state, event.nowMs), event.nowMs);
      return [next, ['goodbye', ...effects]];
    }
    case 'start':
    case 'opened':
    case 'welcomed':
    case 'refused':
      return [state, []];
    default:
      return event satisfies never;
  }
}

function tickWhileReady(state: Ready, event: Extract<ConnectionEvent, { type: 'tick' }>): Step {
  if (event.nowMs - state.heardMs >= state.heartbeatMs * silentHeartbeats) {
    const [next] = afterSession(state, event);
    return [next, ['terminate']];
  }
  return event.nowMs - state.sentMs >= state.heartbeatMs ? [state, ['heartbeat']] : [state, []];
}

/** A session that stood for a minute wipes out what went wrong before it. */
const settled = (state: Ready, nowMs: number): Memory => ({
  failures: nowMs - state.sinceMs >= healthyMs ? 0 : state.failures,
  spreadMs: state.spreadMs,
});

interface After extends Chance {
  readonly nowMs: number;
  readonly closing?: Closing | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The first reconnect is already spread over the fleet; one that follows a short session also grows. */
function afterSession(state: Ready, event: After): Step {
  const memory = settled(state, event.nowMs);
  const spread = memory.failures === 0 && !event.hurried;
  const delayMs = spread ? event.jitter * state.spreadMs : backoffMs(memory.failures, event);
  return waiting({ ...memory, failures: memory.failures + 1 }, event.nowMs + delayMs);
}

function afterFailure(state: Dialing, event: After): Step {
  if (needsPerson(event.closing)) return person(state, event);
  if (event.retryAfterMs === undefined) return again(state, event);
  return waiting(state, event.nowMs + event.retryAfterMs + event.jitter * state.spreadMs);
}

const again = (memory: Memory, event: After, ...effects: readonly ConnectionEffect[]): Step =>
  waiting(
    { ...memory, failures: memory.failures + 1 },
    event.nowMs + backoffMs(memory.failures, event),
    ...effects,
  );

function refused(state: Dialing, event: Extract<ConnectionEvent, { type: 'refused' }>): Step {
  switch (event.code) {
    case 'overload':
    case 'draining':
      return waiting(state, event.nowMs + event.retryAfterMs + event.jitter * state.spreadMs, 'terminate');
    case 'version':
    case 'identity': {
      const [next] = person(state, event);
      return [next, ['terminate']];
    }
    default:
      return event.code satisfies never;
  }
}

/** Removed, or a second agent runs with this host's identity (a clone): dialing at once would only fight. */
const needsPerson = (closing: Closing | undefined): boolean =>
  closing === 'revoked' || closing === 'superseded';

/** Only a person can help: ask again, but rarely. */
const person = (memory: Memory, event: After): Step =>
  waiting(memory, event.nowMs + personMs + event.jitter * personMs);
