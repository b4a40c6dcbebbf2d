import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflict, roundsOf } from './schedule.ts';

const link = (a: number, b: number) => ({
  name: `l${a}-${b}` as LinkName,
  ends: [a, b].map((n) => ({ host: `h${n}` as HostId, bond: 'bond0' as BondName })) as never,
});
const mesh = (n: number) =>
  Array.from({ length: n }, (_, a) => Array.from({ length: n - a - 1 }, (_, k) => link(a, a + k + 1))).flat();

describe('rounds', () => {
  test.each([2, 3, 4, 5, 6, 9, 10, 20, 25])(
    'every pair of %i hosts takes the fewest rounds there can be',
    (n) => {
      expect(roundsOf(mesh(n))).toHaveLength(n % 2 === 0 ? n - 1 : n);
    },
  );

  test('no host twice in a round, every link once', () => {
    const pairs = fc.array(
      fc.tuple(fc.nat(12), fc.nat(12)).filter(([a, b]) => a !== b),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pairs, (wanted) => {
        const links = wanted.map(([a, b]) => link(a, b));
        const rounds = roundsOf(links);
        expect(rounds.flat()).toHaveLength(links.length);
        expect(new Set(rounds.flat()).size).toBe(links.length);
        for (const round of rounds) {
          const hosts = round.flatMap((one) =>
            (one.ends as readonly { host: string }[]).map((end) => end.host),
          );
          expect(new Set(hosts).size).toBe(hosts.length);
        }
      }),
    );
  });

  test('no links, no rounds', () => expect(roundsOf([])).toEqual([]));
});

test('a test under way keeps its hosts from any other', () => {
  const running = [{ link: link(1, 2) }, { link: link(3, 4) }];
  expect(conflict(running, link(4, 5))).toBe(running[1]);
  expect(conflict(running, link(5, 6))).toBeUndefined();
});
