import type { HostRates } from '@bondctl/proto/model/history';
import type { HostId } from '@bondctl/proto/model/names';
import { bpsOf, type Heard, type Moved, movedBetween } from './interval.ts';
import type { Rates } from './ports.ts';

/** What hosts' counters say, turned into rates as they come. */
export interface RateKeeper extends Rates {
  /** Counters of a host; returns what its ports moved since those before. */
  heard(host: HostId, heard: Heard): readonly Moved[];
  /** The host is none any more. */
  forget(host: HostId): void;
}

/** Keeps the last counters of every host, which are bounded as a frame is. A listener that throws is told of and costs no other. */
export function createRates(onFailure: (thrown: unknown) => void): RateKeeper {
  const last = new Map<HostId, { readonly heard: Heard; readonly rates: HostRates | undefined }>();
  const listeners = new Set<(rates: HostRates) => void>();
  const tell = (rates: HostRates): void => {
    for (const listener of [...listeners]) {
      try {
        listener(rates);
      } catch (thrown) {
        onFailure(thrown);
      }
    }
  };
  return {
    heard(host, heard) {
      const moved = movedBetween(last.get(host)?.heard, heard);
      const rates = moved.length === 0 ? undefined : ratesOf(host, heard.atUnixMs, moved);
      last.set(host, { heard, rates });
      if (rates !== undefined) tell(rates);
      return moved;
    },
    forget: (host) => void last.delete(host),
    latest: (host) => last.get(host)?.rates,
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const ratesOf = (host: HostId, atUnixMs: number, moved: readonly Moved[]): HostRates => ({
  host,
  atUnixMs,
  ports: moved.map(({ bond, port, txBytes, rxBytes, lastedMs }) => ({
    bond,
    port,
    txBps: bpsOf(txBytes, lastedMs),
    rxBps: bpsOf(rxBytes, lastedMs),
  })),
});
