import type { Live, PortCounters } from '@bondctl/proto/model/command';
import type { BondName, IfName } from '@bondctl/proto/model/names';

/** Counters of a host as they arrived; `heardMs` and `atUnixMs` are the controller's clocks. */
export interface Heard {
  readonly counters: Omit<Extract<Live, { kind: 'counters' }>, 'kind'>;
  readonly heardMs: number;
  readonly atUnixMs: number;
}

/** What one port moved between two samples. It ended at `untilUnixMs` and lasted `lastedMs` by the host's clock. */
export interface Moved {
  readonly bond: BondName;
  readonly port: IfName;
  readonly untilUnixMs: number;
  readonly lastedMs: number;
  readonly txBytes: number;
  readonly rxBytes: number;
}

/** Counters further apart than this say nothing of how the bytes were spread: a gap. */
export const longestIntervalMs = 90_000;

/** By how much both clocks may differ: as long as a message may wait to be sent, and some. */
const slackMs = 15_000;

/**
 * What each port moved between two samples of one host. A port that was not there before, or whose counters ran backwards,
 * moved nothing that is known, nor did any when the host's clock ran backwards (it booted) or apart from ours.
 */
export function movedBetween(before: Heard | undefined, now: Heard): readonly Moved[] {
  if (before === undefined) return [];
  const lastedMs = now.counters.atMs - before.counters.atMs;
  const apartMs = Math.abs(now.heardMs - before.heardMs - lastedMs);
  if (!(lastedMs > 0 && lastedMs <= longestIntervalMs && apartMs <= slackMs)) return [];
  const then = new Map(before.counters.ports.map((port) => [nameOf(port), port]));
  return now.counters.ports.flatMap((port) => {
    const bytes = difference(then.get(nameOf(port)), port);
    if (bytes === undefined) return [];
    return [{ bond: port.bond, port: port.port, untilUnixMs: now.atUnixMs, lastedMs, ...bytes }];
  });
}

/** `bond/port` */
export const nameOf = ({ bond, port }: { readonly bond: string; readonly port: string }): string =>
  `${bond}/${port}`;

/** Bytes in a time, as bit/s. */
export const bpsOf = (bytes: number, lastedMs: number): number => (bytes * 8000) / lastedMs;

function difference(before: PortCounters | undefined, now: PortCounters) {
  if (before === undefined) return undefined;
  const txBytes = now.txBytes - before.txBytes;
  const rxBytes = now.rxBytes - before.rxBytes;
  return txBytes < 0 || rxBytes < 0 ? undefined : { txBytes, rxBytes };
}
