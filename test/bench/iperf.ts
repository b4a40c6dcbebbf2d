/** The benchmark of a measurement, from outside: one lab run, and what its measurements come to. */
import { clusterOf } from '@bondctl/lab/topology';
import { runInLab } from './in-lab.ts';
import { type Figures, figuresOf, type Measured, tableOf } from './iperf-figures.ts';

const timeoutMs = 600_000;

/** Lets bondctl and a shell drive iperf3 over the same bond in turn, and compares what arrived. */
export async function benchIperf(
  say: (line: string) => void,
): Promise<{ readonly table: string; readonly figures: Figures }> {
  const text = await runInLab(
    {
      program: 'iperf-inside.ts',
      topology: clusterOf({ hosts: 2, nics: 2, wiring: 'pairs', rate: '200mbit' }),
      memory: '1536M',
      timeoutMs,
    },
    say,
  );
  const figures = figuresOf(JSON.parse(text) as Measured);
  return { table: tableOf(figures), figures };
}
