import type { IperfRun } from '@bondctl/proto/model/linktest';
import type { TestId } from '@bondctl/proto/model/names';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';

/** How long each part of a run may take; the watchdog's figures of link-testing.md 4d. */
export const limits = {
  /** From starting a server until it listens. */
  readyMs: 5_000,
  /** A server nobody has come to. */
  idleMs: 20_000,
  /** Round-trip times of the idle link, before the client starts. */
  quietMs: 2_000,
  /** Over the asked duration: connecting, the last acknowledgements, the document. */
  marginMs: 6_000,
  /** A server whose client is known to have ended. */
  collectMs: 3_000,
  /** From SIGTERM to SIGKILL. */
  killMs: 3_000,
} as const;

/** Why we ended a run ourselves. */
export type EndedBy = 'watchdog' | 'cancelled' | 'disturbed';

/** Which test has the host, in which role. */
export interface Holder {
  readonly test: TestId;
  readonly role: IperfRun['role'];
}

/** One host's part in one link test. A host takes part in one test at a time. All times are the host's monotonic ms. */
export type Session =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'starting';
      readonly holder: Holder;
      readonly seconds: number;
      readonly ports: NonEmpty<number>;
      readonly readyByMs: number;
    }
  | { readonly phase: 'listening'; readonly holder: Holder; readonly port: number; readonly endByMs: number }
  | { readonly phase: 'running'; readonly holder: Holder; readonly endByMs: number }
  | { readonly phase: 'ending'; readonly holder: Holder; readonly by: EndedBy; readonly killAtMs: number }
  | { readonly phase: 'ended'; readonly holder: Holder; readonly ending: IperfRun['ending'] };

/** What can happen to a session. */
export type SessionEvent =
  | {
      readonly type: 'serve';
      readonly test: TestId;
      readonly seconds: number;
      /** Ports to try, in this order. */
      readonly ports: NonEmpty<number>;
      readonly nowMs: number;
    }
  | { readonly type: 'measure'; readonly test: TestId; readonly seconds: number; readonly nowMs: number }
  | { readonly type: 'listens'; readonly nowMs: number }
  | { readonly type: 'exited'; readonly portTaken: boolean; readonly nowMs: number }
  | { readonly type: 'collect'; readonly test: TestId; readonly nowMs: number }
  | { readonly type: 'cancel'; readonly test: TestId; readonly nowMs: number }
  /** Others need the link. */
  | { readonly type: 'disturb'; readonly nowMs: number }
  | { readonly type: 'clock'; readonly nowMs: number };

/** What the shell shall do, in this order. */
export type SessionEffect =
  | { readonly do: 'startServer'; readonly port: number }
  | { readonly do: 'startClient' }
  | { readonly do: 'signal'; readonly signal: 'SIGTERM' | 'SIGKILL' };

type Step = readonly [Session, readonly SessionEffect[]];

/** The session's next state and what to do. Total: what does not fit the phase changes nothing. */
export function step(session: Session, event: SessionEvent): Step {
  switch (session.phase) {
    case 'idle':
    case 'ended':
      return free(session, event);
    case 'starting':
      return starting(session, event);
    case 'listening':
    case 'running':
      return underWay(session, event);
    case 'ending':
      return ending(session, event);
    default:
      return session satisfies never;
  }
}

/** Who has the host; undefined when it is free for another test. */
export function holder(session: Session): Holder | undefined {
  return session.phase === 'idle' || session.phase === 'ended' ? undefined : session.holder;
}

/** When the session needs a `clock` event next; undefined when it waits for nothing. */
export function deadlineMs(session: Session): number | undefined {
  switch (session.phase) {
    case 'idle':
    case 'ended':
      return undefined;
    case 'starting':
      return session.readyByMs;
    case 'listening':
    case 'running':
      return session.endByMs;
    case 'ending':
      return session.killAtMs;
    default:
      return session satisfies never;
  }
}

const stay = (session: Session): Step => [session, []];

function free(session: Session, event: SessionEvent): Step {
  if (event.type === 'serve') {
    const { seconds, ports, nowMs } = event;
    const holder: Holder = { test: event.test, role: 'server' };
    return [
      { phase: 'starting', holder, seconds, ports, readyByMs: nowMs + limits.readyMs },
      [{ do: 'startServer', port: ports[0] }],
    ];
  }
  if (event.type === 'measure') {
    const holder: Holder = { test: event.test, role: 'client' };
    const endByMs = event.nowMs + limits.quietMs + event.seconds * 1000 + limits.marginMs;
    return [{ phase: 'running', holder, endByMs }, [{ do: 'startClient' }]];
  }
  return stay(session);
}

function starting(session: Session & { phase: 'starting' }, event: SessionEvent): Step {
  switch (event.type) {
    case 'listens': {
      const endByMs = event.nowMs + limits.idleMs + session.seconds * 1000 + limits.marginMs;
      return [{ phase: 'listening', holder: session.holder, port: session.ports[0], endByMs }, []];
    }
    case 'exited':
      return nextPort(session, event.portTaken);
    case 'cancel':
      return event.test === session.holder.test
        ? end(session.holder, 'cancelled', event.nowMs)
        : stay(session);
    case 'disturb':
      return end(session.holder, 'disturbed', event.nowMs);
    case 'clock':
      return event.nowMs >= session.readyByMs ? end(session.holder, 'watchdog', event.nowMs) : stay(session);
    case 'serve':
    case 'measure':
    case 'collect':
      return stay(session);
    default:
      return event satisfies never;
  }
}

function nextPort(session: Session & { phase: 'starting' }, portTaken: boolean): Step {
  const ports = session.ports.slice(1);
  if (!portTaken || !isNonEmpty(ports))
    return [{ phase: 'ended', holder: session.holder, ending: 'finished' }, []];
  return [{ ...session, ports }, [{ do: 'startServer', port: ports[0] }]];
}

function underWay(session: Session & { phase: 'listening' | 'running' }, event: SessionEvent): Step {
  switch (event.type) {
    case 'exited':
      return [{ phase: 'ended', holder: session.holder, ending: 'finished' }, []];
    case 'cancel':
      return event.test === session.holder.test
        ? end(session.holder, 'cancelled', event.nowMs)
        : stay(session);
    case 'disturb':
      return end(session.holder, 'disturbed', event.nowMs);
    case 'clock':
      return event.nowMs >= session.endByMs ? end(session.holder, 'watchdog', event.nowMs) : stay(session);
    case 'collect':
      if (event.test !== session.holder.test) return stay(session);
      // The client has ended, so the server has nothing to wait for but its own document.
      return [{ ...session, endByMs: Math.min(session.endByMs, event.nowMs + limits.collectMs) }, []];
    case 'serve':
    case 'measure':
    case 'listens':
      return stay(session);
    default:
      return event satisfies never;
  }
}

const end = (holder: Holder, by: EndedBy, nowMs: number): Step => [
  { phase: 'ending', holder, by, killAtMs: nowMs + limits.killMs },
  [{ do: 'signal', signal: 'SIGTERM' }],
];

function ending(session: Session & { phase: 'ending' }, event: SessionEvent): Step {
  if (event.type === 'exited') return [{ phase: 'ended', holder: session.holder, ending: session.by }, []];
  if (event.type !== 'clock' || event.nowMs < session.killAtMs) return stay(session);
  // Asked again each time: nothing but the process's end leaves this phase.
  return [{ ...session, killAtMs: event.nowMs + limits.killMs }, [{ do: 'signal', signal: 'SIGKILL' }]];
}
