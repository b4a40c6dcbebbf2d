/** The benchmark of a rollout, from outside: one lab run, and what its measurements come to. */
import { clusterOf } from '@bondctl/lab/topology';
import { runInLab } from './in-lab.ts';
import { type Figures, figuresOf, type Measured, tableOf } from './rollout-figures.ts';

const hosts = 10;
const timeoutMs = 900_000;

/** Rolls a change out in the lab, runs its commands from a script too, and compares the two. */
export async function benchRollout(
  say: (line: string) => void,
): Promise<{ readonly table: string; readonly figures: Figures }> {
  const text = await runInLab(
    {
      program: 'rollout-inside.ts',
      topology: clusterOf({ hosts, nics: 2, wiring: 'pairs' }),
      memory: '3G',
      timeoutMs,
    },
    say,
  );
  const figures = figuresOf(JSON.parse(text) as Measured);
  return { table: tableOf(figures), figures };
}
