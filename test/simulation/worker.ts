// Runs worlds in a worker thread. Bundled with production's code, which may be a mutant.
import { parentPort } from 'node:worker_threads';
import { type Fate, fateOf } from './fate.ts';
import { faultSentence, type Happening } from './faults.ts';
import type { Violation } from './law.ts';
import { runWorld } from './run-world.ts';
import type { Tally } from './tally.ts';

/** What a worker is asked: to run worlds, or to tell one. */
export type Question =
  | { readonly kind: 'run'; readonly from: number; readonly count: number }
  | { readonly kind: 'tell'; readonly seed: number };

/** One world as people read it. */
export interface Told {
  readonly lines: readonly string[];
  readonly violation: Violation | null;
  /** The faults that suffice to break the same law. */
  readonly suffices: readonly string[];
}

/** What a worker answers. */
export type Answer =
  | { readonly kind: 'ran'; readonly tally: Tally }
  | { readonly kind: 'told'; readonly told: Told };

const pairs: Record<string, number> = {};
Object.assign(globalThis, {
  sawPair(machine: string, phase: string, event: string) {
    const pair = `${machine} ${phase} ${event}`;
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  },
});
const silent = { happened: () => undefined, say: () => undefined };

async function run(from: number, count: number): Promise<Tally> {
  const happenings: Partial<Record<Happening, number>> = {};
  const violations: (Violation & { seed: number })[] = [];
  for (const pair of Object.keys(pairs)) delete pairs[pair];
  const happened = (what: Happening) => {
    happenings[what] = (happenings[what] ?? 0) + 1;
  };
  for (let seed = from; seed < from + count; seed++) {
    const { violation } = await runWorld(fateOf(seed), { ...silent, happened });
    if (violation !== null) violations.push({ ...violation, seed });
  }
  return { worlds: count, happenings, pairs: { ...pairs }, violations };
}

/** Leaves out one fault after the other as long as the same law is broken. */
async function fewest(fate: Fate, { law }: Violation): Promise<Fate> {
  for (const fault of fate.faults) {
    const fewer = { ...fate, faults: fate.faults.filter((one) => one !== fault) };
    const { violation } = await runWorld(fewer, silent);
    if (violation?.law === law) return await fewest(fewer, violation);
  }
  return fate;
}

async function tell(seed: number): Promise<Told> {
  const fate = fateOf(seed);
  const lines = [
    `seed ${seed}: ${fate.cluster.name}`,
    ...fate.faults.map((fault) => `  ${faultSentence(fault)}`),
  ];
  const { violation } = await runWorld(fate, { ...silent, say: (line) => lines.push(line) });
  if (violation === null) return { lines, violation, suffices: [] };
  return { lines, violation, suffices: (await fewest(fate, violation)).faults.map(faultSentence) };
}

async function answer(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'run':
      return { kind: 'ran', tally: await run(question.from, question.count) };
    case 'tell':
      return { kind: 'told', told: await tell(question.seed) };
    default:
      return question satisfies never;
  }
}

parentPort?.on('message', (question: Question) => {
  void answer(question).then((answered) => parentPort?.postMessage(answered));
});
