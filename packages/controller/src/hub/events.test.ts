import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { HeardRow } from '../store/ports.ts';
import { clipped, greeted, linkEventFact, withEvents } from './events.ts';
import { presenceOf } from './presence.ts';

const host = 'alpha' as HostId;
const events = (...sequences: readonly number[]): readonly LinkEvent[] =>
  sequences.map((sequence) => ({
    sequence,
    atUnixMs: 0,
    bond: 'sync0' as IfName,
    port: null,
    what: '',
    before: '',
    after: '',
    atMonotonicMs: null,
    cause: null,
  }));
const seen = (event: number, gap = 0): HeardRow => ({
  host,
  epoch: 'E1',
  event,
  gap,
  bootId: 'b1',
  isCounted: true,
  failures: [],
});
const factOf = (event: LinkEvent): Fact =>
  linkEventFact(host, event, { happenedUnixMs: null, errorMs: null });

test('an event is recorded once, however often it arrives', () => {
  const first = withEvents(seen(0), undefined, events(1, 2, 3), factOf);
  expect([first.facts.length, first.heard.event]).toEqual([3, 3]);
  const again = withEvents(first.heard, undefined, events(2, 3, 4), factOf);
  expect([again.facts.length, again.heard.event]).toEqual([1, 4]);
});

test('a gap is recorded without what arrived all the same, and once', () => {
  const gap = { from: 44, to: 244, reason: '' };
  const first = clipped(seen(44), gap);
  expect(first.gap).toMatchObject({ from: 45, to: 244 });
  expect(clipped(first.seen, gap).gap).toBeUndefined();
  expect(clipped(first.seen, { ...gap, to: 300 }).gap).toMatchObject({ from: 245, to: 300 });
});

test('events older than a gap that was told before them are still recorded', () => {
  const { seen: after } = clipped(seen(10), { from: 111, to: 120, reason: '' });
  expect(withEvents(after, undefined, events(11, 12), factOf).facts).toHaveLength(2);
});

test('a new epoch says that events may be missing, but not of a host that was never seen', () => {
  expect(greeted(undefined, host, 'E1').fact).toBeUndefined();
  expect(greeted(seen(7), host, 'E1')).toEqual({ seen: seen(7), fact: undefined });
  expect(greeted(seen(7), host, 'E2')).toMatchObject({
    seen: { epoch: 'E2', event: 0, isCounted: true },
    fact: { type: 'eventsLost', from: 8 },
  });
});

const sighting = { nowMs: 100_000, startedMs: 0, heartbeatMs: 10_000, ttlMs: 30_000, spreadMs: 1000 };

test.each([
  ['connected', { hasSession: true, heardMs: 90_000 }],
  ['suspect', { hasSession: true, heardMs: 84_000 }],
  ['suspect', { hasSession: false, heardMs: 80_000 }],
  ['lost', { hasSession: false, heardMs: 60_000 }],
  ['lost', { hasSession: false, heardMs: undefined }],
  ['unknown', { hasSession: false, heardMs: undefined, startedMs: 70_000 }],
] as const)('%s: %j', (presence, change) => {
  expect(presenceOf({ ...sighting, ...change })).toBe(presence);
});
