import type { TestId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineMs, holder, limits, type Session, type SessionEvent, step } from './session.ts';

const one = 'test_aaaaaaaa' as TestId;
const two = 'test_bbbbbbbb' as TestId;
const ports = [5300, 5301] as const;

/** The session after events, and every effect on the way. */
function after(...events: readonly SessionEvent[]) {
  const effects: unknown[] = [];
  let session: Session = { phase: 'idle' };
  for (const event of events) {
    const [next, found] = step(session, event);
    session = next;
    effects.push(...found);
  }
  return { session, effects };
}

const serve: SessionEvent = { type: 'serve', test: one, seconds: 10, ports, nowMs: 0 };
const measure: SessionEvent = { type: 'measure', test: one, seconds: 10, nowMs: 0 };
const term = { do: 'signal', signal: 'SIGTERM' };
const kill = { do: 'signal', signal: 'SIGKILL' };

describe('a server', () => {
  test('starts, listens, ends by itself', () => {
    const { session, effects } = after(
      serve,
      { type: 'listens', nowMs: 30 },
      { type: 'exited', portTaken: false, nowMs: 12_000 },
    );
    expect(effects).toEqual([{ do: 'startServer', port: 5300 }]);
    expect(session).toEqual({ phase: 'ended', holder: { test: one, role: 'server' }, ending: 'finished' });
  });

  test('takes the next port when one is taken, and gives up after the last', () => {
    const taken: SessionEvent = { type: 'exited', portTaken: true, nowMs: 20 };
    expect(after(serve, taken).effects).toEqual([
      { do: 'startServer', port: 5300 },
      { do: 'startServer', port: 5301 },
    ]);
    expect(after(serve, taken, taken).session.phase).toBe('ended');
  });

  test('is ended when it does not listen in time', () => {
    const { session, effects } = after(serve, { type: 'clock', nowMs: limits.readyMs });
    expect(effects.at(-1)).toEqual(term);
    expect(session).toMatchObject({ phase: 'ending', by: 'watchdog' });
  });

  test('is ended soon once its client has ended', () => {
    const { session } = after(
      serve,
      { type: 'listens', nowMs: 30 },
      { type: 'collect', test: one, nowMs: 11_000 },
    );
    expect(deadlineMs(session)).toBe(11_000 + limits.collectMs);
  });

  test('is not hurried by the end of another test', () => {
    const { session } = after(
      serve,
      { type: 'listens', nowMs: 30 },
      { type: 'collect', test: two, nowMs: 31 },
    );
    expect(deadlineMs(session)).toBeGreaterThan(10_000);
  });

  test('does not outlive a controller that never came back', () => {
    const { session } = after(serve, { type: 'listens', nowMs: 0 });
    expect(deadlineMs(session)).toBe(limits.idleMs + 10_000 + limits.marginMs);
  });
});

describe('a client', () => {
  test('gets SIGTERM at its deadline, and SIGKILL when that does not help', () => {
    const endMs = limits.quietMs + 10_000 + limits.marginMs;
    const late = after(
      measure,
      { type: 'clock', nowMs: endMs },
      { type: 'clock', nowMs: endMs + limits.killMs },
    );
    expect(late.effects).toEqual([{ do: 'startClient' }, term, kill]);
    const [gone] = step(late.session, { type: 'exited', portTaken: false, nowMs: endMs + limits.killMs + 1 });
    expect(gone).toMatchObject({ phase: 'ended', ending: 'watchdog' });
  });

  test('ends when its own test is cancelled, not when another is', () => {
    expect(after(measure, { type: 'cancel', test: two, nowMs: 5 }).effects).toEqual([{ do: 'startClient' }]);
    expect(after(measure, { type: 'cancel', test: one, nowMs: 5 }).effects.at(-1)).toEqual(term);
  });
});

describe('one test at a time', () => {
  test('a busy host starts nothing and names who has it', () => {
    const { session, effects } = after(measure, { ...serve, test: two });
    expect(effects).toEqual([{ do: 'startClient' }]);
    expect(holder(session)).toEqual({ test: one, role: 'client' });
  });

  test('an ended run frees the host', () => {
    const { session } = after(measure, { type: 'exited', portTaken: false, nowMs: 9 });
    expect(holder(session)).toBeUndefined();
    expect(step(session, { ...serve, test: two })[0].phase).toBe('starting');
  });
});

const nowMs = fc.integer({ min: 0, max: 200_000 });
const anyTest = fc.constantFrom(one, two);
const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    type: fc.constant('serve' as const),
    test: anyTest,
    seconds: fc.nat(60),
    ports: fc.constant(ports),
    nowMs,
  }),
  fc.record({ type: fc.constant('measure' as const), test: anyTest, seconds: fc.nat(60), nowMs }),
  fc.record({ type: fc.constant('listens' as const), nowMs }),
  fc.record({ type: fc.constant('exited' as const), portTaken: fc.boolean(), nowMs }),
  fc.record({ type: fc.constant('collect' as const), test: anyTest, nowMs }),
  fc.record({ type: fc.constant('cancel' as const), test: anyTest, nowMs }),
  fc.record({ type: fc.constant('disturb' as const), nowMs }),
  fc.record({ type: fc.constant('clock' as const), nowMs }),
);

describe('whatever happens', () => {
  test('never a second process while one lives', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let session: Session = { phase: 'idle' };
        let alive = false;
        for (const next of events) {
          if (next.type === 'exited') alive = false;
          const [state, effects] = step(session, next);
          for (const effect of effects) {
            if (effect.do === 'signal') continue;
            expect(alive).toBe(false);
            alive = true;
          }
          session = state;
          // The shell reports an exit only of a process that lives.
          if (holder(session) === undefined) alive = false;
        }
      }),
    );
  });

  test('a run that ignores SIGTERM is killed within the sum of its limits', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let { session } = after(...events);
        const effects: unknown[] = [];
        for (let turn = 0; turn < 3; turn += 1) {
          const atMs = deadlineMs(session);
          if (atMs === undefined) return;
          const [next, found] = step(session, { type: 'clock', nowMs: atMs });
          session = next;
          effects.push(...found);
        }
        expect(effects).toContainEqual(kill);
      }),
    );
  });
});
