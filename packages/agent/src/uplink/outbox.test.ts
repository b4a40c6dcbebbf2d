import type { LinkEvent } from '@bondctl/proto/model/command';
import type { CommandId, IfName, TestId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acknowledged,
  answered,
  bounds,
  eventsWaiting,
  happened,
  type Item,
  interrupted,
  live,
  next,
  nextLive,
  type Outbox,
  openOutbox,
  reported,
  unacknowledged,
  withdrawn,
} from './outbox.ts';

const event = (sequence: number): LinkEvent => ({
  sequence,
  atUnixMs: 0,
  atMonotonicMs: 0,
  bond: 'sync0' as IfName,
  port: null,
  what: 'miiStatus',
  before: 'up',
  after: 'down',
  cause: null,
});

const command = (text: string) => `cmd_${text}` as CommandId;
const withEvents = (box: Outbox, from: number, to: number): Outbox => {
  let filled = box;
  for (let sequence = from; sequence <= to; sequence += 1) filled = happened(filled, event(sequence));
  return filled;
};

/** Takes everything that may be sent. */
function drain(box: Outbox): readonly [readonly Item[], Outbox] {
  const items: Item[] = [];
  let rest = box;
  for (let taken = next(rest); taken !== undefined; taken = next(rest)) {
    items.push(taken[1]);
    rest = taken[2];
  }
  return [items, rest];
}

test('an overflow keeps the newest and is one gap, sent before what follows it', () => {
  const [items] = drain(withEvents(openOutbox([]), 1, bounds.events + 200));
  expect(items[0]).toMatchObject({ kind: 'gap', gap: { from: 1, to: 200 } });
  expect(items[1]).toMatchObject({ kind: 'linkEvents', events: { length: 100, 0: { sequence: 201 } } });
  expect(items).toHaveLength(11);
});

test('what was in flight waits again after a session, under new numbers, the gap grown to what had to go', () => {
  const [, sent] = drain(withEvents(openOutbox([]), 1, 100));
  const [items, box] = drain(interrupted(withEvents(sent, 101, 1150)));
  expect(items[0]).toMatchObject({ kind: 'gap', gap: { from: 1, to: 150 } });
  expect(items.flatMap((item) => (item.kind === 'linkEvents' ? item.events : []))).toHaveLength(1000);
  expect(box.inFlight.map(({ seq }) => seq)).toEqual(items.map((_, at) => at + 1));
});

test('what waits is counted in line and in flight, and what went lost is counted for good', () => {
  const [, sent] = drain(withEvents(openOutbox([]), 1, 100));
  const full = withEvents(sent, 101, 1150);
  expect([eventsWaiting(full), full.eventsLost]).toEqual([1150 - 50, 50]);
  const later = interrupted(full);
  expect([eventsWaiting(later), later.eventsLost]).toEqual([bounds.events, 150]);
  const [, told] = drain(later);
  const [released] = acknowledged(told, told.lastSeq) ?? [later];
  expect([eventsWaiting(released), released.eventsLost]).toEqual([0, 150]);
});

test('outcomes are named until they are acknowledged, refusals and accepts are not kept', () => {
  let box = openOutbox([command('old')]);
  box = answered(box, { kind: 'accepted', id: command('new') });
  box = answered(box, { kind: 'outcome', id: command('new') });
  expect(unacknowledged(box)).toBe(2);
  const [, sent] = drain(box);
  expect(unacknowledged(sent)).toBe(2);
  expect(interrupted(sent).answers).toEqual([
    { kind: 'outcome', id: command('old') },
    { kind: 'outcome', id: command('new') },
  ]);
  expect(acknowledged(sent, 3)?.[1]).toEqual([command('old'), command('new')]);
  expect(acknowledged(sent, 4)).toBeUndefined();
});

test('a report goes first in a session, last afterwards, and the latest replaces the others', () => {
  const report = (kernel: string) => ({ kernel }) as never;
  const box = reported(reported(withEvents(openOutbox([]), 1, 1), report('a')), report('b'));
  const [items, sent] = drain(box);
  expect(items).toMatchObject([{ kind: 'state', report: { kernel: 'b' } }, { kind: 'linkEvents' }]);
  const [later] = drain(reported(withEvents(sent, 2, 2), report('c')));
  expect(later).toMatchObject([{ kind: 'linkEvents' }, { kind: 'state', report: { kernel: 'c' } }]);
});

test('live facts are bounded, the oldest go first, and a lost session drops them', () => {
  const fact = { kind: 'samples', test: 'test_1' as TestId, samples: [] } as const;
  let box = openOutbox([]);
  for (let count = 0; count < bounds.live + 10; count += 1) box = live(box, fact);
  expect(box.live).toHaveLength(bounds.live);
  expect(nextLive(box)?.[0]).toEqual(fact);
  expect(nextLive(interrupted(box))).toBeUndefined();
});

test('a number that was given and not used is taken back', () => {
  const taken = next(reported(openOutbox([]), {} as never));
  expect(taken?.[0]).toBe(1);
  const box = withdrawn(taken?.[2] ?? openOutbox([]));
  expect(next(withEvents(box, 1, 1))?.[0]).toBe(1);
});

test('nothing more is sent while too much is in flight', () => {
  let box = openOutbox(Array.from({ length: 200 }, (_, at) => command(String(at))));
  [, box] = drain(box);
  expect(box.inFlight).toHaveLength(bounds.inFlight);
  expect(drain(acknowledged(box, 10)?.[0] ?? box)[0]).toHaveLength(10);
});

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('happen' as const), count: fc.nat(700) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), count: fc.nat(12) }) },
  fc.record({ do: fc.constant('acknowledge' as const), share: fc.nat(100) }),
  fc.constant({ do: 'interrupt' as const }),
);

test('whatever is lost and cut: every event is acknowledged, waits, or lies in a gap', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let box = openOutbox([]);
      let made = 0;
      const told = new Set<number>();
      const tell = (item: Item) => {
        if (item.kind === 'linkEvents') for (const { sequence } of item.events) told.add(sequence);
        if (item.kind === 'gap') {
          for (let at = item.gap.from; at <= item.gap.to; at += 1) told.add(at);
        }
      };
      for (const one of acts) {
        if (one.do === 'happen') {
          box = withEvents(box, made + 1, made + one.count);
          made += one.count;
        } else if (one.do === 'interrupt') box = interrupted(box);
        else if (one.do === 'send') {
          for (let count = 0; count < one.count; count += 1) box = next(box)?.[2] ?? box;
        } else {
          const ack = Math.floor((box.lastSeq * one.share) / 100);
          for (const { seq, item } of box.inFlight) if (seq <= ack) tell(item);
          box = acknowledged(box, ack)?.[0] ?? box;
        }
        expect(box.events.length).toBeLessThanOrEqual(bounds.events);
        expect(box.inFlight.length).toBeLessThanOrEqual(bounds.inFlight);
      }
      for (const { item } of box.inFlight) tell(item);
      if (box.gap !== null) tell({ kind: 'gap', gap: box.gap });
      tell({ kind: 'linkEvents', events: box.events });
      expect(told.size).toBe(made);
    }),
    { numRuns: 60 },
  );
});

test('of counters that wait only the newest is kept, and it pushes out nothing else', () => {
  let box = openOutbox([]);
  const samples = { kind: 'samples', test: 'test_1' as TestId, samples: [] } as const;
  box = live(box, samples);
  for (let atMs = 1; atMs <= bounds.live * 2; atMs += 1)
    box = live(box, { kind: 'counters', atMs, ports: [] });
  expect(box.live).toEqual([samples, { kind: 'counters', atMs: bounds.live * 2, ports: [] }]);
});
