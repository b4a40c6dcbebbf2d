import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundleWorlds } from './bundle.ts';
import { runWorlds, tellWorld } from './pool.ts';
import { gaps, toldText } from './report.ts';

const worlds = 2000;
// Some twenty seconds on a machine that has nothing else to do.
const runTimeoutMs = 400_000;

let bundle: Bundle | undefined;
beforeAll(async () => {
  bundle = await bundleWorlds();
});
afterAll(() => bundle?.remove());

const path = (): string => bundle?.path ?? '';

test(
  '2000 worlds in which everything goes wrong keep every law',
  async () => {
    const tally = await runWorlds(path(), { from: 1, worlds, stopAtFirst: true });
    const [first] = tally.violations;
    expect(first === undefined ? '' : toldText(first.seed, await tellWorld(path(), first.seed), null)).toBe(
      '',
    );
    expect(tally.worlds).toBe(worlds);
    expect(gaps(tally, false)).toEqual([]);
  },
  runTimeoutMs,
);

test('the same seed is the same world', async () => {
  const [once, again, other] = await Promise.all([26, 26, 27].map((seed) => tellWorld(path(), seed)));
  expect(once?.lines.length).toBeGreaterThan(20);
  expect(again).toEqual(once);
  expect(other?.lines).not.toEqual(once?.lines);
}, 60_000);
