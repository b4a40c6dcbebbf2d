import type { Drift, HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { driftFacts, type Standing, standingAfter } from './drift-facts.ts';
import type { Recorder } from './recorder.ts';

/** What the recorder of drift works with. */
export interface DriftRecorderParts {
  readonly recorder: Pick<Recorder, 'list' | 'record'>;
  readonly onError: (thrown: unknown) => void;
}

/** Turns what hosts report of drift into facts, each once. */
export interface DriftRecorder {
  /** Takes a host's newest report; of one host at most one waits. */
  take(host: HostId, report: Pick<HostReport, 'drift'>): void;
  /** Every bond that is known to drift. */
  standing(): readonly Standing[];
  /** Resolves when everything that was taken is recorded. */
  settled(): Promise<void>;
}

/** More bonds than ever drift at once; of older drift the end may go unrecorded. */
const factsAtStart = 5_000;

async function standingNow({ list }: DriftRecorderParts['recorder']): Promise<readonly Standing[]> {
  const newest = { limit: factsAtStart, newestFirst: true };
  const [seen, ended] = [
    await list({ ...newest, type: 'driftSeen' }),
    await list({ ...newest, type: 'driftEnded' }),
  ];
  return [...seen, ...ended].toSorted((a, b) => a.id - b.id).reduce(standingAfter, []);
}

/** The recorder of drift; it goes on from the facts that an earlier controller left. */
export async function createDriftRecorder({ recorder, onError }: DriftRecorderParts): Promise<DriftRecorder> {
  const waiting = new Map<HostId, readonly Drift[]>();
  let standing = await standingNow(recorder);
  let work: Promise<void> | null = null;

  function wake(): void {
    work ??= recordAll()
      .catch(onError)
      .finally(() => {
        work = null;
        // It came after the last look at what waits.
        if (waiting.size > 0) wake();
      });
  }

  async function recordAll(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [host, drift] = next.value;
      waiting.delete(host);
      for (const fact of driftFacts(standing, host, drift))
        standing = standingAfter(standing, await recorder.record(`agent:${host}`, fact));
    }
  }

  return {
    take(host, { drift }) {
      if (drift.length === 0 && !waiting.has(host) && !standing.some((one) => one.host === host)) return;
      waiting.set(host, drift);
      wake();
    },
    standing: () => standing,
    settled: async () => {
      while (work !== null) await work;
    },
  };
}
