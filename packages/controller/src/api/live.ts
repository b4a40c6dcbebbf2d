import type { FleetLine } from '@bondctl/proto/model/fleet';
import type { HostRates } from '@bondctl/proto/model/history';
import type { HostId } from '@bondctl/proto/model/names';
import { eventLines, newestId } from './followed.ts';
import { merge } from './merge.ts';
import type { Parts } from './ports.ts';
import { alive } from './progress.ts';

/** What one reader of the live stream asked for beside the fleet. */
export interface LiveWish {
  readonly events: boolean;
  readonly rates: readonly HostId[];
}

/** The lines of one reader, the fleet first. Throws `busy` at once where there are too many readers. */
export function liveLines(
  parts: Parts,
  wish: LiveWish,
  signal: AbortSignal,
): AsyncGenerator<FleetLine, void, undefined> {
  return fleetFirst(parts.fleet.follow(signal), parts, wish, signal);
}

async function* fleetFirst(
  fleet: AsyncGenerator<FleetLine, void, undefined>,
  parts: Parts,
  wish: LiveWish,
  signal: AbortSignal,
): AsyncGenerator<FleetLine, void, undefined> {
  const afterId = wish.events ? await newestId(parts) : 0;
  const first = await fleet.next();
  if (first.done === true) return;
  yield first.value;
  yield* merge<FleetLine>([
    fleet,
    ...(wish.events ? [eventLines(parts.recorder.follow({ afterId }, signal))] : []),
    ...(wish.rates.length > 0 ? [rateLines(parts, wish.rates, signal)] : []),
    alive(parts.nowUnixMs, signal),
  ]);
}

/** Rates of the hosts that were named; of each host a slow reader gets the latest. */
async function* rateLines(
  { history: { rates } }: Pick<Parts, 'history'>,
  hosts: readonly HostId[],
  signal: AbortSignal,
): AsyncGenerator<FleetLine, void, undefined> {
  const wanted = new Set(hosts);
  const untold = new Map<HostId, HostRates>();
  let wake = (): void => undefined;
  const forget = rates.on((one) => {
    if (!wanted.has(one.host)) return;
    untold.set(one.host, one);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (const one of hosts.flatMap((host) => rates.latest(host) ?? [])) untold.set(one.host, one);
    while (!signal.aborted) {
      const [next] = untold.values();
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else {
        untold.delete(next.host);
        yield { type: 'rates', ...next };
      }
    }
  } finally {
    forget();
  }
}
