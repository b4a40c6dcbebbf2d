// Proves a family of rules: every rule fires where it shall and is silent where it shall.
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../packages/controller/src/findings/rule.ts';
import { evidenceIn, type World } from './fake-patients.ts';

/** Worlds by what is special about each. */
type Worlds = Readonly<Record<string, World>>;

/** What a rule needs to be believed. */
export interface Cases {
  readonly fires: Worlds;
  readonly silent: Worlds;
}

/** The cases of a family: a rule without its row does not compile. */
export type CasesOf<F extends readonly Rule[]> = Readonly<Record<F[number]['id'], Cases>>;

/** Runs all cases of a family. */
export function proveFamily<F extends readonly Rule[]>(family: F, cases: CasesOf<F>): void {
  describe.each(family.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { fires, silent } = cases[id as F[number]['id']];

    test.each(Object.entries(fires))('fires: %s', (_what, world) => {
      const found = rule.find(evidenceIn(world));
      expect(found.length).toBeGreaterThan(0);
      for (const { cause, advice, evidence } of found) {
        expect([cause, advice]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
        expect(evidence.length).toBeGreaterThan(0);
      }
    });

    test.each(Object.entries(silent))('is silent: %s', (_what, world) => {
      expect(rule.find(evidenceIn(world))).toEqual([]);
    });

    test('has a case of each kind', () => {
      expect([fires, silent].map((worlds) => Object.keys(worlds).length > 0)).toEqual([true, true]);
    });
  });
}
