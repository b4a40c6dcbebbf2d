import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useWorld } from './world.ts';

/** How fast a port went a moment ago, in bit/s. */
export interface LastRate {
  readonly txBps: number;
  readonly rxBps: number;
}

/** A rate that is older says nothing of now. */
const freshMs = 5_000;

/** The rates of one port as they come; null where none came lately. */
export function useLastRate(host: string, bond: string, port: string): LastRate | null {
  const { live, now } = useWorld();
  const [last, setLast] = useState<(LastRate & { readonly heardUnixMs: number }) | null>(null);
  useEffect(() => live.wantRates([host]), [live, host]);
  useEffect(
    () =>
      live.rates.subscribe((line) => {
        if (line?.host !== host) return;
        const found = line.ports.find((one) => one.bond === bond && one.port === port);
        setLast(found === undefined ? null : { ...found, heardUnixMs: Date.now() });
      }),
    [live, host, bond, port],
  );
  const isFresh = useComputed(() => last !== null && now.value - last.heardUnixMs < freshMs);
  return last !== null && isFresh.value ? last : null;
}
