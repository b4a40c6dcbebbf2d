import { expect, test } from 'vitest';
import { applyPatch, bundleWorlds } from './bundle.ts';
import { mutants } from './mutants.ts';
import { runWorlds } from './pool.ts';

/** The same worlds in the same order as those that keep every law. */
const all = { from: 1, worlds: 2000 };

/** The world that showed it last is tried first, and then all of them: it may not show it any more. */
async function firstBroken(path: string, seenAt: number) {
  for (const some of [{ from: seenAt, worlds: 1 }, all]) {
    const { violations } = await runWorlds(path, { ...some, stopAtFirst: true });
    if (violations[0] !== undefined) return violations[0];
  }
  return undefined;
}
const mutantTimeoutMs = 240_000;

test.each(mutants)(
  'the mutant $name is caught: $says',
  async (mutant) => {
    const bundle = await bundleWorlds([mutant]);
    try {
      const broken = await firstBroken(bundle.path, mutant.seenAt);
      expect(mutant.breaks).toContain(broken?.law);
      expect(broken?.seed).toBeLessThanOrEqual(all.worlds);
    } finally {
      await bundle.remove();
    }
  },
  mutantTimeoutMs,
);

test('a mutant that does not fit the code any more is an error', () => {
  const patch = { file: 'a.ts', find: 'one', replace: 'two' };
  expect(applyPatch('one, three', patch)).toBe('two, three');
  expect(() => applyPatch('three', patch)).toThrow('a.ts has 0 times');
  expect(() => applyPatch('one, one', patch)).toThrow('a.ts has 2 times');
});
