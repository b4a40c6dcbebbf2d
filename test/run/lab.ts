import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LAB_PACKAGES } from '@bondctl/lab/packages';
import { runLabTests } from '@bondctl/lab/test-runner';
import { provideDebianPackages } from './debian.ts';
import { root } from './places.ts';
import { type Found, oneTest } from './tally.ts';

// Two guests at a time: each has one processor, and the machines that run this have two.
const guestsAtOnce = 2;

/** Runs every `test/lab/**.lab.ts` in a lab of its own, after installing what the lab needs where that is possible. */
export async function labTests(context: {
  grep: string | undefined;
  say(line: string): void;
}): Promise<Found> {
  const names = await readdir(join(root, 'test/lab'), { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.lab.ts')).sort();
  if (files.length === 0)
    return oneTest('test/lab holds no *.lab.ts: nothing proves that anything works on a bond');
  const provided = await provideDebianPackages(
    LAB_PACKAGES.map(({ name }) => name),
    context.say,
  );
  // The lab itself knows whether it can do without: it refuses by name, which is a failure in CI.
  if (provided.kind === 'missing') context.say(provided.advice);
  return await runLabTests(
    files.map((name) => join(root, 'test/lab', name)),
    {
      repository: root,
      parallel: guestsAtOnce,
      grep: context.grep,
      say: (line) => context.say(`     ${line}`),
    },
  );
}
