import type { Fact } from '@bondctl/proto/model/event';
import type { StoredKept, StoredLayer } from '../store/history-ports.ts';
import { everyMs, floorTo, type HistoryRules } from './layers.ts';

const dayMs = 24 * everyMs.hour;

/** What is removed at once: minutes by the hour, hours by the day. */
const pieceMs: Readonly<Record<StoredLayer, number>> = { minute: everyMs.hour, hour: dayMs };

/** How much is never removed for room: an hour is only rolled up some time after it ended. */
const leastMs: Readonly<Record<StoredLayer, number>> = { minute: 3 * everyMs.hour, hour: dayMs };

/** An hour is rolled up this long after it ended: what an interval that began in it brings has come by then. */
const settledMs = 3 * everyMs.minute;

/** Something to remove: what began before a moment. */
export interface Removal {
  readonly layer: StoredLayer;
  readonly beforeUnixMs: number;
}

/** What the store has of both layers. */
export type Kept = Readonly<Record<StoredLayer, StoredKept>>;

/**
 * Facts that nothing but looking back depends on: these go when they are old. Those of rollouts and sweeps, of drift and
 * of who belongs to the cluster are what the present is folded from, and stay; so does any fact that is not named here.
 */
export const passingFacts: readonly Fact['type'][] = [
  'linkEventSeen',
  'failuresUnseen',
  'eventsLost',
  'hostConnected',
  'hostDisconnected',
  'certificateRenewed',
  'tokenCreated',
  'signedIn',
  'signInFailed',
  'linkTested',
  'meshTested',
  'alertRaised',
  'alertEnded',
  'alertSilenced',
  'alertDelivered',
  'alertRoutesTried',
];

/** Hours that ended before this are settled. */
export const settledBefore = (nowUnixMs: number): number => floorTo(nowUnixMs - settledMs, everyMs.hour);

/** What is past its layer. */
export function tooOld(kept: Kept, { keptMs }: HistoryRules, nowUnixMs: number): readonly Removal[] {
  return (['minute', 'hour'] as const).flatMap((layer) => {
    const { oldestUnixMs } = kept[layer];
    const beforeUnixMs = floorTo(nowUnixMs - keptMs[layer], pieceMs[layer]);
    return oldestUnixMs !== null && oldestUnixMs < beforeUnixMs ? [{ layer, beforeUnixMs }] : [];
  });
}

/**
 * What goes first when there is no room: a tenth of the minutes, which their hours still sum up, and when they are down to
 * three hours a tenth of the hours; null when there is nothing left to give. Minutes of an hour that is not rolled up stay.
 */
export function firstToGo(kept: Kept, unrolledUnixMs: number | null, nowUnixMs: number): Removal | null {
  for (const layer of ['minute', 'hour'] as const) {
    const { oldestUnixMs } = kept[layer];
    if (oldestUnixMs === null) continue;
    const most = Math.min(
      floorTo(nowUnixMs - leastMs[layer], pieceMs[layer]),
      layer === 'minute' ? (unrolledUnixMs ?? nowUnixMs) : nowUnixMs,
    );
    const tenth = floorTo(oldestUnixMs + (nowUnixMs - oldestUnixMs) / 10, pieceMs[layer]);
    const beforeUnixMs = Math.min(
      Math.max(tenth, floorTo(oldestUnixMs, pieceMs[layer]) + pieceMs[layer]),
      most,
    );
    if (beforeUnixMs > oldestUnixMs) return { layer, beforeUnixMs };
  }
  return null;
}
