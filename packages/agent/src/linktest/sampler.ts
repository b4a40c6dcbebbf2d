import type { PortSample } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import type { Clock, Files } from '../kernel/ports.ts';

/** A long run is sampled more rarely, so that its samples fit one frame. */
const mostSamples = 120;

const counters = {
  txBytes: 'tx_bytes',
  rxBytes: 'rx_bytes',
  txPackets: 'tx_packets',
  rxPackets: 'rx_packets',
  txDropped: 'tx_dropped',
  rxDropped: 'rx_dropped',
} as const;

/** A run being sampled. */
export interface Sampling {
  /** Takes the last sample and returns them all, oldest first. */
  end(): Promise<readonly PortSample[]>;
}

type Deps = { readonly files: Files; readonly clock: Clock };

/** The ports of a bond in enslave order, as sysfs lists them; empty when there is no such bond. */
export async function portsOf(files: Files, bond: string): Promise<readonly IfName[]> {
  const text = await files.read('linktest/ports', `/sys/class/net/${bond}/bonding/slaves`);
  return (text ?? '').split(/\s+/).filter((name) => name !== '') as IfName[];
}

async function counter(files: Files, port: IfName, name: string): Promise<number> {
  const text = await files.read('linktest/sample', `/sys/class/net/${port}/statistics/${name}`);
  return Number(text ?? 0);
}

async function samplePort({ files, clock }: Deps, port: IfName): Promise<PortSample> {
  const names = Object.entries(counters);
  const values = await Promise.all(names.map(([, file]) => counter(files, port, file)));
  const read = Object.fromEntries(names.map(([key], index) => [key, values[index] ?? 0]));
  return { port, atMs: clock.monotonicMs(), ...(read as Record<keyof typeof counters, number>) };
}

/** The counters of these ports now. */
export const samplesOf = (deps: Deps, ports: readonly IfName[]): Promise<readonly PortSample[]> =>
  Promise.all(ports.map((port) => samplePort(deps, port)));

/** The counters of every port of the bond now, then every second or so until `end`; `onSamples` hears each round and is awaited. */
export async function beginSampling(
  deps: Deps,
  bond: string,
  seconds: number,
  onSamples: (samples: readonly PortSample[]) => Promise<void>,
): Promise<Sampling> {
  const ports = await portsOf(deps.files, bond);
  const all: PortSample[] = [];
  const periodMs = Math.max(1000, (seconds * 1000) / mostSamples);
  let ended = false;
  let cancel = () => {};
  const round = async () => {
    const samples = await samplesOf(deps, ports);
    all.push(...samples);
    await onSamples(samples);
  };
  const next = (): void => {
    cancel = deps.clock.after(periodMs, () => {
      pending = round().then(() => (ended ? undefined : next()));
      // Whoever ends the sampling awaits it and hears of the failure then.
      pending.catch(() => {});
    });
  };
  let pending = round();
  await pending;
  next();
  return {
    async end() {
      ended = true;
      cancel();
      await pending;
      await round();
      return all;
    },
  };
}
