import { setTimeout as sleep } from 'node:timers/promises';
import type { Ended } from '@bondctl/proto/api/client';
import type { PortSample } from '@bondctl/proto/model/linktest';
import type { HostId } from '@bondctl/proto/model/names';
import type { ProgressLine } from '@bondctl/proto/model/view';
import { ratesBetween } from '../record/rates.ts';
import { merge } from './merge.ts';
import type { HostLive, Parts } from './ports.ts';

const aliveEveryMs = 5_000;

/**
 * The lines of all sources until the first that ends the stream; the others are told to stop then. What starts the work
 * comes last among them, so that the others listen by then.
 */
export async function* untilEnd<R>(
  signal: AbortSignal,
  sourcesOf: (until: AbortSignal) => readonly AsyncIterable<ProgressLine | Ended<R>>[],
): AsyncGenerator<ProgressLine | Ended<R>, void, undefined> {
  const reading = new AbortController();
  try {
    for await (const line of merge(sourcesOf(AbortSignal.any([signal, reading.signal])))) {
      yield line;
      if (line.type === 'end') return;
    }
  } finally {
    reading.abort();
  }
}

/** A sign of life at regular times, so that a reader knows a silent controller from a quiet one. */
export async function* alive(
  nowUnixMs: () => number,
  signal: AbortSignal,
): AsyncGenerator<Extract<ProgressLine, { type: 'alive' }>, void, undefined> {
  while (!signal.aborted) {
    yield { type: 'alive', atUnixMs: nowUnixMs() };
    // An abort ends the wait; that is all it means here.
    await sleep(aliveEveryMs, undefined, { signal }).catch(() => {});
  }
}

/** What hosts say while they work: phases, and rates from their port counters. Only hosts that `wants` names. */
export async function* livePhases(
  parts: Pick<Parts, 'live'>,
  wants: (host: HostId) => boolean,
  signal: AbortSignal,
): AsyncGenerator<ProgressLine, void, undefined> {
  const before = new Map<HostId, readonly PortSample[]>();
  for await (const one of parts.live.values(signal)) {
    if (!wants(one.host)) continue;
    const line = liveLine(one, before);
    if (line !== undefined) yield line;
  }
}

function liveLine(
  { host, live }: HostLive,
  before: Map<HostId, readonly PortSample[]>,
): ProgressLine | undefined {
  switch (live.kind) {
    case 'progress': {
      const { tx, phase, step, steps, sentence } = live;
      return { type: 'phase', host, tx, phase, step, steps, sentence };
    }
    case 'samples': {
      const ports = ratesBetween(before.get(host) ?? [], live.samples);
      before.set(host, live.samples);
      return ports.length === 0 ? undefined : { type: 'rates', host, test: live.test, ports };
    }
    default:
      return live satisfies never;
  }
}
