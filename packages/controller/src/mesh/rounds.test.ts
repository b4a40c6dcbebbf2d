import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import type { Uplink } from '@bondctl/proto/model/spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { due } from './due.ts';
import { type Pair, planMesh } from './rounds.ts';

const bond = 'sync0' as BondName;
const host = (number: number) => `h${String(number).padStart(3, '0')}` as HostId;
const pair = (a: number, b: number): Pair => ({
  name: `l${a}-${b}` as LinkName,
  ends: [
    { host: host(a), bond },
    { host: host(b), bond },
  ],
});
const all = (count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, k) => pair(a, a + k + 1)),
  ).flat();
const uplink = (name: string, from: number, to: number, atOnce: number): Uplink => ({
  name,
  hosts: Array.from({ length: to - from }, (_, nth) => host(from + nth)),
  atOnce,
});

/** Different pairs of up to 14 hosts. */
const pairSets = fc
  .uniqueArray(
    fc.tuple(fc.nat(13), fc.nat(13)).filter(([a, b]) => a < b),
    { selector: ([a, b]) => a * 100 + b, maxLength: 91 },
  )
  .map((wanted) => wanted.map(([a, b]) => pair(a, b)));

const hostsOf = (pairs: readonly Pair[]): readonly HostId[] =>
  pairs.flatMap(({ ends }) => ends.map((end) => end.host));

function crossings(pairs: readonly Pair[], { hosts }: Uplink): number {
  return pairs.filter(({ ends }) => ends.filter((end) => hosts.includes(end.host)).length === 1).length;
}

describe('rounds of a mesh', () => {
  test.each([2, 3, 4, 5, 6, 8, 9, 10, 20, 25])(
    'every pair of %i hosts takes the fewest rounds there can be',
    (count) => {
      const { rounds, bound } = planMesh(all(count));
      expect(rounds).toHaveLength(count % 2 === 0 ? count - 1 : count);
      expect(bound).toBe(rounds.length);
    },
  );

  test('any set of pairs meets its bound or takes one round more; no host is in two tests of a round', () => {
    fc.assert(
      fc.property(pairSets, (pairs) => {
        const { rounds, bound } = planMesh(pairs);
        expect(rounds.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
          pairs.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        );
        expect(rounds.length).toBeLessThanOrEqual(pairs.length === 0 ? 0 : bound + 1);
        for (const round of rounds) expect(new Set(hostsOf(round)).size).toBe(2 * round.length);
      }),
      { numRuns: 500 },
    );
  });

  test('no host twice in a round and every link once, also where pairs repeat', () => {
    const wanted = fc.array(
      fc.tuple(fc.nat(12), fc.nat(12)).filter(([a, b]) => a !== b),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(wanted, (numbers) => {
        const links = numbers.map(([a, b]) => pair(a, b));
        const { rounds } = planMesh(links);
        expect(rounds.flat()).toHaveLength(links.length);
        expect(new Set(rounds.flat()).size).toBe(links.length);
        for (const round of rounds) expect(new Set(hostsOf(round)).size).toBe(2 * round.length);
      }),
    );
  });

  test('several links between two hosts are different tests', () => {
    const twice = [pair(0, 1), { ...pair(0, 1), name: 'other' as LinkName }, pair(1, 2), pair(0, 2)];
    const { rounds, bound } = planMesh(twice);
    expect(rounds.flat()).toHaveLength(4);
    expect(bound).toBe(4);
    expect(rounds).toHaveLength(4);
  });

  test('an uplink is never overbooked, and the bound says what it costs', () => {
    const rooms = fc.record({ to: fc.integer({ min: 1, max: 13 }), atOnce: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(pairSets, fc.array(rooms, { minLength: 1, maxLength: 3 }), (pairs, wanted) => {
        const uplinks = wanted.map(({ to, atOnce }, nth) => uplink(`leaf${nth}`, 0, to, atOnce));
        const { rounds, bound } = planMesh(pairs, uplinks);
        expect(rounds.flat()).toHaveLength(pairs.length);
        for (const round of rounds) {
          expect(new Set(hostsOf(round)).size).toBe(2 * round.length);
          for (const one of uplinks) expect(crossings(round, one)).toBeLessThanOrEqual(one.atOnce);
        }
        expect(rounds.length).toBeGreaterThanOrEqual(bound);
        for (const one of uplinks)
          expect(bound).toBeGreaterThanOrEqual(Math.ceil(crossings(pairs, one) / one.atOnce));
      }),
      { numRuns: 300 },
    );
  });

  test('32 hosts, half of them behind room for five: 52 rounds, and the bound says why', () => {
    const { rounds, bound, boundBy } = planMesh(all(32), [uplink('leaf1', 0, 16, 5)]);
    expect(bound).toBe(52);
    expect(boundBy).toBe('256 tests cross leaf1, which has room for 5');
    expect(rounds.length).toBeLessThanOrEqual(1.1 * bound);
  });

  test('nothing to test takes no round', () => {
    expect(planMesh([])).toMatchObject({ rounds: [], bound: 0 });
  });
});

describe('what may begin', () => {
  const { rounds } = planMesh(all(8));
  const order = rounds.flat();

  test('at first a whole round', () => {
    expect(due(order, [], [])).toEqual(rounds[0]);
  });

  test('the next of two hosts that are done, while others of the round still run', () => {
    const [first, second] = rounds;
    const running = first?.slice(1) ?? [];
    const began = due(rounds.slice(1).flat(), running, []);
    expect(began.every((one) => !hostsOf(running).some((busy) => hostsOf([one]).includes(busy)))).toBe(true);
    expect(due(second ?? [], [], [])).toEqual(second);
  });

  test('whatever ends first, no host is in two tests and all are done', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (chances) => {
        let waiting: readonly Pair[] = order;
        let running: readonly Pair[] = [];
        let done = 0;
        while (waiting.length + running.length > 0) {
          const begun = due(waiting, running, []);
          running = [...running, ...begun];
          waiting = waiting.filter((one) => !begun.includes(one));
          expect(new Set(hostsOf(running)).size).toBe(2 * running.length);
          expect(running.length).toBeGreaterThan(0);
          const ended = running[chances.next().value % running.length];
          running = running.filter((one) => one !== ended);
          done += 1;
        }
        expect(done).toBe(order.length);
      }),
    );
  });
});
