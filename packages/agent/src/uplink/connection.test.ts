import type { Welcome } from '@bondctl/proto/model/session';
import { expect, test } from 'vitest';
import { backoffMs, type Connection, type ConnectionEvent, closed, nextTickMs, step } from './connection.ts';

const welcome: Welcome = {
  protocol: 1,
  session: 'ses_1',
  fence: 1,
  heartbeatMs: 10_000,
  reconnectSpreadMs: 8000,
};

const after = (...events: readonly ConnectionEvent[]): Connection =>
  events.reduce<Connection>((state, event) => step(state, event)[0], closed);

const start: ConnectionEvent = { type: 'start', nowMs: 0 };
const welcomed: ConnectionEvent = { type: 'welcomed', welcome, nowMs: 100 };
const gone = (nowMs: number, jitter: number): ConnectionEvent => ({
  type: 'gone',
  nowMs,
  jitter,
  hurried: false,
});

const phases: readonly Connection[] = [
  closed,
  after(start),
  after(start, welcomed),
  after(start, gone(0, 1)),
];

const events: readonly ConnectionEvent[] = [
  start,
  { type: 'stop', nowMs: 1 },
  { type: 'opened', nowMs: 1 },
  welcomed,
  { type: 'refused', code: 'identity', retryAfterMs: 0, nowMs: 1, jitter: 0.5, hurried: false },
  { type: 'refused', code: 'overload', retryAfterMs: 5, nowMs: 1, jitter: 0.5, hurried: false },
  gone(1, 0.5),
  { type: 'gone', closing: 'revoked', nowMs: 1, jitter: 0.5, hurried: false },
  { type: 'heard', nowMs: 1 },
  { type: 'sent', nowMs: 1 },
  { type: 'renewed', nowMs: 1 },
  { type: 'tick', nowMs: 1e9, jitter: 0.5, hurried: false },
];

test('every event in every phase leads to a phase, and only closed waits for nothing', () => {
  expect(phases.map(({ phase }) => phase)).toEqual(['closed', 'dialing', 'ready', 'waiting']);
  for (const state of phases) {
    for (const event of events) {
      const [next] = step(state, event);
      expect(nextTickMs(next) === undefined).toBe(next.phase === 'closed');
    }
  }
});

test('stop ends in closed from everywhere, and start begins from there only', () => {
  for (const state of phases) {
    expect(step(state, { type: 'stop', nowMs: 1 })[0]).toEqual(closed);
    expect(step(state, start)[1]).toEqual(state.phase === 'closed' ? ['dial'] : []);
  }
});

test.each([
  [0, 100],
  [0.5, 4100],
  [1, 8100],
])('the first reconnect after a session is spread already: jitter %s waits until %s', (jitter, untilMs) => {
  expect(after(start, welcomed, gone(100, jitter))).toMatchObject({ phase: 'waiting', untilMs });
});

test('failures double the wait, with full jitter, up to a minute', () => {
  let state = after(start);
  const waits: number[] = [];
  for (let failure = 0; failure < 9; failure += 1) {
    [state] = step(state, gone(0, 1));
    waits.push(nextTickMs(state) ?? Number.NaN);
    [state] = step(state, { type: 'tick', nowMs: nextTickMs(state) ?? 0, jitter: 0, hurried: false });
    expect(state.phase).toBe('dialing');
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(backoffMs(5, { jitter: 0, hurried: false })).toBe(0);
  expect(backoffMs(10_000, { jitter: 1, hurried: false })).toBe(60_000);
});

test('while a change awaits its decision nobody waits longer than two seconds', () => {
  const lost = { type: 'gone', nowMs: 100, jitter: 1, hurried: true } as const;
  const waits = [0, 5, 20].map((failures) => {
    const dialing = { phase: 'dialing', failures, spreadMs: 60_000, deadlineMs: 1000 } as const;
    return nextTickMs(step(dialing, lost)[0]);
  });
  expect(waits).toEqual([1100, 2100, 2100]);
  const [ready] = step(after(start), { ...welcomed, nowMs: 100 });
  expect(nextTickMs(step(ready, lost)[0])).toBe(1100);
});

test('a session of a minute wipes out the failures before it, a shorter one does not', () => {
  const failed = after(start, gone(0, 1), { type: 'tick', nowMs: 1000, jitter: 0, hurried: false });
  const [ready] = step(failed, { ...welcomed, nowMs: 1000 });
  expect(step(ready, gone(30_000, 1))[0]).toMatchObject({ untilMs: 32_000, failures: 2 });
  expect(step(ready, gone(61_000, 1))[0]).toMatchObject({ untilMs: 69_000, failures: 1 });
});

test('what only a person can mend is tried again after 5 to 10 minutes', () => {
  const dialing = after(start);
  const ready = after(start, welcomed);
  for (const jitter of [0, 1]) {
    const untilMs = 300_000 + jitter * 300_000;
    for (const code of ['identity', 'version'] as const) {
      const refused = { type: 'refused', code, retryAfterMs: 0, nowMs: 0, jitter, hurried: false } as const;
      expect(step(dialing, refused)).toMatchObject([{ phase: 'waiting', untilMs }, ['terminate']]);
    }
    for (const closing of ['revoked', 'superseded'] as const) {
      expect(step(ready, { type: 'gone', closing, nowMs: 0, jitter, hurried: false })[0]).toMatchObject({
        untilMs,
      });
    }
  }
});

test('a time the controller asks for is a minimum, in ms', () => {
  const refused = {
    type: 'refused',
    code: 'overload',
    retryAfterMs: 7000,
    nowMs: 0,
    jitter: 0,
    hurried: false,
  } as const;
  expect(step(after(start), refused)[0]).toMatchObject({ untilMs: 7000 });
  const answered = { type: 'gone', retryAfterMs: 7000, nowMs: 0, jitter: 0.5, hurried: false } as const;
  expect(step(after(start), answered)[0]).toMatchObject({ untilMs: 7500 });
});

test('silence ends a session after 2.5 heartbeats, and idleness is broken by a heartbeat', () => {
  const ready = after(start, { ...welcomed, nowMs: 0 });
  const tick = (nowMs: number) => step(ready, { type: 'tick', nowMs, jitter: 0, hurried: false });
  expect(tick(9999)[1]).toEqual([]);
  expect(tick(10_000)).toEqual([ready, ['heartbeat']]);
  expect(tick(25_000)).toMatchObject([{ phase: 'waiting' }, ['terminate']]);
  expect(nextTickMs(step(ready, { type: 'sent', nowMs: 20_000 })[0])).toBe(25_000);
});

test('dialing and the answer to Hello have their deadlines', () => {
  const dialing = after(start);
  expect(nextTickMs(dialing)).toBe(10_000);
  const [greeted, effects] = step(dialing, { type: 'opened', nowMs: 4000 });
  expect([nextTickMs(greeted), effects]).toEqual([14_000, ['hello']]);
  expect(step(greeted, { type: 'tick', nowMs: 14_000, jitter: 1, hurried: false })).toMatchObject([
    { phase: 'waiting' },
    ['terminate'],
  ]);
});

test('a renewed certificate is tried at once', () => {
  expect(step(after(start, welcomed), { type: 'renewed', nowMs: 200 })).toMatchObject([
    { phase: 'dialing', deadlineMs: 10_200 },
    ['goodbye', 'dial'],
  ]);
});
