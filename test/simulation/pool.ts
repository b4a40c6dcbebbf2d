import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { add, emptyTally, type Tally } from './tally.ts';
import type { Answer, Question, Told } from './worker.ts';

/** Which worlds are run. */
export interface Errand {
  readonly from: number;
  readonly worlds: number;
  /** Begin no more worlds once a law was broken. */
  readonly stopAtFirst: boolean;
  /** Told how many worlds have been run. */
  readonly progress?: (worlds: number) => void;
}

const atOnce = Math.min(2, availableParallelism());
const chunk = 25;
/** A chunk of worlds takes a second or two. */
const answerTimeoutMs = 300_000;

/** One question at a time. A worker that dies says so instead of answering. */
async function ask(worker: Worker, question: Question): Promise<Answer> {
  const signal = AbortSignal.timeout(answerTimeoutMs);
  worker.postMessage(question);
  const [answer] = (await once(worker, 'message', { signal })) as [Answer];
  return answer;
}

async function withWorker<T>(path: string, work: (worker: Worker) => Promise<T>): Promise<T> {
  const worker = new Worker(path);
  try {
    return await work(worker);
  } finally {
    await worker.terminate();
  }
}

/** Runs worlds in two threads at most, in chunks. */
export async function runWorlds(path: string, errand: Errand): Promise<Tally> {
  const endSeed = errand.from + errand.worlds;
  let [next, tally] = [errand.from, emptyTally];
  const isDone = () => next >= endSeed || (errand.stopAtFirst && tally.violations.length > 0);
  const work = async (worker: Worker) => {
    while (!isDone()) {
      const from = next;
      next = Math.min(from + chunk, endSeed);
      const answer = await ask(worker, { kind: 'run', from, count: next - from });
      if (answer.kind === 'ran') tally = add(tally, answer.tally);
      errand.progress?.(tally.worlds);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, () => withWorker(path, work)));
  return tally;
}

/** Tells one world. */
export async function tellWorld(path: string, seed: number): Promise<Told> {
  const answer = await withWorker(path, (worker) => ask(worker, { kind: 'tell', seed }));
  if (answer.kind !== 'told') throw new Error('a worker gave the answer to another question');
  return answer.told;
}
