import type { HostId } from '@bondctl/proto/model/names';
import type { Message, Received, Welcome } from '@bondctl/proto/model/session';
import { expect, test } from 'vitest';
import { greeting, type Session, type SessionEvent, step } from './session.ts';

const host = 'alpha' as HostId;
const welcome: Welcome = {
  protocol: 1,
  session: 'ses_1',
  fence: 7,
  heartbeatMs: 10_000,
  reconnectSpreadMs: 1000,
};
const hello: Message = {
  kind: 'hello',
  protocolMin: 1,
  protocolMax: 1,
  host,
  agentVersion: '0.1.0',
  epoch: 'E1',
  lastFence: 0,
};
const frame = (seq: number, ack: number, body: Received, nowMs = 0): SessionEvent => ({
  type: 'frame',
  frame: { seq, ack, body },
  nowMs,
});
const after = (...events: readonly SessionEvent[]): Session =>
  events.reduce<Session>((state, event) => step(state, event)[0], greeting(host, 0));

const admitting = after(frame(0, 0, hello));
const open = after(frame(0, 0, hello), { type: 'admitted', welcome, nowMs: 0 });
const report = { kind: 'gap', from: 1, to: 1, reason: '' } as const;
const closings = (state: Session, event: SessionEvent) =>
  step(state, event)[1].flatMap((effect) => (effect.do === 'close' ? [effect.closing] : []));

test('Hello is answered by admission, and a Welcome opens the session', () => {
  const [state, effects] = step(greeting(host, 0), frame(0, 0, hello));
  expect([state.phase, effects.map((effect) => effect.do)]).toEqual(['admitting', ['admit']]);
  expect(open.phase).toBe('open');
});

test.each<[string, Partial<Extract<Message, { kind: 'hello' }>>, string]>([
  ['another host', { host: 'beta' as HostId }, 'identity'],
  ['a later protocol', { protocolMin: 3, protocolMax: 4 }, 'version'],
  ['an earlier protocol', { protocolMin: 0, protocolMax: 0 }, 'version'],
])('Hello with %s is refused', (_, change, code) => {
  const [state, effects] = step(greeting(host, 0), frame(0, 0, { ...hello, ...change } as Message));
  expect(state.phase).toBe('over');
  expect(effects).toMatchObject([
    { do: 'write', frame: { body: { kind: 'refuse', code } } },
    { do: 'close', closing: 'refused' },
  ]);
});

test.each<[string, Session, SessionEvent, string]>([
  ['no Hello in 10 s', greeting(host, 0), { type: 'tick', nowMs: 10_000 }, 'silent'],
  ['anything before Hello', greeting(host, 0), frame(0, 0, { kind: 'heartbeat' }), 'unexpected'],
  ['anything before Welcome', admitting, frame(1, 0, report), 'unexpected'],
  ['a second Hello', open, frame(0, 0, hello), 'unexpected'],
  ["a controller's message", open, frame(0, 0, { kind: 'certOffer', certificatePem: '' }), 'unexpected'],
  ['a hole in the numbers', open, frame(2, 0, report), 'sequence'],
  ['a number on what carries none', open, frame(1, 0, { kind: 'heartbeat' }), 'sequence'],
  ['an acknowledgement of nothing', open, frame(0, 1, { kind: 'heartbeat' }), 'sequence'],
  ['bytes that are no frame', open, { type: 'broken', message: '' }, 'malformed'],
])('%s ends the session', (_, state, event, closing) => {
  expect(closings(state, event)).toEqual([closing]);
  expect(step(state, event)[0].phase).toBe('over');
});

test('a number is acknowledged only when it is durable', () => {
  const [heard, effects] = step(open, frame(1, 0, report));
  expect(effects).toEqual([{ do: 'deliver', seq: 1, body: report }]);
  const beat = (state: Session) => step(state, { type: 'acknowledge', nowMs: 0 })[1];
  expect(beat(heard)).toMatchObject([{ frame: { seq: 0, ack: 0 } }]);
  const [durable] = step(heard, { type: 'durable', seq: 1 });
  expect(beat(durable)).toMatchObject([{ frame: { seq: 0, ack: 1 } }]);
});

test('what is sent is numbered without holes, and acknowledgements never go back', () => {
  const send: SessionEvent = {
    type: 'send',
    body: { kind: 'certOffer', certificatePem: '' },
    numbered: true,
    nowMs: 0,
  };
  const [once, first] = step(open, send);
  const [twice, second] = step(once, send);
  expect([first, second]).toMatchObject([[{ frame: { seq: 1 } }], [{ frame: { seq: 2 } }]]);
  const [acknowledged] = step(twice, frame(0, 2, { kind: 'heartbeat' }));
  expect(closings(acknowledged, frame(0, 1, { kind: 'heartbeat' }))).toEqual(['sequence']);
});

test('idleness is broken by a heartbeat, silence ends the session without a handshake', () => {
  expect(step(open, { type: 'tick', nowMs: 9999 })[1]).toEqual([]);
  expect(step(open, { type: 'tick', nowMs: 10_000 })[1]).toMatchObject([
    { do: 'write', frame: { body: { kind: 'heartbeat' } } },
  ]);
  expect(step(open, { type: 'tick', nowMs: 25_000 })[1]).toMatchObject([{ do: 'terminate' }]);
});

test('a session asks for the clock at its beginning, and again once a heartbeat long', () => {
  const [, effects] = step(admitting, { type: 'admitted', welcome, nowMs: 77 });
  expect(effects).toMatchObject([{ frame: { body: { kind: 'welcome', askMs: 77 } } }]);
  const beat = (nowMs: number) => step(open, { type: 'acknowledge', nowMs })[1];
  expect(beat(9999)).toEqual([{ do: 'write', frame: { seq: 0, ack: 0, body: { kind: 'heartbeat' } } }]);
  expect(beat(10_000)).toMatchObject([{ frame: { body: { kind: 'heartbeat', askMs: 10_000 } } }]);
  // Whatever else is sent, the question is not put off.
  const busy = step(open, { type: 'send', body: report, numbered: true, nowMs: 9000 })[0];
  expect(step(busy, { type: 'tick', nowMs: 10_000 })[1]).toMatchObject([
    { frame: { body: { askMs: 10_000 } } },
  ]);
});

test('an answer about the clock is learned with when it came, and any other heartbeat teaches nothing', () => {
  const clock = { askMs: 0, heardMs: 5, sentMs: 6, sentUnixMs: 7 };
  expect(step(open, frame(0, 0, { kind: 'heartbeat', clock }, 9))[1]).toEqual([
    { do: 'learnClock', answer: clock, receivedMs: 9 },
  ]);
  expect(step(open, frame(0, 0, { kind: 'heartbeat' }, 9))[1]).toEqual([]);
});

test('an end is said before the line closes, with what is durable', () => {
  const [durable] = step(step(open, frame(1, 0, report))[0], { type: 'durable', seq: 1 });
  expect(step(durable, { type: 'end', closing: 'revoked', message: 'removed' })[1]).toMatchObject([
    { do: 'write', frame: { seq: 0, ack: 1, body: { kind: 'goodbye', closing: 'revoked' } } },
    { do: 'close', closing: 'revoked' },
  ]);
});

test('a session that is over hears nothing', () => {
  const [over] = step(open, { type: 'gone' });
  const events: readonly SessionEvent[] = [
    frame(0, 0, hello),
    { type: 'admitted', welcome, nowMs: 0 },
    { type: 'end', closing: 'revoked', message: '' },
    { type: 'tick', nowMs: 1e9 },
  ];
  for (const event of events) expect(step(over, event)).toEqual([over, []]);
});
