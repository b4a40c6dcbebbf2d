import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type LabPackage, packagesFor } from '@bondctl/lab/packages';
import { runLabTests } from '@bondctl/lab/test-runner';
import { provideDebianPackages } from './debian.ts';
import { root } from './places.ts';
import { type Found, oneTest } from './tally.ts';

/** Most tests wait half their time, for deadlines or for LACP; more guests than this and the others miss theirs. */
const guestsPerProcessor = 2;

/**
 * Installs what the lab and its tests call, where that is possible. Where it is not, the sentence with the command to type
 * is said and the lab decides: it knows whether it can do without, and refuses by name, which is a failure in CI.
 */
export async function provideForLab(
  say: (line: string) => void,
  ...more: readonly LabPackage['neededBy'][]
): Promise<undefined> {
  const provided = await provideDebianPackages(packagesFor('uml', 'lab', 'tests', ...more), say);
  if (provided.kind === 'missing') say(provided.advice);
}

/** Runs every `test/lab/**.lab.ts` in a lab of its own. */
export async function labTests(context: {
  grep: string | undefined;
  say(line: string): void;
}): Promise<Found> {
  const names = await readdir(join(root, 'test/lab'), { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.lab.ts')).sort();
  if (files.length === 0)
    return oneTest('test/lab holds no *.lab.ts: nothing proves that anything works on a bond');
  return await runLabTests(
    files.map((name) => join(root, 'test/lab', name)),
    {
      repository: root,
      processors: availableParallelism(),
      guestsPerProcessor,
      grep: context.grep,
      say: (line) => context.say(`     ${line}`),
    },
  );
}
