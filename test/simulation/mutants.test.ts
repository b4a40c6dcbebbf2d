import { expect, test } from 'vitest';
import { applyPatch, bundleWorlds } from './bundle.ts';
import { mutants } from './mutants.ts';
import { runWorlds } from './pool.ts';

/** The same worlds in the same order as those that keep every law. */
const worlds = 2000;
const mutantTimeoutMs = 240_000;

test.each(mutants)(
  'the mutant $name is caught: $says',
  async (mutant) => {
    const bundle = await bundleWorlds([mutant]);
    try {
      const { violations } = await runWorlds(bundle.path, { from: 1, worlds, stopAtFirst: true });
      expect(mutant.breaks).toContain(violations[0]?.law);
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
