import type { HostId, LinkName } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualRules } from '../spec/rules.ts';
import type { ChangeSet } from './plan.ts';
import { wavesOf } from './waves.ts';

/** A change set as far as waves look at it: `h1+h2 h3` changes h1 and h2 and is proven over h3 as well. */
function setOf(text: string): ChangeSet {
  const [changed = '', ...lent] = text.split(' ');
  const participants = changed.split('+').map((host) => ({ host }));
  const links = lent.map((host) => ({
    name: `${changed}.${host}`,
    ends: [{ host: participants[0]?.host }, { host }],
  }));
  return { name: text, participants, links } as unknown as ChangeSet;
}

const rulesOf = (rollout: Partial<ClusterSpec['rollout']>, racks: Readonly<Record<string, string>> = {}) => ({
  hosts: Object.entries(racks).map(([id, rack]) => ({ id: id as HostId, labels: { rack } })),
  rollout: { ...usualRules, ...rollout },
});

const shape = (sets: readonly string[], rules: ReturnType<typeof rulesOf>) =>
  wavesOf(sets.map(setOf), rules).map(
    ({ canary, sets: together }) =>
      `${canary ? 'canary: ' : ''}${together.map((set) => set.name).join(' | ')}`,
  );

describe('waves', () => {
  test('without a rule, one change set after the other', () => {
    expect(shape(['a+b', 'c+d', 'e+f'], rulesOf({}))).toEqual(['a+b', 'c+d', 'e+f']);
  });

  test('as many at once as allowed', () => {
    expect(shape(['a+b', 'c+d', 'e+f'], rulesOf({ pairsAtOnce: 2 }))).toEqual(['a+b | c+d', 'e+f']);
  });

  test('canaries first, each alone, however many may roll at once', () => {
    const rules = rulesOf({
      pairsAtOnce: 9,
      canary: ['e.f', 'c.d'] as readonly string[] as readonly LinkName[],
    });
    expect(shape(['a b', 'c d', 'e f', 'g h'], rules)).toEqual(['canary: c d', 'canary: e f', 'a b | g h']);
  });

  test('never two of one rack, and a host without the label meets anybody', () => {
    const rules = rulesOf({ pairsAtOnce: 3, spread: 'rack' }, { a: 'r1', b: 'r2', c: 'r2', d: 'r3' });
    expect(shape(['a+b', 'c', 'd', 'e'], rules)).toEqual(['a+b | d | e', 'c']);
  });

  test('nobody is a witness of two, or changes while he is one', () => {
    expect(shape(['a w', 'b w', 'c', 'w'], rulesOf({ pairsAtOnce: 4 }))).toEqual(['a w | c', 'b w', 'w']);
  });
});

const host = fc.constantFrom(...'abcdefghij');
const someSet = fc
  .tuple(fc.uniqueArray(host, { minLength: 1, maxLength: 2 }), fc.uniqueArray(host, { maxLength: 2 }))
  .map(([changed, lent]) => [changed.join('+'), ...lent.filter((one) => !changed.includes(one))].join(' '));
const racks = fc.dictionary(host, fc.constantFrom('r1', 'r2', 'r3'));

test('whatever the sets: each once, never too many, no host and no rack twice, and rivals in their order', () => {
  let shared = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(someSet, { maxLength: 9 }),
      racks,
      fc.integer({ min: 1, max: 4 }),
      (names, map, most) => {
        const waves = wavesOf(names.map(setOf), rulesOf({ pairsAtOnce: most, spread: 'rack' }, map));
        expect(waves.flatMap((wave) => wave.sets.map((set) => set.name)).toSorted()).toEqual(
          names.toSorted(),
        );
        for (const { sets } of waves) {
          expect(sets.length).toBeLessThanOrEqual(most);
          const busy = sets.flatMap((set) => set.name.split(/[ +]/));
          expect(new Set(busy).size).toBe(busy.length);
          const places = sets.flatMap((set) => [
            ...new Set((set.name.split(' ')[0] ?? '').split('+').flatMap((one) => map[one] ?? [])),
          ]);
          expect(new Set(places).size).toBe(places.length);
          shared += sets.length > 1 ? 1 : 0;
        }
        const waveOf = (name: string) =>
          waves.findIndex((wave) => wave.sets.some((set) => set.name === name));
        for (const [at, one] of names.entries())
          for (const later of names.slice(at + 1))
            if (one.split(/[ +]/).some((id) => later.split(/[ +]/).includes(id)))
              expect(waveOf(one)).toBeLessThan(waveOf(later));
      },
    ),
    { numRuns: 500 },
  );
  expect(shared).toBeGreaterThan(50);
});
