/** The benchmark of a mesh, from outside: one lab run, and what its measurements come to. */
import { clusterOf } from '@bondctl/lab/topology';
import { runInLab } from './in-lab.ts';
import { type Figures, figuresOf, type Measured, tableOf } from './mesh-figures.ts';

const hosts = 8;
const timeoutMs = 900_000;

/** Tests every pair of eight hosts, runs the same schedule from a shell script, and compares the two times. */
export async function benchMesh(
  say: (line: string) => void,
): Promise<{ readonly table: string; readonly figures: Figures }> {
  const text = await runInLab(
    {
      program: 'mesh-inside.ts',
      topology: clusterOf({ hosts, nics: 2, wiring: 'switches', rate: '50mbit' }),
      memory: '2G',
      timeoutMs,
    },
    say,
  );
  const figures = figuresOf(JSON.parse(text) as Measured);
  return { table: tableOf(figures), figures };
}
