import type { PortSample } from '@bondctl/proto/model/linktest';
import type { HostVitals } from '@bondctl/proto/model/vitals';
import type { Clock } from '../kernel/ports.ts';
import type { Round } from './cpu-load.ts';
import { lookOf } from './look.ts';
import type { Look } from './others.ts';
import { cpuTimes, type ReadingDeps, readingOf } from './readings.ts';
import { beginSampling, portsOf } from './sampler.ts';
import { vitalsBetween } from './vitals.ts';

/** What the kernel counted over a run. */
interface Counted {
  readonly samples: readonly PortSample[];
  readonly vitals: HostVitals;
}

/** Reads the kernel's counters now, those of ports and CPUs every second or so, and all again at `end`. */
export async function beginWatch(
  deps: ReadingDeps & { readonly clock: Clock },
  bond: string,
  seconds: number,
  heard: { onSamples(samples: readonly PortSample[]): void; onLook(look: Look): void },
): Promise<{ end(): Promise<Counted> }> {
  const ports = await portsOf(deps.files, bond);
  const before = await readingOf(deps, ports);
  const rounds: Round[] = [];
  const sampling = await beginSampling(deps, bond, seconds, async (samples) => {
    heard.onSamples(samples);
    heard.onLook(await lookOf(deps, bond, samples));
    rounds.push({ bytes: carried(samples), cpus: await cpuTimes(deps) });
  });
  return {
    async end() {
      const samples = await sampling.end();
      return { samples, vitals: vitalsBetween(before, await readingOf(deps, ports), rounds) };
    },
  };
}

const carried = (samples: readonly PortSample[]): number =>
  samples.reduce((sum, { txBytes, rxBytes }) => sum + txBytes + rxBytes, 0);
