/** The benchmark of link events, from outside: one lab run, and what its measurements come to. */
import { clusterOf } from '@bondctl/lab/topology';
import { type Figures, figuresOf, type Measured, tableOf } from './events-figures.ts';
import { runInLab } from './in-lab.ts';

const timeoutMs = 900_000;

/** Pulls a cable two hundred times and compares who heard of it when. */
export async function benchEvents(
  say: (line: string) => void,
): Promise<{ readonly table: string; readonly figures: Figures }> {
  const text = await runInLab(
    {
      program: 'events-inside.ts',
      topology: clusterOf({ hosts: 2, nics: 2, wiring: 'pairs' }),
      memory: '1536M',
      timeoutMs,
    },
    say,
  );
  const figures = figuresOf(JSON.parse(text) as Measured);
  return { table: tableOf(figures), figures };
}
